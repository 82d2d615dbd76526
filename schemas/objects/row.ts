import {defineArrayMember, defineField} from '@sanity/types'
import {cell} from './cell.ts'

/** A row of a table: the nesting is fixed by the Studio's native Portable Text tables. */
export const row = defineArrayMember({
  name: 'row',
  title: 'Row',
  type: 'object',
  fields: [
    defineField({
      name: 'cells',
      title: 'Cells',
      type: 'array',
      of: [cell],
      validation: (rule) => rule.required().min(1),
    }),
  ],
  preview: {
    select: {cells: 'cells'},
    prepare: ({cells}) => ({title: `Row of ${Array.isArray(cells) ? cells.length : 0} cells`}),
  },
})
