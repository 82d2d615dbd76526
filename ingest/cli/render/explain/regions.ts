/**
 * The regions of a source in order: which parts became the article, and why others were removed. They come from the
 * partition and the findings, and help an operator see what went wrong on a new site.
 */
import {listWords} from '../../../parse/partition/words.ts'
import type {Finding, ParseResult} from '../../../parse/types.ts'

/** A part of the source that was handled in one way. */
export interface Region {
  kind: 'kept' | 'removed'
  /** Offsets in the source; half-open. */
  start: number
  end: number
  /** Number of words, without markup. */
  words: number
  /** The start of its text, with white space collapsed: see {@link SNIPPET}. */
  snippet: string
  /** Keys of its blocks; the title has none. */
  blocks: string[]
  /** Why it was removed. */
  finding?: Finding
}

const SNIPPET = 200

/** Merge neighbours of the same kind and reason; markup joins its surroundings. */
export function regionsOf({partition, findings, source}: ParseResult): Region[] {
  const known = new Map(findings.map((finding) => [finding._key, finding]))
  const regions: Region[] = []
  /** Whether markup precedes the next piece. */
  let isApart = false
  for (const interval of partition) {
    if (interval.kind === 'markup') {
      isApart = true
      continue
    }
    const {start, end} = interval
    const isRemoved = interval.kind === 'removed'
    const finding = isRemoved ? known.get(interval.finding) : undefined
    const last = regions.at(-1)
    const isSame =
      last && (isRemoved ? last.kind === 'removed' && last.finding === finding : last.kind === 'kept')
    const text = interval.kind === 'changed' ? interval.after : source.slice(start, end)
    const region: Region = isSame
      ? last
      : {
          kind: isRemoved ? 'removed' : 'kept',
          start,
          end,
          words: 0,
          snippet: '',
          blocks: [],
          ...(finding && {finding}),
        }
    if (!isSame) regions.push(region)
    region.end = Math.max(region.end, end)
    region.words += listWords(text).length
    if (region.snippet.length < SNIPPET) {
      region.snippet = `${region.snippet}${isApart ? ' ' : ''}${text.slice(0, SNIPPET * 4)}`
        .replace(/\s+/g, ' ')
        .slice(0, SNIPPET)
    }
    isApart = false
    if (!isRemoved && interval.blockKey !== undefined && region.blocks.at(-1) !== interval.blockKey) {
      region.blocks.push(interval.blockKey)
    }
  }
  return regions.filter(({words}) => words > 0).map((region) => ({...region, snippet: region.snippet.trim()}))
}
