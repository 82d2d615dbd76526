import {defineField, defineType} from '@sanity/types'
import {SEVERITIES} from '../names.ts'
import {SEVERITY_TITLES} from '../titles.ts'

/** The number of findings of each severity in a review. */
export const findingCounts = defineType({
  name: 'findingCounts',
  title: 'Findings',
  type: 'object',
  readOnly: true,
  options: {columns: 3},
  fields: SEVERITIES.map((name) =>
    defineField({
      name,
      title: SEVERITY_TITLES[name],
      type: 'number',
      validation: (rule) => rule.required().integer().min(0),
    }),
  ),
})
