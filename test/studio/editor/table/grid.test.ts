import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {raggedRows} from '../../../../schemas/checks/table-grid.ts'
import {
  alignColumn,
  insertColumn,
  insertRow,
  moveColumn,
  moveRow,
  pasted,
  removeColumn,
  removeRow,
  squared,
  typedInto,
} from '../../../../studio/editor/table/grid.ts'
import {cellOf} from '../../../../studio/editor/table/text.ts'
import {gridOf, keys, table} from './make.ts'

const small = () =>
  table(
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    {headerRows: 1, headerColumns: 1, alignment: ['left', 'right']},
  )

describe('rows', () => {
  it('are inserted with empty cells', () => {
    const next = insertRow(small(), 1, keys())
    expect(gridOf(next)).toEqual([
      ['a', 'b'],
      ['', ''],
      ['c', 'd'],
    ])
    expect(next.headerRows).toBe(1)
  })
  it('are removed, header rows included', () => {
    expect(removeRow(small(), 0)).toMatchObject({headerRows: 0, rows: [{cells: {length: 2}}]})
  })
  it('cannot be removed down to none', () => {
    expect(removeRow(table([['a']]), 0)).toBeUndefined()
  })
  it('move', () => {
    expect(gridOf(moveRow(table([['a'], ['b'], ['c']]), 0, 2))).toEqual([['b'], ['c'], ['a']])
  })
})

describe('columns', () => {
  it('are inserted with their alignment', () => {
    const next = insertColumn(small(), 1, keys())
    expect(gridOf(next)).toEqual([
      ['a', '', 'b'],
      ['c', '', 'd'],
    ])
    expect(next.alignment).toEqual(['left', 'none', 'right'])
  })
  it('go', () => {
    const next = removeColumn(small(), 0)
    expect(next && gridOf(next)).toEqual([['b'], ['d']])
    expect(next).toMatchObject({alignment: ['right'], headerColumns: 0})
  })
  it('move', () => {
    const next = moveColumn(small(), 0, 1, keys())
    expect(gridOf(next)).toEqual([
      ['b', 'a'],
      ['d', 'c'],
    ])
    expect(next.alignment).toEqual(['right', 'left'])
  })
  it('are aligned, and the default alignment of all is not stored', () => {
    const one = alignColumn(table([['a', 'b']]), 1, 'center')
    expect(one.alignment).toEqual(['none', 'center'])
    expect('alignment' in alignColumn(one, 1, 'none')).toBe(false)
  })
})

describe('pasted cells', () => {
  const source = (rows: string[][]) => rows.map((row) => row.map((text) => cellOf(text, keys())))
  it('replace others, which keep their keys', () => {
    const before = small()
    const next = pasted(before, {row: 0, column: 1}, source([['x'], ['y']]), keys())
    expect(gridOf(next)).toEqual([
      ['a', 'x'],
      ['c', 'y'],
    ])
    expect(next.rows[0]?.cells[1]?._key).toBe(before.rows[0]?.cells[1]?._key)
  })
  it('make the table grow if they extend beyond it', () => {
    expect(
      gridOf(
        pasted(
          small(),
          {row: 1, column: 1},
          source([
            ['1', '2'],
            ['3', '4'],
          ]),
          keys(),
        ),
      ),
    ).toEqual([
      ['a', 'b', ''],
      ['c', '1', '2'],
      ['', '3', '4'],
    ])
  })
})

const grids = fc.array(fc.array(fc.string(), {minLength: 1, maxLength: 5}), {minLength: 1, maxLength: 6})
const step = fc.tuple(
  fc.constantFrom('row+', 'row-', 'rowM', 'col+', 'col-', 'colM', 'paste'),
  fc.nat(5),
  fc.nat(5),
)

it('after any change, the table is a rectangle with its headers and one alignment for each column', () => {
  fc.assert(
    fc.property(grids, fc.array(step, {maxLength: 8}), (rows, steps) => {
      let count = 0
      const newKey = () => `n${++count}`
      let grid = squared(table(rows, {headerRows: 1, alignment: ['left']}), newKey)
      for (const [what, a, b] of steps) {
        const height = grid.rows.length
        const width = grid.rows[0]?.cells.length ?? 0
        const next =
          what === 'row+'
            ? insertRow(grid, a % (height + 1), newKey)
            : what === 'row-'
              ? removeRow(grid, a % height)
              : what === 'rowM'
                ? moveRow(grid, a % height, b % height)
                : what === 'col+'
                  ? insertColumn(grid, a % (width + 1), newKey)
                  : what === 'col-'
                    ? removeColumn(grid, a % width)
                    : what === 'colM'
                      ? moveColumn(grid, a % width, b % width, newKey)
                      : pasted(grid, {row: a % height, column: b % width}, [[cellOf('x', newKey)]], newKey)
        grid = next ?? grid
      }
      expect(raggedRows(grid)).toBe(true)
      expect(grid.headerRows).toBeLessThanOrEqual(grid.rows.length)
      expect(grid.headerRows).toBeGreaterThanOrEqual(0)
      const all = grid.rows.flatMap((row) => [row._key, ...row.cells.map(({_key}) => _key)])
      expect(new Set(all).size).toBe(all.length)
    }),
  )
})

it('a text is typed into a cell with its key, or into a missing cell', () => {
  const before = small()
  const after = typedInto(before, {row: 1, column: 0}, 'x', keys())
  expect(gridOf(after)).toEqual([
    ['a', 'b'],
    ['x', 'd'],
  ])
  expect(after.rows[1]?.cells[0]?._key).toBe(before.rows[1]?.cells[0]?._key)
  expect(gridOf(typedInto(before, {row: 0, column: 3}, 'y', keys()))[0]).toEqual(['a', 'b', '', 'y'])
  expect(typedInto(before, {row: 9, column: 0}, 'z', keys())).toBe(before)
})
