import {defineArrayMember, defineField, defineType} from '@sanity/types'

/** The places in the source that a block of the body was made from. */
export const blockSource = defineType({
  name: 'blockSource',
  title: 'Source of a block',
  type: 'object',
  readOnly: true,
  fields: [
    defineField({name: 'blockKey', title: 'Block', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'ranges',
      title: 'Places in the source',
      type: 'array',
      of: [defineArrayMember({type: 'sourceRange'})],
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {select: {title: 'blockKey'}},
})
