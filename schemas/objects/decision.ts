import {defineField, defineType} from '@sanity/types'
import {DECISIONS} from '../names.ts'
import {DECISION_TITLES, listOf} from '../titles.ts'

/** A decision about an article: what was decided, by whom and when. */
export const decision = defineType({
  name: 'decision',
  title: 'Decision',
  type: 'object',
  readOnly: true,
  fields: [
    defineField({
      name: 'decision',
      title: 'Decision',
      type: 'string',
      options: {list: listOf(DECISIONS, DECISION_TITLES)},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'by',
      title: 'By',
      description: 'The user id of the editor.',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'at', title: 'At', type: 'datetime', validation: (rule) => rule.required()}),
    defineField({
      name: 'note',
      title: 'Note',
      description: 'The reason, for colleagues.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'to',
      title: 'To',
      description: 'The user id of the colleague who takes it over.',
      type: 'string',
    }),
    defineField({
      name: 'articleRev',
      title: 'Revision',
      description: 'The revision of the article at the time.',
      type: 'string',
    }),
  ],
  preview: {
    select: {decision: 'decision', by: 'by', at: 'at'},
    prepare: ({decision, by, at}) => ({title: decision, subtitle: [by, at].filter(Boolean).join(' · ')}),
  },
})
