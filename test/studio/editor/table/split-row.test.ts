import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {moveTextOut, rowsToText, splitRow} from '../../../../studio/editor/table/split-row.ts'
import {gridOf, keys, table, textOfBlock} from './make.ts'

describe('a row parted', () => {
  it('at the caret, and the other cells after their first line', () => {
    const two = table([['Bern\nBasel', '140,000\n178,000', 'capital']])
    expect(gridOf(splitRow(two, {row: 0, column: 0, block: 1, offset: 0}, keys()))).toEqual([
      ['Bern', '140,000', 'capital'],
      ['Basel', '178,000', ''],
    ])
  })
  it('within a line', () => {
    const two = table([['Bern Basel', '140,000']])
    expect(gridOf(splitRow(two, {row: 0, column: 0, block: 0, offset: 4}, keys()))).toEqual([
      ['Bern', '140,000'],
      ['Basel', ''],
    ])
  })
  it('at a row that is not there: as it was', () => {
    const one = table([['a']])
    expect(splitRow(one, {row: 4, column: 0, block: 0, offset: 0}, keys())).toBe(one)
  })
})

describe('a row as text', () => {
  it('goes below the table with the rows under it', () => {
    const {table: rest, text} = rowsToText(
      table([
        ['a', 'b'],
        ['And so', ''],
        ['the page went on', 'x'],
      ]),
      1,
      keys(),
    )
    expect(rest && gridOf(rest)).toEqual([['a', 'b']])
    expect(text.map(textOfBlock)).toEqual(['And so', 'the page went on', 'x'])
  })
  it('of all rows leaves no table', () => {
    expect(rowsToText(table([['a']]), 0, keys()).table).toBeUndefined()
  })
})

it('a last cell that swallowed the page gives it back from the caret on', () => {
  const swallowed = table([
    ['Bern', '140,000'],
    ['Basel', '178,000\nThe council meets on Monday.\nIt is open to all.'],
  ])
  const {table: rest, text} = moveTextOut(swallowed, {row: 1, column: 1, block: 1, offset: 0}, keys())
  expect(gridOf(rest)).toEqual([
    ['Bern', '140,000'],
    ['Basel', '178,000'],
  ])
  expect(text.map(textOfBlock)).toEqual(['The council meets on Monday.', 'It is open to all.'])
})

const words = (value: unknown): string[] => JSON.stringify(value).match(/w\d+/g)?.toSorted() ?? []

it('no word is lost or made, wherever a row is parted', () => {
  const cell = fc.array(fc.nat(999), {maxLength: 4}).map((list) => list.map((n) => `w${n}`).join('\n'))
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 4}),
      fc.nat(3),
      fc.nat(3),
      fc.nat(3),
      (rows, row, column, block) => {
        const grid = table(rows)
        const caret = {row, column, block, offset: 0}
        const before = words(gridOf(grid))
        expect(words(gridOf(splitRow(grid, caret, keys())))).toEqual(before)
        const rest = moveTextOut(grid, caret, keys())
        expect(words([gridOf(rest.table), rest.text.map(textOfBlock)])).toEqual(before)
        const out = rowsToText(grid, row, keys())
        expect(words([out.table && gridOf(out.table), out.text.map(textOfBlock)])).toEqual(before)
      },
    ),
  )
})
