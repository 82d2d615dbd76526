import {expect, test} from 'vitest'
import {takeBack, windowOf} from '../../../studio/review/decisions/body-window.ts'
import {revertFinding} from '../../../studio/review/decisions/revert-finding.ts'
import type {StoredFinding} from '../../../studio/review/findings.ts'

const block = (_key: string, text: string, more: object = {}) => ({
  _type: 'block',
  _key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
  ...more,
})
const finding = (more: Partial<StoredFinding>): StoredFinding => ({
  _type: 'finding',
  _key: 'f',
  code: 'heading-split',
  severity: 'warning',
  message: 'A heading.',
  action: 'applied-check',
  ...more,
})
const target = (blockKey: string) => ({_type: 'findingTarget' as const, _key: blockKey, blockKey})
const source = 'Heads upThe text. Gone words here. More.'
const places = [
  {blockKey: 'a', ranges: [{start: 0, end: 8}]},
  {blockKey: 'b', ranges: [{start: 8, end: 17}]},
  {blockKey: 'c', ranges: [{start: 35, end: 40}]},
]
const body = [block('a', 'Heads up', {style: 'h2'}), block('b', 'The text.'), block('c', 'More.')]
const revert = (found: StoredFinding, from: readonly {_key: string; _type: string}[] = body) =>
  revertFinding({body: from, finding: found, source, blockSources: places})

test('joins a split heading with the text of the same line, with unique keys', () => {
  const result = revert(finding({targets: [target('a'), target('b')]}))
  if ('error' in result) throw new Error(result.error)
  expect(result.body.map(({_key}) => _key)).toEqual(['a', 'c'])
  expect(result.body[0]).toMatchObject({
    style: 'normal',
    children: [
      {_key: 's', text: 'Heads up'},
      {_key: 'b-s', text: 'The text.'},
    ],
  })
})

test('makes an inferred heading or list item a paragraph again', () => {
  const result = revert(finding({targets: [target('a')]}))
  expect(result).toEqual({body: [{...body[0], style: 'normal'}, body[1], body[2]]})
})

test('restores the words before the repair', () => {
  const result = revert(finding({targets: [target('b')], before: 'teh', after: 'The'}))
  expect(result).toEqual({body: [body[0], block('b', 'teh text.'), body[2]]})
})

test('restores the words before the repair in a table cell', () => {
  const cell = (key: string, text: string) => ({_type: 'cell', _key: key, value: [block(`${key}b`, text)]})
  const row = (key: string, ...cells: object[]) => ({_type: 'row', _key: key, cells})
  const table = (one: string) => ({
    _type: 'table',
    _key: 't',
    headerRows: 0,
    rows: [row('r', cell('c1', 'City'), cell('c2', one))],
  })
  const from = [block('a', 'Text.'), table('The bridge')]
  const found = (more: object) => finding({targets: [target('t')], before: 'Teh', after: 'The', ...more})
  expect(revert(found({}), from)).toEqual({body: [from[0], table('Teh bridge')]})
  expect(revert(found({}), [block('a', 'Text.'), table('A bridge')])).toHaveProperty('error')
  expect(revert(found({}), [block('a', 'Text.'), table('The, The')])).toHaveProperty('error')
  expect(revert(found({before: '<b>Teh</b>'}), from)).toHaveProperty('error')
})

test('restores removed text at its place in the source', () => {
  const range = {_type: 'sourceRange' as const, _key: 'r', start: 18, end: 34}
  const result = revert(finding({before: 'Gone…', ranges: [range]}))
  if ('error' in result) throw new Error(result.error)
  expect(result.body[2]).toMatchObject({children: [{text: 'Gone words here.'}]})
  expect(result.body).toHaveLength(4)
})

test('returns an error if the block is missing or has no plain version', () => {
  expect(revert(finding({targets: [target('x')]}))).toHaveProperty('error')
  expect(revert(finding({targets: [target('b')]}))).toHaveProperty('error')
  const table = {_type: 'table', _key: 'b'}
  expect(
    revertFinding({
      body: [table],
      finding: finding({targets: [target('b')]}),
      source,
      blockSources: places,
    }),
  ).toHaveProperty('error')
})

test('a change is undone even if its blocks have moved, but not if they were edited', () => {
  const moved = [body[1], body[0], body[2]].flatMap((each) => each ?? [])
  const window = windowOf(body, moved)
  const added = block('n', 'New.')
  expect(takeBack([added, ...moved], window)).toEqual([added, ...body])
  expect(takeBack([block('b', 'Other'), ...moved.slice(1)], window)).toBeUndefined()
  const shorter = windowOf(body, body.slice(0, 2))
  expect(takeBack(body.slice(0, 2), shorter)).toEqual(body)
})
