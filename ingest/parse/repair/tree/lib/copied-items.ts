/**
 * List items that are copies: of items in their own list, of a whole list, or left over from the end of another list.
 */
import type {Block, Copy, Item} from './copies.ts'
import type {Node} from './nodes.ts'
import {wordsIn} from './prose.ts'

/** Minimum number of words of a sentence that nobody repeats, except in a refrain. */
export const MIN_SENTENCE_WORDS = 8
/** Minimum number of words of a sentence that an article has only once. */
const MIN_UNIQUE_WORDS = 15
/** Minimum number of words of a list that nobody repeats. */
const MIN_LIST_WORDS = 12
/** Maximum number of other lists to compare a list with. */
const MAX_LISTS = 4
/** Minimum length of an item that nobody repeats in one list, in UTF-16 units. */
const MIN_ITEM_LENGTH = 8

type Add = (node: Node, of: Node, text: string) => void

/** Find items that their own list already contains. */
export function copiedItems(blocks: readonly Block[], add: Add): void {
  for (const items of runsOf(blocks)) {
    const same = new Map<string, Item[]>()
    for (const item of items) put(same, item.text, item)
    const records = areRecords(same.keys())
    // Nothing but one text, again and again, is what the list shows.
    if (same.size === 1 && items.length > 2) continue
    for (const [text, [first, ...others]] of same) {
      if (!first || others.length === 0 || text.length < MIN_ITEM_LENGTH) continue
      const isShort = wordsIn(text).length < MIN_SENTENCE_WORDS
      // A short text that is repeated often is a tally, and two records may share a value.
      if (isShort && (others.length > 1 || (records && nameOf(text)))) continue
      for (const {node} of others) add(node, first.node, text)
    }
  }
}

/** Read "Weight:" from "Weight: 3 kg". */
const nameOf = (text: string): string | undefined => /^[^:]{1,40}:/.exec(text.slice(0, 48))?.[0]

/** Whether a label occurs with several values: the items describe several things. */
function areRecords(texts: Iterable<string>): boolean {
  const names = new Set<string>()
  for (const text of texts) {
    const name = nameOf(text)
    if (name === undefined) continue
    if (names.has(name)) return true
    names.add(name)
  }
  return false
}

/** Collect the items of each list; adjacent lists are one in an article, which has only items. */
function runsOf(blocks: readonly Block[]): Item[][] {
  const runs: Item[][] = []
  for (const {items, isContinued} of blocks) {
    if (items.length === 0) continue
    const last = runs.at(-1)
    if (isContinued && last) for (const item of items) last.push(item)
    else runs.push([...items])
  }
  return runs
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** The remaining items of each block, and which lists of several items end with a text. */
interface Lists {
  items: readonly (readonly Item[])[]
  ending: ReadonlyMap<string, readonly number[]>
}

function listsOf(blocks: readonly Block[], dropped: ReadonlyMap<Node, Copy>): Lists {
  const items = blocks.map((block) => block.items.filter(({node}) => !dropped.has(node)))
  const ending = new Map<string, number[]>()
  for (const [index, list] of items.entries()) {
    const last = list.at(-1)
    if (last && list.length > 1) note(ending, last.text, index)
  }
  return {items, ending}
}

function note(lists: Map<string, number[]>, text: string, index: number): void {
  if ((lists.get(text)?.length ?? 0) < MAX_LISTS) put(lists, text, index)
}

/**
 * Find lists that an earlier one contains completely, as pairs of indices; and in other lists, the items that repeat an
 * earlier list from first to last, or are left over from the end of another.
 */
export function copiedLists(
  blocks: readonly Block[],
  dropped: ReadonlyMap<Node, Copy>,
  add: Add,
): Map<number, number> {
  const pairs = new Map<number, number>()
  const lists = listsOf(blocks, dropped)
  const starting = new Map<string, number[]>()
  const holding = new Map<string, number[]>()
  const texts = new Map<number, Set<string>>()
  for (const [index, items] of lists.items.entries()) {
    const [first] = items
    if (!first) continue
    const whole = isWeighty(items)
      ? holding.get(first.text)?.find((list) => items.every(({text}) => texts.get(list)?.has(text)))
      : undefined
    if (whole !== undefined) {
      pairs.set(index, whole)
      continue
    }
    for (const [item, of] of leftOver(blocks, index, lists, holding)) add(item.node, of.node, item.text)
    for (const [item, of] of copiedRuns(items, lists, starting)) add(item.node, of.node, item.text)
    texts.set(index, new Set(items.map(({text}) => text)))
    for (const text of texts.get(index) ?? []) note(holding, text, index)
    note(starting, first.text, index)
  }
  return pairs
}

/** Whether items have more words than a writer repeats. */
function isWeighty(items: readonly Item[]): boolean {
  const least = items.length > 1 ? MIN_LIST_WORDS : MIN_SENTENCE_WORDS
  let words = 0
  return items.some(({text}) => {
    words += wordsIn(text).length
    return words >= least
  })
}

/**
 * Find items left over from another list: anywhere, a sentence that is alone in its list and the last of another; at
 * the end of a list before a table, sentences that any earlier list has, and the last items of earlier lists that are
 * not right before a table themselves; and long sentences, anywhere.
 */
function leftOver(
  blocks: readonly Block[],
  index: number,
  {items, ending}: Lists,
  holding: ReadonlyMap<string, readonly number[]>,
): [Item, Item][] {
  const own = items[index] ?? []
  const twinIn = (list: number | undefined, text: string): Item | undefined =>
    list === undefined ? undefined : items[list]?.find((item) => item.text === text)
  const left: [Item, Item][] = []
  let isAtEnd = isBeforeTable(blocks, index)
  for (const item of own.toReversed()) {
    const words = wordsIn(item.text).length
    const [earlier, another] = holding.get(item.text) ?? []
    const ends = ending.get(item.text)?.filter((list) => list !== index) ?? []
    const isSentence = words >= MIN_SENTENCE_WORDS
    const list =
      (words >= MIN_UNIQUE_WORDS && another === undefined) || (isAtEnd && isSentence) ? earlier : undefined
    const last =
      isSentence && own.length === 1
        ? ends[0]
        : isAtEnd && item.text.length >= MIN_ITEM_LENGTH
          ? ends.find((end) => end < index && blocks[end + 1]?.kind !== 'table')
          : undefined
    const twin = twinIn(list ?? last, item.text)
    if (twin) left.push([item, twin])
    else isAtEnd = false
  }
  return left
}

/** Whether only lists are between a block and a table after it. */
function isBeforeTable(blocks: readonly Block[], index: number): boolean {
  let at = index + 1
  while (blocks[at]?.kind === 'list' && at - index < MAX_LISTS) at++
  return blocks[at]?.kind === 'table'
}

/** Find runs of items that repeat an earlier list from its first item to its last. */
function copiedRuns(
  own: readonly Item[],
  {items}: Lists,
  starting: ReadonlyMap<string, readonly number[]>,
): [Item, Item][] {
  const copied: [Item, Item][] = []
  for (let at = 0; at < own.length; ) {
    const list = starting
      .get(own[at]?.text ?? '')
      ?.map((index) => items[index] ?? [])
      .find(
        (earlier) =>
          earlier.length > 1 &&
          isWeighty(earlier) &&
          earlier.every(({text}, offset) => own[at + offset]?.text === text),
      )
    for (const [offset, of] of (list ?? []).entries()) copied.push([own[at + offset] as Item, of])
    at += list?.length ?? 1
  }
  return copied
}

/** Find short lone items that are the last of another list: left over, or a list of one. */
export function doubtfulItems(blocks: readonly Block[], dropped: ReadonlyMap<Node, Copy>): Copy[] {
  const {items, ending} = listsOf(blocks, dropped)
  return items.flatMap((list): Copy[] => {
    const [only] = list
    const other = only && list.length === 1 ? ending.get(only.text)?.[0] : undefined
    const twin = other === undefined ? undefined : items[other]?.at(-1)
    return only && twin && only.text.length >= MIN_ITEM_LENGTH
      ? [{node: only.node, of: twin.node, text: only.text}]
      : []
  })
}
