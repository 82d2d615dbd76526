import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {REVIEW_STATUSES} from '../names.ts'
import {QUEUE_ORDERING} from '../queue-order.ts'
import {listOf, STATUS_TITLES} from '../titles.ts'

/**
 * The findings and decisions about one article, `_id` `review.<article id>`. Written by the pipeline and by actions of
 * the desk; never served to sites.
 */
export const review = defineType({
  name: 'review',
  title: 'Review',
  type: 'document',
  liveEdit: true,
  readOnly: true,
  fields: [
    defineField({
      name: 'article',
      title: 'Article',
      type: 'reference',
      to: [{type: 'article'}],
      weak: true,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'status',
      title: 'Status',
      description: 'Set by actions of the article, such as “Publish” and “Reject”.',
      type: 'string',
      options: {list: listOf(REVIEW_STATUSES, STATUS_TITLES), layout: 'radio'},
      initialValue: 'needsReview',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'priority',
      title: 'Priority',
      description: 'Articles with a higher number come first.',
      type: 'number',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'counts',
      title: 'Findings',
      type: 'findingCounts',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'assignee',
      title: 'Assignee',
      description: 'The user id of the editor.',
      type: 'string',
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'Copied from the article, for lists.',
      type: 'string',
    }),
    defineField({
      name: 'sourceName',
      title: 'Source',
      description: 'Copied from the article, for lists.',
      type: 'string',
    }),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'Copied from the article, for lists.',
      type: 'string',
    }),
    defineField({
      name: 'scrape',
      title: 'Scrape',
      description: 'The page that the article was made from.',
      type: 'reference',
      to: [{type: 'scrape'}],
      weak: true,
    }),
    defineField({
      name: 'newerScrapes',
      title: 'Newer scrapes',
      description: 'Later scrapes of the same article that differ.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'scrape'}], weak: true})],
    }),
    defineField({
      name: 'findings',
      title: 'Findings',
      type: 'array',
      of: [defineArrayMember({type: 'finding'})],
    }),
    defineField({
      name: 'blockSources',
      title: 'Sources of the blocks',
      type: 'array',
      of: [defineArrayMember({type: 'blockSource'})],
    }),
    defineField({
      name: 'base',
      title: 'Base',
      description: 'The last version that the pipeline wrote, as JSON.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'newerBase',
      title: 'Newer version',
      description: 'The article as the newest differing scrape has it, as JSON, until an editor decides.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'bands',
      title: 'Fingerprint',
      description: 'Articles with a common value may tell the same story.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      hidden: true,
    }),
    defineField({
      name: 'sameStory',
      title: 'Same story',
      description: 'Articles that an editor has linked as the same story.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'article'}], weak: true})],
    }),
    defineField({name: 'pipelineVersion', title: 'Pipeline version', type: 'string'}),
    defineField({
      name: 'decisions',
      title: 'Decisions',
      type: 'array',
      of: [defineArrayMember({type: 'decision'})],
    }),
  ],
  orderings: [
    {
      name: 'priorityDesc',
      title: 'Most urgent first',
      by: [...QUEUE_ORDERING],
    },
    {name: 'newest', title: 'Newest first', by: [{field: '_createdAt', direction: 'desc'}]},
  ],
  preview: {
    select: {
      title: 'title',
      sourceName: 'sourceName',
      errors: 'counts.error',
      warnings: 'counts.warning',
      infos: 'counts.info',
    },
    prepare: ({title, sourceName, errors, warnings, infos}) => ({
      title: title || 'Untitled',
      subtitle: [sourceName, count(errors, 'error'), count(warnings, 'warning'), count(infos, 'note')]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

function count(number: unknown, noun: string): string | undefined {
  if (typeof number !== 'number' || number === 0) return undefined
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
