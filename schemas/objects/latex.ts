import {defineField, defineType} from '@sanity/types'

/** A formula of its own: the type and field of Sanity's LaTeX input plugin. One in a line is text with the mark `latex`. */
export const latex = defineType({
  name: 'latex',
  title: 'Formula',
  description: 'A formula in the notation of TeX, without dollar signs around it.',
  type: 'object',
  fields: [
    defineField({
      name: 'body',
      title: 'TeX',
      description: 'For example “E = mc^2”.',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {body: 'body'},
    prepare: ({body}) => ({title: typeof body === 'string' && body ? body : 'Formula', subtitle: 'Formula'}),
  },
})
