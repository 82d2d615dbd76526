import {defineArrayMember, defineField} from '@sanity/types'
import {CELL_DECORATORS, CELL_LIST_ITEMS} from '../names.ts'
import {DECORATOR_TITLES, LIST_TITLES, listOf, STYLE_TITLES} from '../titles.ts'

/** A cell of a table: the nesting is fixed by the Studio's native Portable Text tables. */
export const cell = defineArrayMember({
  name: 'cell',
  title: 'Cell',
  type: 'object',
  fields: [
    defineField({
      name: 'value',
      title: 'Text',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'block',
          styles: [{title: STYLE_TITLES.normal, value: 'normal'}],
          lists: listOf(CELL_LIST_ITEMS, LIST_TITLES),
          marks: {decorators: listOf(CELL_DECORATORS, DECORATOR_TITLES), annotations: [{type: 'link'}]},
        }),
      ],
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {text: 'value.0.children.0.text'},
    prepare: ({text}) => ({title: typeof text === 'string' && text ? text : '(empty)'}),
  },
})
