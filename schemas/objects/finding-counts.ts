import {defineField, defineType} from '@sanity/types'
import {SEVERITIES} from '../names.ts'
import {SEVERITY_TITLES} from '../titles.ts'

/** How many findings of each severity a review holds. */
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
