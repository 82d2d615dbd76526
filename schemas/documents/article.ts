import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {languageTag} from '../checks/language-tag.ts'

/** An article as sites publish it. Findings and decisions are in its `review`. */
export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  groups: [
    {name: 'content', title: 'Content', default: true},
    {name: 'source', title: 'Source'},
    {name: 'seo', title: 'SEO'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'content',
      validation: (rule) => rule.required().error('An article needs a title.'),
    }),
    defineField({
      name: 'slug',
      title: 'Slug',
      description: 'The last part of the article’s web address. “Generate” makes it from the title.',
      type: 'slug',
      group: ['content', 'seo'],
      options: {source: 'title', maxLength: 96},
      validation: (rule) =>
        rule.required().error('An article needs a slug. Press “Generate” to make it from the title.'),
    }),
    defineField({
      name: 'subtitle',
      title: 'Subtitle',
      description: 'The line below the title, as published by the source.',
      type: 'text',
      rows: 2,
      group: 'content',
    }),
    defineField({
      name: 'byline',
      title: 'Byline',
      description: 'The authors, as named by the source.',
      type: 'string',
      group: 'content',
      validation: (rule) =>
        rule
          .custom((value) =>
            value?.trim() ? true : 'No byline. The source names no author, or the name was not found.',
          )
          .warning(),
    }),
    defineField({
      name: 'body',
      title: 'Body',
      type: 'body',
      group: 'content',
      validation: (rule) => rule.required().error('An article needs a text.'),
    }),
    defineField({
      name: 'authors',
      title: 'Authors',
      description: 'The authors, if they have a page on our sites.',
      type: 'array',
      group: 'content',
      of: [defineArrayMember({type: 'reference', to: [{type: 'author'}]})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'publishedAt',
      title: 'Published at',
      description: 'When the source published it.',
      type: 'datetime',
      group: ['content', 'source'],
      validation: (rule) =>
        rule
          .custom((value) =>
            value ? true : 'No publication date. Lists sort the article by the time it arrived.',
          )
          .warning(),
    }),
    defineField({
      name: 'modifiedAt',
      title: 'Updated at',
      description: 'When the source last changed it.',
      type: 'datetime',
      group: 'source',
    }),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'A language tag, for example en, pt-BR or zh-Hans.',
      type: 'string',
      group: 'content',
      validation: (rule) => rule.custom(languageTag).error(),
    }),
    defineField({
      name: 'topics',
      title: 'Topics',
      type: 'array',
      group: 'content',
      of: [defineArrayMember({type: 'reference', to: [{type: 'topic'}]})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'section',
      title: 'Section',
      description: 'The section of the source, for example “Politics”.',
      type: 'string',
      group: 'source',
    }),
    defineField({
      name: 'tags',
      title: 'Tags',
      description: 'The keywords of the source. Topics are the keywords of our sites.',
      type: 'array',
      group: 'source',
      of: [defineArrayMember({type: 'string'})],
      options: {layout: 'tags'},
    }),
    defineField({
      name: 'leadImage',
      title: 'Lead image',
      description: 'Shown above the text and in lists.',
      type: 'figure',
      group: 'content',
      options: {collapsible: true, collapsed: true},
    }),
    defineField({
      name: 'source',
      title: 'Source',
      description: 'The publisher of the article.',
      type: 'reference',
      to: [{type: 'source'}],
      group: 'source',
    }),
    defineField({
      name: 'canonicalUrl',
      title: 'Canonical address',
      description: 'The address of the original article. It is given to search engines.',
      type: 'url',
      group: ['source', 'seo'],
      validation: (rule) => rule.uri({scheme: ['http', 'https']}),
    }),
    defineField({name: 'seo', title: 'Search and sharing', type: 'seo', group: 'seo'}),
  ],
  orderings: [
    {
      name: 'publishedAtDesc',
      title: 'Newest first',
      by: [
        {field: 'publishedAt', direction: 'desc'},
        {field: '_id', direction: 'asc'},
      ],
    },
    {name: 'titleAsc', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
  ],
  preview: {
    select: {
      title: 'title',
      source: 'source.name',
      byline: 'byline',
      publishedAt: 'publishedAt',
      media: 'leadImage.image',
    },
    prepare: ({title, source, byline, publishedAt, media}) => ({
      title: title || 'Untitled',
      subtitle: [source, byline, typeof publishedAt === 'string' ? publishedAt.slice(0, 10) : undefined]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
