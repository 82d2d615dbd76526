import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {
  captionMissing,
  headerMissing,
  headersInside,
  raggedRows,
  type TableDraft,
} from '../checks/table-grid.ts'
import {row} from './row.ts'

/**
 * The shape of the Studio's native Portable Text tables (the nesting and the name `headerRows` are fixed there), plus
 * caption, header columns and alignment. Always a rectangular grid without spans.
 */
export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      description: 'A few words about the content of the table.',
      type: 'string',
    }),
    defineField({
      name: 'headerRows',
      title: 'Header rows',
      description: 'The number of rows at the top that name the columns.',
      type: 'number',
      initialValue: 1,
      validation: (rule) => rule.required().integer().min(0),
    }),
    defineField({
      name: 'headerColumns',
      title: 'Header columns',
      description: 'The number of columns at the start that name the rows.',
      type: 'number',
      validation: (rule) => rule.integer().min(0),
    }),
    defineField({
      name: 'alignment',
      title: 'Alignment',
      description: 'The alignment of each column.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          options: {
            list: [
              {title: 'Default', value: 'none'},
              {title: 'Left', value: 'left'},
              {title: 'Center', value: 'center'},
              {title: 'Right', value: 'right'},
            ],
          },
        }),
      ],
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      of: [row],
      validation: (rule) => rule.required().min(1),
    }),
  ],
  validation: (rule) => [
    rule.custom<Record<string, unknown> & TableDraft>(raggedRows).error(),
    rule.custom<Record<string, unknown> & TableDraft>(headersInside).error(),
    rule.custom<Record<string, unknown> & TableDraft>(headerMissing).warning(),
    rule.custom<Record<string, unknown> & TableDraft>(captionMissing).info(),
  ],
  preview: {
    select: {caption: 'caption', rows: 'rows'},
    prepare: ({caption, rows}) => {
      const grid: TableDraft['rows'] = Array.isArray(rows) ? rows : []
      return {
        title: typeof caption === 'string' && caption ? caption : 'Table',
        subtitle: `${grid?.length ?? 0} rows by ${grid?.[0]?.cells?.length ?? 0} columns`,
      }
    },
  },
})
