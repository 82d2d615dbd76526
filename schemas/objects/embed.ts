import {defineField, defineType} from '@sanity/types'

/** A video, post or other content of another site. */
export const embed = defineType({
  name: 'embed',
  title: 'Embed',
  description: 'A video, a social media post or other external content.',
  type: 'object',
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      description: 'The address of the video or post, not its embed code.',
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
