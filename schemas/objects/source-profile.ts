import {defineArrayMember, defineField, defineType} from '@sanity/types'

/** Where the parts of an article stand on a source's pages, where the general rules do not find them. */
export const sourceProfile = defineType({
  name: 'sourceProfile',
  title: 'Extraction profile',
  type: 'object',
  fields: [
    defineField({
      name: 'keep',
      title: 'Keep',
      description: 'CSS selectors of what belongs to the article.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    defineField({
      name: 'remove',
      title: 'Remove',
      description: 'CSS selectors of what does not.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    defineField({name: 'title', title: 'Title', description: 'CSS selector of the title.', type: 'string'}),
    defineField({
      name: 'byline',
      title: 'Byline',
      description: 'CSS selector of the byline.',
      type: 'string',
    }),
    defineField({
      name: 'date',
      title: 'Date',
      description: 'CSS selector of the date of publication.',
      type: 'string',
    }),
  ],
})
