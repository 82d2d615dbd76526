import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  alignColumn,
  insertColumn,
  insertRow,
  moveColumn,
  moveRow,
  pasted,
  removeColumn,
  removeRow,
} from '../../../../studio/editor/table/grid.ts'
import {type Step, stepsBetween} from '../../../../studio/editor/table/steps.ts'
import {cellOf, retyped} from '../../../../studio/editor/table/text.ts'
import type {TableNode} from '../../../../studio/editor/table/types.ts'
import {gridOf, keys, table} from './make.ts'

type Node = Record<string, unknown> & {_key: string}

/** What the editor makes of steps, as it says of its operations; each must find its place. */
function taken(start: TableNode, steps: readonly Step[]): TableNode {
  let body: Node[] = [structuredClone(start) as unknown as Node]
  for (const step of steps) {
    const at = [...step.at]
    const last = at.pop()
    let list: Node[] = body
    let holder: Node | undefined
    for (let index = 0; index < at.length; index++) {
      const segment = at[index]
      if (typeof segment === 'object') {
        holder = list.find(({_key}) => _key === segment._key)
        expect(holder).toBeDefined()
      } else list = (holder as Node)[segment as string] as Node[]
    }
    if (typeof last === 'string') {
      const node = holder as Node
      if (step.type === 'unset') delete node[last]
      else if (step.type === 'set') node[last] = step.value
      continue
    }
    const place = typeof last === 'number' ? last : list.findIndex(({_key}) => _key === last?._key)
    expect(place).toBeGreaterThanOrEqual(0)
    if (step.type === 'set') list[place] = step.value as Node
    else if (step.type === 'unset') list.splice(place, 1)
    else {
      const value = step.value as Node
      expect(list.map(({_key}) => _key)).not.toContain(value._key)
      list.splice(step.position === 'after' ? place + 1 : place, 0, value)
    }
    // The editor would fill an empty list.
    expect(list.length).toBeGreaterThan(0)
    body = [...body]
  }
  return body[0] as unknown as TableNode
}

const big = () => table(Array.from({length: 4}, (_, row) => ['a', 'b', 'c'].map((name) => `${name}${row}`)))

function typed(from: TableNode, row: number, column: number, text: string): TableNode {
  const rows = from.rows.map((each, at) =>
    at === row
      ? {
          ...each,
          cells: each.cells.map((cell, place) => (place === column ? retyped(cell, text, keys()) : cell)),
        }
      : each,
  )
  return {...from, rows}
}

/** Keys that no table of these tests has. */
function fresh(name: string): () => string {
  let count = 0
  return () => `${name}${++count}`
}

describe('steps from one state of a table to another', () => {
  it.each<[string, (from: TableNode) => TableNode | undefined, number]>([
    ['nothing', (from) => from, 0],
    ['a cell typed in', (from) => typed(from, 1, 1, 'new'), 1],
    ['a row more', (from) => insertRow(from, 2, fresh('n')), 1],
    ['a row less', (from) => removeRow(from, 0), 1],
    ['a row moved far', (from) => moveRow(from, 3, 0), 2],
    ['a column more', (from) => insertColumn(from, 1, fresh('n')), 4],
    ['a column less', (from) => removeColumn(from, 2), 4],
    ['a column moved', (from) => moveColumn(from, 0, 2, fresh('n')), 8],
    ['a column aligned', (from) => alignColumn(from, 0, 'right'), 1],
    [
      'a range pasted',
      (from) =>
        pasted(
          from,
          {row: 3, column: 2},
          [
            [cellOf('x', fresh('x')), cellOf('y', fresh('y'))],
            [cellOf('z', fresh('z')), cellOf('w', fresh('w'))],
          ],
          fresh('n'),
        ),
      6,
    ],
  ])('%s', (_, change, count) => {
    const from = big()
    const to = change(from)
    if (!to) throw new Error('Expected a table')
    const steps = stepsBetween(from, to)
    expect(steps).toHaveLength(count)
    expect(taken(from, steps)).toEqual(to)
  })

  it('are one step if keys are missing or duplicated, or if there are too many', () => {
    const from = big()
    const [first] = from.rows
    const doubled = {...from, rows: [...from.rows, first as TableNode['rows'][number]]}
    expect(stepsBetween(from, doubled)).toEqual([{type: 'set', at: [{_key: 'table'}], value: doubled}])
    const long = table(Array.from({length: 200}, () => ['a', 'b']))
    const moved = moveColumn(long, 0, 1, fresh('n'))
    expect(stepsBetween(long, moved)).toEqual([{type: 'set', at: [{_key: 'table'}], value: moved}])
  })

  it('keep what somebody else has changed meanwhile', () => {
    const from = big()
    const mine = typed(insertRow(from, 1, fresh('m')), 0, 0, 'mine')
    const theirs = removeRow(typed(insertColumn(from, 3, fresh('t')), 3, 2, 'theirs'), 1) as TableNode
    const both = taken(theirs, stepsBetween(from, mine, theirs))
    expect(gridOf(both)).toEqual([
      ['mine', 'b0', 'c0', ''],
      ['', '', ''],
      ['a2', 'b2', 'c2', ''],
      ['a3', 'b3', 'theirs', ''],
    ])
  })

  it('do not restore what somebody else has removed, and move changed items as they are now', () => {
    const from = big()
    const gone = removeRow(from, 2) as TableNode
    expect(taken(gone, stepsBetween(from, typed(from, 2, 0, 'mine'), gone))).toEqual(gone)
    expect(gridOf(taken(gone, stepsBetween(from, moveRow(from, 2, 0), gone)))).toEqual(gridOf(gone))
    const theirs = typed(from, 3, 1, 'theirs')
    expect(gridOf(taken(theirs, stepsBetween(from, moveRow(from, 3, 0), theirs)))[0]).toEqual([
      'a3',
      'theirs',
      'c3',
    ])
  })

  it('lead from any state to any other of the same table', () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constantFrom('insertRow', 'insertColumn', 'removeRow', 'removeColumn'),
        at: fc.nat(5),
      }),
      fc.record({kind: fc.constantFrom('moveRow', 'moveColumn'), at: fc.nat(5), to: fc.nat(5)}),
      fc.record({kind: fc.constant('type'), at: fc.nat(5), to: fc.nat(5)}),
    )
    fc.assert(
      fc.property(fc.array(change, {maxLength: 12}), (changes) => {
        const from = big()
        const newKey = fresh('n')
        let to: TableNode = from
        for (const {kind, at, ...rest} of changes) {
          const other = 'to' in rest ? rest.to : 0
          const rows = to.rows.length
          const width = to.rows[0]?.cells.length ?? 1
          if (kind === 'insertRow') to = insertRow(to, at % (rows + 1), newKey)
          if (kind === 'insertColumn') to = insertColumn(to, at % (width + 1), newKey)
          if (kind === 'removeRow') to = removeRow(to, at % rows) ?? to
          if (kind === 'removeColumn') to = removeColumn(to, at % width) ?? to
          if (kind === 'moveRow') to = moveRow(to, at % rows, other % rows)
          if (kind === 'moveColumn') to = moveColumn(to, at % width, other % width, newKey)
          if (kind === 'type') to = typed(to, at % rows, other % width, `typed ${at}`)
        }
        expect(taken(from, stepsBetween(from, to))).toEqual(to)
      }),
    )
  })
})
