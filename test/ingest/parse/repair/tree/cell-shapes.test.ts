import {describe, expect, test} from 'vitest'
import {cellClass, columnsIn} from '../../../../../ingest/parse/repair/tree/lib/cell-shapes.ts'

describe('the class of a cell', () => {
  test.each(['12', '1,240.50', '-3 %', '€4.99', '12 May 2020', '7:45', '–', '820 l'])(
    '%s is a number',
    (text) => {
      expect(cellClass(text)).toBe('number')
    },
  )
  test.each(['Harbour', '12 apostles of the road', 'B12 and more', 'No. of seats'])('%s is words', (text) => {
    expect(cellClass(text)).toBe('words')
  })
})

describe('the period of a run of cells', () => {
  const shapes = (text: string) => [...text].map((letter) => (letter === 'n' ? 'number' : 'words'))
  test.each([
    ['www wnn wnn wnn', {from: 0, columns: 3, rows: 4}],
    ['w ww wn wn wn', {from: 1, columns: 2, rows: 4}],
    ['ww wn wn wn w', {from: 0, columns: 2, rows: 4}],
  ])('%s', (text, grid) => {
    expect(columnsIn(shapes(text.replaceAll(' ', '')))).toEqual(grid)
  })
  test.each([
    'wwwwwwwwwwww',
    'wn wn wn wn',
    'www wnn wnn',
    'www wnn wnw wnn',
    'nnnnnnnnnnnn',
    'www wnn wnn wnn wn',
  ])('none in %s', (text) => {
    expect(columnsIn(shapes(text.replaceAll(' ', '')))).toBeUndefined()
  })
})
