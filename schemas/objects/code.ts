import {defineField, defineType} from '@sanity/types'

/** A block of program code. */
export const code = defineType({
  name: 'code',
  title: 'Code',
  description: 'Program code or other preformatted text.',
  type: 'object',
  fields: [
    defineField({name: 'code', title: 'Code', type: 'text', rows: 8, validation: (rule) => rule.required()}),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'The programming language, for example “python”.',
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
