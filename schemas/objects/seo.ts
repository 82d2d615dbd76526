import {defineField, defineType} from '@sanity/types'

export const seo = defineType({
  name: 'seo',
  title: 'Search and sharing',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'In search results and shared links, if it should differ from the article’s title.',
      type: 'string',
      validation: (rule) => rule.max(60).warning('Search engines cut titles beyond about 60 characters.'),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'One or two sentences for search results and shared links.',
      type: 'text',
      rows: 3,
      validation: (rule) =>
        rule.max(160).warning('Search engines cut descriptions beyond about 160 characters.'),
    }),
    defineField({
      name: 'noIndex',
      title: 'Keep out of search engines',
      type: 'boolean',
      initialValue: false,
    }),
  ],
})
