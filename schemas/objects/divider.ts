import {defineField, defineType} from '@sanity/types'

/** A line between two parts of the text. */
export const divider = defineType({
  name: 'divider',
  title: 'Divider',
  description: 'A line between two parts of the text.',
  type: 'object',
  fields: [
    defineField({
      name: 'style',
      title: 'Style',
      type: 'string',
      initialValue: 'rule',
      options: {list: [{title: 'Rule', value: 'rule'}]},
    }),
  ],
  preview: {select: {style: 'style'}, prepare: () => ({title: 'Divider'})},
})
