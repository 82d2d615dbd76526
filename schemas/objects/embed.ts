import {defineField, defineType} from '@sanity/types'

export const embed = defineType({
  name: 'embed',
  title: 'Embed',
  description: 'A video, a post or another thing that lives on its own page.',
  type: 'object',
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      description: 'The page of the video or post, not the code that embeds it.',
      type: 'url',
      validation: (rule) => rule.required().uri({scheme: ['http', 'https']}),
    }),
    defineField({name: 'caption', title: 'Caption', type: 'string'}),
  ],
  preview: {
    select: {caption: 'caption', url: 'url'},
    prepare: ({caption, url}) => ({title: caption || url || 'Embed', subtitle: caption ? url : 'Embed'}),
  },
})
