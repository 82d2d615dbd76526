import {defineField, defineType} from '@sanity/types'

export const code = defineType({
  name: 'code',
  title: 'Code',
  description: 'Program text or other preformatted lines, kept as they are.',
  type: 'object',
  fields: [
    defineField({name: 'code', title: 'Code', type: 'text', rows: 8, validation: (rule) => rule.required()}),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'Of the program text, for example “python”.',
      type: 'string',
    }),
  ],
  preview: {
    select: {code: 'code', language: 'language'},
    prepare: ({code, language}) => ({
      title: typeof code === 'string' ? (code.split('\n')[0] ?? '') : 'Code',
      subtitle: language || 'Code',
    }),
  },
})
