import {defineArrayMember, defineType} from '@sanity/types'
import {headingJumps, type StyledBlock} from '../checks/heading-levels.ts'
import {type LinkedBlock, noteLinks} from '../checks/note-links.ts'
import {BLOCK_STYLES, BLOCK_TYPES, DECORATORS, LIST_ITEMS} from '../names.ts'
import {DECORATOR_TITLES, LIST_TITLES, listOf, STYLE_TITLES} from '../titles.ts'

/** The body of an article: text blocks, tables, figures and other blocks. */
export const body = defineType({
  name: 'body',
  title: 'Body',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: listOf(BLOCK_STYLES, STYLE_TITLES),
      lists: listOf(LIST_ITEMS, LIST_TITLES),
      marks: {decorators: listOf(DECORATORS, DECORATOR_TITLES), annotations: [{type: 'link'}]},
    }),
    ...BLOCK_TYPES.map((type) => defineArrayMember({type})),
  ],
  validation: (rule) => [
    rule.custom((value) => headingJumps(value as StyledBlock[] | undefined)).warning(),
    rule.custom((value) => noteLinks(value as LinkedBlock[] | undefined)).warning(),
  ],
})
