import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {languageTag} from '../checks/language-tag.ts'

/** A publisher, created when its domain is first seen. Editors edit it, the pipeline obeys it. */
export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  liveEdit: true,
  fields: [
    defineField({name: 'name', title: 'Name', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'domains',
      title: 'Domains',
      description: 'The domains of its articles, for example “example.org”.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.required().min(1).unique(),
    }),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'The language of most articles, as a language tag: en, pt-BR or zh-Hans.',
      type: 'string',
      validation: (rule) => rule.custom(languageTag).error(),
    }),
    defineField({
      name: 'feeds',
      title: 'Feeds',
      description: 'The addresses of its RSS or Atom feeds.',
      type: 'array',
      of: [defineArrayMember({type: 'url'})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'profile',
      title: 'Extraction profile',
      description: 'Needed only if the general rules fail on pages of this source.',
      type: 'sourceProfile',
      options: {collapsible: true, collapsed: true},
    }),
    defineField({
      name: 'trust',
      title: 'Trust',
      type: 'string',
      initialValue: 'new',
      options: {
        list: [
          {title: 'New', value: 'new'},
          {title: 'Trusted', value: 'trusted'},
          {title: 'Blocked', value: 'blocked'},
        ],
        layout: 'radio',
        direction: 'horizontal',
      },
      validation: (rule) => rule.required(),
    }),
  ],
  orderings: [{name: 'nameAsc', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {name: 'name', domain: 'domains.0', trust: 'trust'},
    prepare: ({name, domain, trust}) => ({
      title: name || domain || 'Source',
      subtitle: [domain, trust].filter(Boolean).join(' · '),
    }),
  },
})
