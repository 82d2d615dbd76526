import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {cssSelector} from '../checks/css-selector.ts'

/** Where the parts of an article stand on a source's pages, where the general rules do not find them. */
export const sourceProfile = defineType({
  name: 'sourceProfile',
  title: 'Extraction profile',
  type: 'object',
  fields: [
    defineField({
      name: 'keep',
      title: 'Keep',
      description:
        'CSS selectors of the parts that hold the article. Everything else is left out, and these parts stay even if they look like part of the page around it.',
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
      description: 'CSS selectors of parts that do not belong to the article, anywhere on the page.',
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
      description: 'CSS selector of the date of publication.',
      type: 'string',
      validation: (rule) => rule.custom(cssSelector).error(),
    }),
    defineField({
      name: 'isArticle',
      title: 'Is an article',
      description:
        'CSS selector of something that every article of the source has, and no other page. A page without it is set aside.',
      type: 'string',
      validation: (rule) => rule.custom(cssSelector).error(),
    }),
  ],
})
