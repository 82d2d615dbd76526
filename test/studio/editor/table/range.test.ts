import {expect, it} from 'vitest'
import {cellsIn, emptied, headerRowsIn, rangeOf} from '../../../../studio/editor/table/range.ts'
import {gridOf, keys, table, textOfCell} from './make.ts'

const three = () =>
  table(
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ],
    {headerRows: 2},
  )

it('extends between any two corners', () => {
  const range = {top: 0, bottom: 2, left: 1, right: 2}
  expect(rangeOf({row: 2, column: 1}, {row: 0, column: 2})).toEqual(range)
  expect(rangeOf({row: 0, column: 2}, {row: 2, column: 1})).toEqual(range)
})

it('contains its cells and header rows', () => {
  const range = rangeOf({row: 1, column: 1}, {row: 2, column: 2})
  expect(cellsIn(three(), range).map((cells) => cells.map(textOfCell))).toEqual([
    ['e', 'f'],
    ['h', 'i'],
  ])
  expect(headerRowsIn(three(), range)).toBe(1)
  expect(headerRowsIn(three(), rangeOf({row: 2, column: 0}, {row: 2, column: 2}))).toBe(0)
})

it('is cleared, and its cells keep their keys', () => {
  const before = three()
  const after = emptied(before, rangeOf({row: 1, column: 1}, {row: 2, column: 2}), keys())
  expect(gridOf(after)).toEqual([
    ['a', 'b', 'c'],
    ['d', '', ''],
    ['g', '', ''],
  ])
  expect(after.rows.map(({cells}) => cells.map(({_key}) => _key))).toEqual(
    before.rows.map(({cells}) => cells.map(({_key}) => _key)),
  )
})
