import {defineField, defineType} from '@sanity/types'

export const figure = defineType({
  name: 'figure',
  title: 'Figure',
  description: 'An image with what belongs to it.',
  type: 'object',
  fields: [
    defineField({
      name: 'image',
      title: 'Image',
      description: 'An image of your own. It takes the place of the one at the source.',
      type: 'image',
      options: {hotspot: true},
    }),
    defineField({
      name: 'url',
      title: 'Address at the source',
      description: 'Where the image was found. Sites show it as long as no image of your own is here.',
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
            value?.trim() ? true : 'No alternative text. Leave it empty only for a mere ornament.',
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
      description: 'Who made the image, who owns it.',
      type: 'string',
    }),
  ],
  validation: (rule) =>
    rule
      .custom((value) =>
        !value || value.image || value.url ? true : 'Needs an image, or the address of one.',
      )
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
