/** Ranges of each block without the text of others: a tag’s range may cover text that a repair moved. */
import {firstEnding} from '../trace/first-ending.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {BlockSource, Interval} from '../types.ts'
import type {LostInterval} from './unclaimed.ts'

/** Restrict the ranges of each block to its own text. */
export function ownRanges(
  blockSources: readonly BlockSource[],
  partition: readonly (Interval | LostInterval)[],
): BlockSource[] {
  return blockSources.map(({blockKey, ranges}) => ({
    blockKey,
    ranges: ranges.flatMap((range) => without(range, blockKey, partition)),
  }))
}

function without(
  range: SourceRange,
  blockKey: string,
  partition: readonly (Interval | LostInterval)[],
): SourceRange[] {
  const own: SourceRange[] = []
  let at = range.start
  for (let index = firstEnding(partition, range.start); index < partition.length; index++) {
    const interval = partition[index]
    if (!interval || interval.start >= range.end) break
    const isClaim = interval.kind === 'kept' || interval.kind === 'changed'
    if (!isClaim || interval.blockKey === blockKey || interval.start === interval.end) continue
    if (interval.start > at) own.push({start: at, end: interval.start})
    at = Math.max(at, interval.end)
  }
  if (at < range.end) own.push({start: at, end: range.end})
  return own
}
