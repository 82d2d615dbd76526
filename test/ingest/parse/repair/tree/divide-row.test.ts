import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {columnOf, fitOf, shapeOf} from '../../../../../ingest/parse/repair/tree/lib/column-model.ts'
import {divideRow} from '../../../../../ingest/parse/repair/tree/lib/divide-row.ts'

const columnsOf = (rows: readonly string[][]) =>
  (rows[0] ?? []).map((_, at) => columnOf(rows.map((row) => row[at] ?? '')))

/** The texts of a division. */
function texts(cells: readonly string[], rows: readonly string[][]): string[] | undefined {
  return divideRow(cells, columnsOf(rows))?.parts.map((part) =>
    part === 'empty' ? '' : (cells[part.cell] ?? '').slice(part.from, part.to),
  )
}

test.each([
  ['14,044', '0,0'],
  ['Serie A', 'Aa A'],
  ['7. kyū', '0. a'],
  ['北京 12', 'x 0'],
])('the shape of %s is %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape)
})

test('a known value fits its column better than an unknown one', () => {
  const column = columnOf(['16,306', '15,904', '14,644'])
  expect(fitOf(column, '14,044')).toBeGreaterThan(fitOf(column, '14,04423,010'))
  expect(fitOf(column, '14,044')).toBeGreaterThan(fitOf(column, 'Serie A'))
})

describe('a row that lacks a cell', () => {
  const seasons = [
    ['2002 Ferry', '16,306', '25,603', 'Won'],
    ['2003 Tram', '15,904', '23,663', 'Lost'],
    ['2004 Ferry', '14,644', '20,488', 'Won'],
    ['2005 Bus', '12,980', '21,544', 'Lost'],
  ]
  test.each([
    ['two figures', ['2006 Tram', '14,04423,010', 'Won'], ['2006 Tram', '14,044', '23,010', 'Won']],
    ['a name and a figure', ['2006 Tram14,044', '23,010', 'Won'], ['2006 Tram', '14,044', '23,010', 'Won']],
    ['a figure and a word', ['2006 Tram', '14,044', '23,010Won'], ['2006 Tram', '14,044', '23,010', 'Won']],
  ])('%s', (_, cells, expected) => {
    expect(texts(cells, seasons)).toEqual(expected)
  })

  test('an empty place at the start', () => {
    const medals = [
      ['1', 'Norway', '6', '18'],
      ['2', 'Ghana', '4', '11'],
      ['3', 'Peru', '2', '7'],
    ]
    expect(texts(['Total', '12', '36'], medals)).toEqual(['', 'Total', '12', '36'])
  })
})

test('every division uses up all text, in order, and has a part for each column', () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[A-Z][a-z]{1,8}$/),
    fc.stringMatching(/^\d{1,3},\d{3}$/),
    fc.constant(''),
  )
  const table = fc.integer({min: 2, max: 5}).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: 2, maxLength: 6}),
      cells: fc.array(cell, {minLength: 1, maxLength: width}),
    }),
  )
  fc.assert(
    fc.property(table, ({rows, cells}) => {
      const found = texts(cells, rows)
      expect(found).toHaveLength(rows[0]?.length ?? 0)
      expect(found?.join('')).toBe(cells.join(''))
    }),
  )
})
