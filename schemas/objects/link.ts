import {defineField, defineType} from '@sanity/types'

export const link = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      description: 'A web page, an e-mail address (mailto:) or a telephone number (tel:).',
      type: 'url',
      validation: (rule) =>
        rule.required().uri({scheme: ['http', 'https', 'mailto', 'tel'], allowRelative: true}),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'Shown when a reader points at the link.',
      type: 'string',
    }),
  ],
  preview: {select: {title: 'href', subtitle: 'title'}},
})
