import {defineField, defineType} from '@sanity/types'

/** The block of the body that a finding is about, or a place in it. */
export const findingTarget = defineType({
  name: 'findingTarget',
  title: 'Place in the article',
  type: 'object',
  readOnly: true,
  fields: [
    defineField({name: 'blockKey', title: 'Block', type: 'string', validation: (rule) => rule.required()}),
    defineField({name: 'path', title: 'Path inside the block', type: 'string'}),
  ],
  preview: {select: {title: 'blockKey', subtitle: 'path'}},
})
