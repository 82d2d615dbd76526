import {defineField, defineType} from '@sanity/types'

/** How search engines and social media show an article. */
export const seo = defineType({
  name: 'seo',
  title: 'Search and sharing',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'For search results and shared links, if it should differ from the title of the article.',
      type: 'string',
      validation: (rule) => rule.max(60).warning('Search engines cut off titles after about 60 characters.'),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'One or two sentences for search results and shared links.',
      type: 'text',
      rows: 3,
      validation: (rule) =>
        rule.max(160).warning('Search engines cut off descriptions after about 160 characters.'),
    }),
    defineField({
      name: 'noIndex',
      title: 'Hide from search engines',
      type: 'boolean',
      initialValue: false,
    }),
  ],
})
