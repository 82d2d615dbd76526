import {defineField, defineType} from '@sanity/types'

/** An image with caption and credit: an asset of our own, or the address at the source. */
export const figure = defineType({
  name: 'figure',
  title: 'Figure',
  description: 'An image with its caption and credit.',
  type: 'object',
  fields: [
    defineField({
      name: 'image',
      title: 'Image',
      description:
        'Your own image, which replaces the image at the source, or one that was in the page itself.',
      type: 'image',
      options: {hotspot: true},
    }),
    defineField({
      name: 'url',
      title: 'Address at the source',
      description: 'The address of the image. Sites show it until you add your own image.',
      type: 'url',
      validation: (rule) => rule.uri({scheme: ['http', 'https'], allowRelative: true}),
    }),
    defineField({
      name: 'alt',
      title: 'Alternative text',
      description: 'What the image shows, for readers who cannot see it.',
      type: 'string',
      validation: (rule) =>
        rule
          .custom((value) =>
            value?.trim() ? true : 'No alternative text. Leave it empty only if the image is decorative.',
          )
          .info(),
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.custom((value) => (value?.trim() ? true : 'No caption.')).info(),
    }),
    defineField({
      name: 'credit',
      title: 'Credit',
      description: 'The photographer or owner of the image.',
      type: 'string',
    }),
  ],
  validation: (rule) =>
    rule
      .custom((value) => (!value || value.image || value.url ? true : 'Add an image or the address of one.'))
      .error(),
  preview: {
    select: {caption: 'caption', alt: 'alt', url: 'url', media: 'image'},
    prepare: ({caption, alt, url, media}) => ({
      title: caption || alt || url || 'Figure',
      subtitle: 'Figure',
      media,
    }),
  },
})
