import {expect, test} from 'vitest'
import {noteLinks} from '../../schemas/checks/note-links.ts'

const marked = (href: string) => ({_type: 'block', _key: 'mark', markDefs: [{_key: 'l', href}]})
const note = {_type: 'block', _key: 'note', markDefs: []}

test.each([
  ['a mark and its note', [marked('#note'), note], true],
  ['a link to a page', [marked('https://a.example/#note')], true],
  ['no body', undefined, true],
])('%s is right', (_, body, result) => {
  expect(noteLinks(body)).toBe(result)
})

test('a mark whose note was deleted is reported where it is', () => {
  expect(noteLinks([marked('#note')])).toEqual([
    {message: expect.stringContaining('not in the text'), path: [{_key: 'mark'}]},
  ])
})
