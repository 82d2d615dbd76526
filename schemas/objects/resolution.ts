import {defineField, defineType} from '@sanity/types'
import {RESOLUTIONS} from '../names.ts'
import {listOf, RESOLUTION_TITLES} from '../titles.ts'

/** An editor's decision about a finding. */
export const resolution = defineType({
  name: 'resolution',
  title: 'Resolution',
  type: 'object',
  readOnly: true,
  fields: [
    defineField({
      name: 'state',
      title: 'State',
      type: 'string',
      options: {list: listOf(RESOLUTIONS, RESOLUTION_TITLES)},
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
  ],
})
