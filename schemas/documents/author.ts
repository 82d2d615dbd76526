import {defineField, defineType} from '@sanity/types'

/** A person who writes articles, with a page on the sites. */
export const author = defineType({
  name: 'author',
  title: 'Author',
  type: 'document',
  fields: [
    defineField({name: 'name', title: 'Name', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'slug',
      title: 'Slug',
      description: 'The last part of the author’s web address.',
      type: 'slug',
      options: {source: 'name', maxLength: 96},
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'image', title: 'Portrait', type: 'image', options: {hotspot: true}}),
    defineField({name: 'bio', title: 'About', description: 'A sentence or two.', type: 'text', rows: 3}),
  ],
  orderings: [{name: 'nameAsc', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {select: {title: 'name', subtitle: 'bio', media: 'image'}},
})
