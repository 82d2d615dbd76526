import {defineField, defineType} from '@sanity/types'

/** One capture of one page, `_id` `scrape.<SHA-256 of the raw bytes>`. Written by the pipeline; never served to sites. */
export const scrape = defineType({
  name: 'scrape',
  title: 'Scrape',
  type: 'document',
  liveEdit: true,
  readOnly: true,
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      description: 'The address that the page was fetched from.',
      type: 'url',
    }),
    defineField({
      name: 'origin',
      title: 'Origin',
      description: 'How the page arrived: from a file, through the inbox or over HTTP.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'contentType', title: 'Content type', type: 'string'}),
    defineField({
      name: 'charset',
      title: 'Character set',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'hash',
      title: 'Hash',
      description: 'SHA-256 of the raw bytes.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'size',
      title: 'Size',
      description: 'In bytes.',
      type: 'number',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'pipelineVersion',
      title: 'Pipeline version',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'raw',
      title: 'Raw bytes',
      description: 'Gzipped, base64. Not stored above 2 MB.',
      type: 'text',
      // A megabyte in a text area stalls the form; the Source view beside the article shows it.
      hidden: true,
    }),
  ],
  orderings: [{name: 'newest', title: 'Newest first', by: [{field: '_createdAt', direction: 'desc'}]}],
  preview: {
    select: {url: 'url', origin: 'origin', contentType: 'contentType', size: 'size'},
    prepare: ({url, origin, contentType, size}) => ({
      title: url || origin || 'Scrape',
      subtitle: [contentType, typeof size === 'number' ? `${size.toLocaleString('en')} bytes` : undefined]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
