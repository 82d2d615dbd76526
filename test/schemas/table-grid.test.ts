import {expect, test} from 'vitest'
import {captionMissing, headerMissing, headersInside, raggedRows} from '../../schemas/checks/table-grid.ts'

const row = (key: string, cells: number) => ({_key: key, cells: Array.from({length: cells}, () => ({}))})

test('a ragged table is an error at each row that differs from the first', () => {
  expect(raggedRows({rows: [row('a', 3), row('b', 2), row('c', 3), row('d', 4)]})).toEqual([
    {message: expect.stringContaining('Row 2 has 2 cells'), path: ['rows', {_key: 'b'}]},
    {message: expect.stringContaining('Row 4 has 4 cells'), path: ['rows', {_key: 'd'}]},
  ])
})

test.each([
  ['no table', undefined],
  ['no rows yet', {}],
  ['one row', {rows: [row('a', 3)]}],
  ['a rectangle', {rows: [row('a', 3), row('b', 3)]}],
])('%s is not ragged', (_, table) => {
  expect(raggedRows(table)).toBe(true)
})

test.each([
  {headerRows: 2, headerColumns: 3, problems: 0},
  {headerRows: 3, headerColumns: 0, problems: 1},
  {headerRows: 0, headerColumns: 4, problems: 1},
  {headerRows: 3, headerColumns: 4, problems: 2},
])(
  '$headerRows header rows and $headerColumns header columns of a 2 by 3 table: $problems problems',
  (given) => {
    const result = headersInside({rows: [row('a', 3), row('b', 3)], ...given})
    expect(result === true ? 0 : result.length).toBe(given.problems)
  },
)

test('a table without a header is a warning, with a header row or column it is not', () => {
  expect(headerMissing({headerRows: 0})).toContain('No header row')
  expect(headerMissing({})).toContain('No header row')
  expect(headerMissing({headerRows: 1})).toBe(true)
  expect(headerMissing({headerRows: 0, headerColumns: 1})).toBe(true)
})

test('a blank caption counts as none', () => {
  expect(captionMissing({caption: ' '})).toContain('No caption')
  expect(captionMissing({caption: 'Trade by year'})).toBe(true)
})
