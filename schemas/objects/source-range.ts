import {defineField, defineType} from '@sanity/types'

/** A half-open range of UTF-16 offsets in the decoded, unrepaired source. */
export const sourceRange = defineType({
  name: 'sourceRange',
  title: 'Place in the source',
  type: 'object',
  readOnly: true,
  fields: [
    defineField({
      name: 'start',
      title: 'From',
      type: 'number',
      validation: (rule) => rule.required().integer().min(0),
    }),
    defineField({
      name: 'end',
      title: 'To',
      type: 'number',
      validation: (rule) => rule.required().integer().min(0),
    }),
  ],
  preview: {
    select: {start: 'start', end: 'end'},
    prepare: ({start, end}) => ({title: `Characters ${start} to ${end}`}),
  },
})
