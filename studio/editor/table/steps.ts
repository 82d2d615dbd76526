/**
 * From one state of a table to another in small steps: what did not change is not written, so that two people who edit one table do not
 * undo each other's work.
 */
import type {Cell, Row, TableNode} from './types.ts'

type Segment = {_key: string} | string | number
type At = readonly Segment[]

/** As the editor's operations of the same names. */
export type Step =
  | {type: 'set'; at: At; value: unknown}
  | {type: 'unset'; at: At}
  | {type: 'insert'; at: At; value: unknown; position: 'before' | 'after'}

interface Keyed {
  _key: string
}

/**
 * More steps than this are one: the whole table. A column that moves in a long table touches every row, and each step costs the editor
 * as much as a key pressed.
 */
const MOST_STEPS = 150

/**
 * Steps that lead from `before` to `after`, two states of one table. `now` is the table as it is when they are taken: what somebody else
 * took out meanwhile is not written, what somebody else put in or changed stays. The steps are to be taken in order.
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
  return steps.length > MOST_STEPS && same(before, now) ? whole : steps
}

function rowSteps(before: Row, after: Row, now: Row, at: At): Step[] {
  const {cells: _, ...was} = before
  const {cells: __, ...is} = after
  if (!same(was, is)) return [{type: 'set', at, value: after}]
  return listSteps(before.cells, after.cells, now.cells, [...at, 'cells'], cellSteps)
}

const cellSteps = (before: Cell, after: Cell, _now: Cell, at: At): Step[] =>
  same(before, after) ? [] : [{type: 'set', at, value: after}]

/** `inside`: the steps of a member that stays. */
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
  /** Keys of the list as it is after the steps so far. */
  let keys = now.map(({_key}) => _key)
  const drop = (key: string): void => {
    if (!keys.includes(key)) return
    keys = keys.filter((each) => each !== key)
    steps.push({type: 'unset', at: at(key)})
  }
  // A list is never empty on the way, as the editor would fill it: what is new is put in before what goes is taken out.
  for (const [index, item] of after.entries()) {
    const {_key} = item
    if (stays.has(_key)) continue
    // What moves was there, and was taken out by somebody if it is not.
    if (was.has(_key) && !there.has(_key)) continue
    drop(_key)
    const old = was.get(_key)
    // What only moves goes as it is by now.
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

/** Places of a longest rising run of numbers: what need not move. */
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

/** Whether every row and cell has a key that no other beside it has. */
const isKeyed = ({rows}: TableNode): boolean =>
  hasKeys(rows) && rows.every(({cells}) => cells.length > 0 && hasKeys(cells))

const hasKeys = (items: readonly Partial<Keyed>[]): boolean =>
  items.every(({_key}) => _key) && new Set(items.map(({_key}) => _key)).size === items.length

/** Equal as JSON; members in another order are not. */
const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)
