import {describe, expect, it} from 'vitest'
import {fieldChangesOf, valueText, withField} from '../../../studio/workbench/versions/fields.ts'

describe('changes of fields in a newer version', () => {
  it('include the value of the editor', () => {
    const base = {title: 'Harbour', subtitle: 'Closed', byline: 'Ada', tags: ['sea'], slug: {current: 'a'}}
    const newer = {title: 'Harbour shut', byline: 'Ada, Bo', tags: ['sea', 'storm'], slug: {current: 'b'}}
    const mine = {title: 'The harbour', subtitle: 'Closed', byline: 'Ada, Bo', tags: ['sea']}
    expect(fieldChangesOf(base, newer, mine).map(({field, state}) => [field, state])).toEqual([
      ['title', 'conflict'],
      ['subtitle', 'open'],
      ['byline', 'there'],
      ['tags', 'open'],
    ])
  })
  it('are empty if nothing changed', () => {
    expect(fieldChangesOf({title: 'a', tags: ['b']}, {title: 'a', tags: ['b']}, {title: 'c'})).toEqual([])
  })
})

it('a field is set or removed', () => {
  expect(withField({title: 'a', byline: 'b'}, 'title', 'c')).toEqual({title: 'c', byline: 'b'})
  expect('byline' in withField({title: 'a', byline: 'b'}, 'byline', undefined)).toBe(false)
})

it.each<[unknown, string]>([
  ['x', 'x'],
  [undefined, '(nothing)'],
  [['a', 'b'], 'a, b'],
  [{url: 'https://e.example/i.jpg', alt: 'A pier'}, 'A pier · https://e.example/i.jpg'],
])('%j is shown as %s', (value, text) => {
  expect(valueText(value)).toBe(text)
})
