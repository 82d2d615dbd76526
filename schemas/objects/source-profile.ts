import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {cssSelector} from '../checks/css-selector.ts'

/** Where to find the parts of an article on pages of a source, if the general rules do not find them. */
export const sourceProfile = defineType({
  name: 'sourceProfile',
  title: 'Extraction profile',
  type: 'object',
  fields: [
    defineField({
      name: 'keep',
      title: 'Keep',
      description:
        'CSS selectors of the elements that contain the article. Everything else is removed, and these elements are kept even if they look like navigation or advertising.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          validation: (rule) => rule.required().custom(cssSelector).error(),
        }),
      ],
    }),
    defineField({
      name: 'remove',
      title: 'Remove',
      description: 'CSS selectors of elements that are not part of the article.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          validation: (rule) => rule.required().custom(cssSelector).error(),
        }),
      ],
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'CSS selector of the title.',
      type: 'string',
      validation: (rule) => rule.custom(cssSelector).error(),
    }),
    defineField({
      name: 'byline',
      title: 'Byline',
      description: 'CSS selector of the byline.',
      type: 'string',
      validation: (rule) => rule.custom(cssSelector).error(),
    }),
    defineField({
      name: 'date',
      title: 'Date',
      description: 'CSS selector of the publication date.',
      type: 'string',
      validation: (rule) => rule.custom(cssSelector).error(),
    }),
    defineField({
      name: 'isArticle',
      title: 'Is an article',
      description: 'CSS selector of an element that only article pages have. Pages without it are skipped.',
      type: 'string',
      validation: (rule) => rule.custom(cssSelector).error(),
    }),
  ],
})
