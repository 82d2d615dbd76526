import {defineField, defineType} from '@sanity/types'

/** A link on a range of text. */
export const link = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      description:
        'A web page, an email address (mailto:), a phone number (tel:), or “#” and the key of a note of the same text.',
      type: 'url',
      validation: (rule) =>
        rule.required().uri({scheme: ['http', 'https', 'mailto', 'tel'], allowRelative: true}),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'Shown when a reader moves the pointer over the link.',
      type: 'string',
    }),
  ],
  preview: {select: {title: 'href', subtitle: 'title'}},
})
