/**
 * What the repairs reported, indexed by source offset, so that a text with a thousand tables is not searched a thousand
 * times.
 */

import type {BodyBlock} from '../../../schemas/body.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Finding} from '../types.ts'
import {blockText} from './block-text.ts'

/** Queries for traces of repairs. Offsets are in the source. */
export interface Traces {
  /** Largest end offset of the blocks before `index`. */
  endBefore(index: number): number
  /** Whether repairs report incomplete tags between two offsets. */
  isBroken(start: number, end: number): boolean
  /** Whether all broken tags of the source are between two offsets. */
  isConfined(start: number, end: number): boolean
  /** Whether the remnant of a tag was removed between two offsets. */
  isLittered(start: number, end: number): boolean
  /** Texts of which a copy was dropped between two offsets. */
  copiesWithin(start: number, end: number): string[]
  /** Index of the last list item before `index` with this text; undefined if there is none. */
  itemBefore(text: string, index: number): number | undefined
  /** Keys of items that were attached to a list from outside. */
  joined: ReadonlySet<string>
}

const TAGS_BROKEN: ReadonlySet<string> = new Set([
  'escape-undone',
  'table-row-rebuilt',
  'table-tail-moved-out',
  'tag-debris-dropped',
  'tag-repaired',
])

/** Index the findings of an article. */
export function tracesOf(
  body: readonly BodyBlock[],
  findings: readonly Finding[],
  places: ReadonlyMap<string, SourceRange>,
): Traces {
  const ends = greatest(body.map(({_key}) => places.get(_key)?.end ?? 0))
  const broken = findings
    .filter(({code}) => TAGS_BROKEN.has(code))
    .flatMap(({ranges}) => ranges)
    .toSorted((a, b) => a.start - b.start)
  const brokenEnds = greatest(broken.map(({end}) => end))
  const debris = findings
    .filter(({code}) => code === 'tag-debris-dropped' || code === 'markup-text-dropped')
    .flatMap(({ranges}) => ranges)
    .toSorted((a, b) => a.start - b.start)
  const copies = findings
    .flatMap(({code, ranges: [range], before}) =>
      code === 'duplicate-dropped' && range ? [{...range, text: before ?? ''}] : [],
    )
    .toSorted((a, b) => a.start - b.start)
  const items = new Map<string, number[]>()
  body.forEach((block, index) => {
    if (block._type !== 'block' || !block.listItem) return
    const text = normal(blockText(block))
    const same = items.get(text)
    if (same) same.push(index)
    else items.set(text, [index])
  })
  return {
    endBefore: (index) => ends[index - 1] ?? 0,
    isBroken: (start, end) => (brokenEnds[countBelow(broken, (range) => range.start < end) - 1] ?? 0) > start,
    isConfined: (start, end) => (broken[0]?.start ?? 0) >= start && (brokenEnds.at(-1) ?? 0) <= end,
    isLittered: (start, end) =>
      (debris[countBelow(debris, (range) => range.start < start)]?.start ?? end) < end,
    copiesWithin: (start, end) =>
      copies
        .slice(
          countBelow(copies, (copy) => copy.start < start),
          countBelow(copies, (copy) => copy.start <= end),
        )
        .filter((copy) => copy.end <= end)
        .map(({text}) => text),
    itemBefore: (text, index) => {
      const same = items.get(normal(text)) ?? []
      return same[countBelow(same, (at) => at < index) - 1]
    },
    joined: new Set(
      findings
        .filter(({code}) => code === 'item-reattached')
        .flatMap(({targets}) => targets.map(({blockKey}) => blockKey)),
    ),
  }
}

/** Running maximum. */
function greatest(numbers: readonly number[]): number[] {
  let most = 0
  return numbers.map((number) => {
    most = Math.max(most, number)
    return most
  })
}

/** Number of entries of a sorted list before the first for which `below` is false. */
function countBelow<T>(sorted: readonly T[], below: (entry: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = sorted[middle]
    if (entry !== undefined && below(entry)) low = middle + 1
    else high = middle
  }
  return low
}

const normal = (text: string): string => text.replace(/\s+/g, ' ').trim()
