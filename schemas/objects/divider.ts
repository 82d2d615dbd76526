import {defineField, defineType} from '@sanity/types'

export const divider = defineType({
  name: 'divider',
  title: 'Divider',
  description: 'A break between parts of the text.',
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
