/**
 * Small steps from one state of a table to another. Unchanged cells are not written, so that two people who edit the same table do not overwrite
 * each other's work.
 */
import type {Cell, Row, TableNode} from './types.ts'

type Segment = {_key: string} | string | number
type At = readonly Segment[]

/** One of the editor's operations. */
export type Step =
  | {type: 'set'; at: At; value: unknown}
  | {type: 'unset'; at: At}
  | {type: 'insert'; at: At; value: unknown; position: 'before' | 'after'}

interface Keyed {
  _key: string
}

/**
 * Beyond this number, the whole table is written in one step. Moving a column of a long table changes every row, and each step takes the editor
 * as long as a key press.
 */
const MAX_STEPS = 150

/**
 * The steps from `before` to `after`, to be taken in order.
 *
 * @param now the table when the steps are taken; what others have removed meanwhile stays removed, and what they have inserted or changed is
 * kept
 */
export function stepsBetween(before: TableNode, after: TableNode, now: TableNode = before): Step[] {
  const at = [{_key: before._key}]
  const whole: Step[] = [{type: 'set', at, value: after}]
  if (!isKeyed(before) || !isKeyed(after) || !isKeyed(now)) return whole
  const {rows: _, ...was} = before as TableNode & Record<string, unknown>
  const {rows: __, ...is} = after as TableNode & Record<string, unknown>
  const names = new Set([...Object.keys(was), ...Object.keys(is)])
  const fields = [...names]
    .filter((name) => !same(was[name], is[name]))
    .map((name): Step => {
      const place = [...at, name]
      return is[name] === undefined ? {type: 'unset', at: place} : {type: 'set', at: place, value: is[name]}
    })
  const rows = listSteps(before.rows, after.rows, now.rows, [...at, 'rows'], rowSteps)
  const steps = [...fields, ...rows]
  return steps.length > MAX_STEPS && same(before, now) ? whole : steps
}

function rowSteps(before: Row, after: Row, now: Row, at: At): Step[] {
  const {cells: _, ...was} = before
  const {cells: __, ...is} = after
  if (!same(was, is)) return [{type: 'set', at, value: after}]
  return listSteps(before.cells, after.cells, now.cells, [...at, 'cells'], cellSteps)
}

const cellSteps = (before: Cell, after: Cell, _now: Cell, at: At): Step[] =>
  same(before, after) ? [] : [{type: 'set', at, value: after}]

/**
 * Steps that change a list.
 *
 * @param inside returns the steps inside an item that stays in its place
 */
function listSteps<Item extends Keyed>(
  before: readonly Item[],
  after: readonly Item[],
  now: readonly Item[],
  list: At,
  inside: (before: Item, after: Item, now: Item, at: At) => Step[],
): Step[] {
  const [was, is, there] = [byKey(before), byKey(after), byKey(now)]
  const at = (key: string): At => [...list, {_key: key}]
  const order = new Map(before.map(({_key}, index) => [_key, index]))
  const common = after.filter(({_key}) => was.has(_key))
  const staying = longestRising(common.map(({_key}) => order.get(_key) as number))
  const stays = new Set(common.filter((_, index) => staying.has(index)).map(({_key}) => _key))
  const steps: Step[] = []

  const changed = after.flatMap((item) => {
    const [old, current] = [was.get(item._key), there.get(item._key)]
    return stays.has(item._key) && old && current ? inside(old, item, current, at(item._key)) : []
  })
  /** The keys of the list after the steps so far. */
  let keys = now.map(({_key}) => _key)
  const drop = (key: string): void => {
    if (!keys.includes(key)) return
    keys = keys.filter((each) => each !== key)
    steps.push({type: 'unset', at: at(key)})
  }
  // The editor fills empty lists, so new items are inserted before old ones are removed.
  for (const [index, item] of after.entries()) {
    const {_key} = item
    if (stays.has(_key)) continue
    // A moved item that is missing now was removed by somebody else.
    if (was.has(_key) && !there.has(_key)) continue
    drop(_key)
    const old = was.get(_key)
    // An item that only moves is written as it is now.
    const value = old && same(old, item) ? there.get(_key) : item
    const beside = after.slice(0, index).findLast((each) => keys.includes(each._key))?._key
    steps.push({...placeOf(beside, keys, list), type: 'insert', value})
    keys.splice(beside === undefined ? 0 : keys.indexOf(beside) + 1, 0, _key)
  }
  for (const {_key} of before) if (!is.has(_key)) drop(_key)
  return [...changed, ...steps]
}

function placeOf(
  beside: string | undefined,
  keys: readonly string[],
  list: At,
): {at: At; position: 'before' | 'after'} {
  if (beside !== undefined) return {at: [...list, {_key: beside}], position: 'after'}
  const [first] = keys
  return first === undefined
    ? {at: [...list, 0], position: 'before'}
    : {at: [...list, {_key: first}], position: 'before'}
}

/** The indexes of a longest increasing subsequence: the items that need not move. */
function longestRising(numbers: readonly number[]): Set<number> {
  if (numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number)))
    return new Set(numbers.keys())
  const best: {length: number; from: number}[] = []
  let last = -1
  for (const [index, number] of numbers.entries()) {
    let longest = {length: 1, from: -1}
    for (let earlier = 0; earlier < index; earlier++) {
      const length = (best[earlier]?.length ?? 0) + 1
      if ((numbers[earlier] as number) < number && length > longest.length) longest = {length, from: earlier}
    }
    best.push(longest)
    if (last < 0 || longest.length > (best[last]?.length ?? 0)) last = index
  }
  const places = new Set<number>()
  for (; last >= 0; last = best[last]?.from ?? -1) places.add(last)
  return places
}

const byKey = <Item extends Keyed>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item._key, item]))

/** Whether all rows have different keys, and all cells of each row. */
const isKeyed = ({rows}: TableNode): boolean =>
  hasKeys(rows) && rows.every(({cells}) => cells.length > 0 && hasKeys(cells))

const hasKeys = (items: readonly Partial<Keyed>[]): boolean =>
  items.every(({_key}) => _key) && new Set(items.map(({_key}) => _key)).size === items.length

/** Whether two values have the same JSON, order of keys included. */
const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)
