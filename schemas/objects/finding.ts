import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {FINDING_CODES, FINDINGS, findingTitleOf} from '../findings.ts'
import {FINDING_ACTIONS, SEVERITIES} from '../names.ts'
import {ACTION_TITLES, listOf, SEVERITY_TITLES} from '../titles.ts'

/** A change that the pipeline made, or a problem that it noticed. */
export const finding = defineType({
  name: 'finding',
  title: 'Finding',
  type: 'object',
  readOnly: true,
  fields: [
    defineField({
      name: 'code',
      title: 'Kind',
      type: 'string',
      options: {list: FINDING_CODES.map((value) => ({title: FINDINGS[value].title, value}))},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'severity',
      title: 'Severity',
      type: 'string',
      options: {list: listOf(SEVERITIES, SEVERITY_TITLES)},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'message',
      title: 'Message',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'action',
      title: 'Action',
      type: 'string',
      options: {list: listOf(FINDING_ACTIONS, ACTION_TITLES)},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'targets',
      title: 'Places in the article',
      type: 'array',
      of: [defineArrayMember({type: 'findingTarget'})],
    }),
    defineField({
      name: 'ranges',
      title: 'Places in the source',
      type: 'array',
      of: [defineArrayMember({type: 'sourceRange'})],
    }),
    defineField({name: 'before', title: 'Before', type: 'text', rows: 2}),
    defineField({name: 'after', title: 'After', type: 'text', rows: 2}),
    defineField({
      name: 'suggestion',
      title: 'Suggestion',
      description: 'A change that an editor can apply: title and operations, as JSON.',
      type: 'text',
      rows: 3,
    }),
    defineField({name: 'resolution', title: 'Resolution', type: 'resolution'}),
  ],
  preview: {
    select: {message: 'message', severity: 'severity', code: 'code', state: 'resolution.state'},
    prepare: ({message, severity, code, state}) => ({
      title: message,
      subtitle: [severity, code && findingTitleOf(code), state].filter(Boolean).join(' · '),
    }),
  },
})
