import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {moveTextOut, splitRow} from '../../../../studio/editor/table/split-row.ts'
import {gridOf, keys, table, textOfBlock} from './make.ts'

describe('splitting a row', () => {
  it('splits one cell at the caret and the others after their first line', () => {
    const two = table([['Bern\nBasel', '140,000\n178,000', 'capital']])
    expect(gridOf(splitRow(two, {row: 0, column: 0, block: 1, offset: 0}, keys()))).toEqual([
      ['Bern', '140,000', 'capital'],
      ['Basel', '178,000', ''],
    ])
  })
  it('splits a cell within a line', () => {
    const two = table([['Bern Basel', '140,000']])
    expect(gridOf(splitRow(two, {row: 0, column: 0, block: 0, offset: 4}, keys()))).toEqual([
      ['Bern', '140,000'],
      ['Basel', ''],
    ])
  })
  it('changes nothing at a missing row', () => {
    const one = table([['a']])
    expect(splitRow(one, {row: 4, column: 0, block: 0, offset: 0}, keys())).toBe(one)
  })
})

it('moves text after the caret out of a last cell that contains the rest of the page', () => {
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

it('loses and adds no word, wherever a row is split', () => {
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
      },
    ),
  )
})
