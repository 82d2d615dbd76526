/** Explain source text that is not in the article: markup, or removed for a reason that a finding gives. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {FINDINGS, type FindingRole} from '../../../schemas/findings.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Finding, MarkupInterval, RemovedInterval} from '../types.ts'
import {createCover} from './cover.ts'
import {hasWord} from './words.ts'

/** Words of the source that are not in the article, without a finding that explains it. */
export interface LostInterval extends SourceRange {
  kind: 'lost'
}

/** An interval that no text claims. */
export type UnclaimedInterval = MarkupInterval | RemovedInterval | LostInterval

/** Create a function that explains unclaimed ranges of the source, to be called in source order. */
export function createUnclaimed(
  source: string,
  markup: readonly SourceRange[],
  findings: readonly Finding[],
): (start: number, end: number) => UnclaimedInterval[] {
  const ofRole = (role: FindingRole) =>
    createCover(
      findings
        .filter(({code}) => FINDINGS[code].role === role)
        .flatMap((finding) => finding.ranges.map(({start, end}) => ({start, end, of: finding}))),
    )
  const removals = ofRole('removes')
  const syntax = ofRole('syntax')
  const marks = ofRole('marks')

  const isOnlyMarkup = createMarkupTest(source, markup)
  let next = 0

  return (start, end) => {
    if (isOnlyMarkup(start, end)) return [{start, end, kind: 'markup'}]
    const intervals: UnclaimedInterval[] = []
    while (next < markup.length && (markup[next]?.end ?? 0) <= start) next++
    let at = start
    for (let index = next; at < end; index++) {
      const tag = markup[index] ?? {start: end, end}
      const to = Math.min(end, tag.start)
      if (to > at) explain(at, to, intervals)
      const after = Math.min(end, tag.end)
      if (to < end && after > to) append(intervals, {start: Math.max(at, to), end: after, kind: 'markup'})
      at = Math.max(at, to, after)
    }
    return intervals
  }

  /** Explain text between two tags. */
  function explain(start: number, end: number, intervals: UnclaimedInterval[]): void {
    if (isBlank(source, start, end)) append(intervals, {start, end, kind: 'markup'})
    else
      for (const part of removals(start, end)) for (const interval of judge(part)) append(intervals, interval)
  }

  function judge({start, end, covered, of}: Piece): UnclaimedInterval[] {
    const text = withoutSyntax(source.slice(start, end))
    if (covered && of && text.trim() !== '') {
      return [{start, end, kind: 'removed', code: of.code, finding: of._key}]
    }
    if (!hasWord(text)) return [{start, end, kind: 'markup'}]
    return syntax(start, end).flatMap((piece): UnclaimedInterval[] => {
      if (piece.covered) return [{start: piece.start, end: piece.end, kind: 'markup'}]
      return marks(piece.start, piece.end).map((part): UnclaimedInterval => {
        const rest = withoutSyntax(source.slice(part.start, part.end))
        const isMarkup = !hasWord(rest) || (part.covered && LIST_MARK.test(rest))
        return {start: part.start, end: part.end, kind: isMarkup ? 'markup' : 'lost'}
      })
    })
  }
}

/**
 * Create a test whether a range holds only tags and white space, as nearly all ranges between two blocks of sound text
 * do, to be called in source order. Whatever the findings report, it is markup.
 */
function createMarkupTest(
  source: string,
  markup: readonly SourceRange[],
): (start: number, end: number) => boolean {
  let next = 0
  return (start, end) => {
    while (next < markup.length && (markup[next]?.end ?? 0) <= start) next++
    let index = next
    for (let at = start; at < end; at++) {
      const range = markup[index]
      if (range && range.start <= at) {
        at = range.end - 1
        index++
      } else if (!isSpace(source.charCodeAt(at))) return false
    }
    return true
  }
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

type Piece = ReturnType<ReturnType<typeof createCover<Finding>>>[number]

/** The number or letter of an item, with its punctuation. */
const LIST_MARK = /^[\s\p{P}\p{S}]*(?:\d{1,3}|\p{L}|[ivx]{2,5})[.)][\s\p{P}\p{S}]*$/u

const REFERENCE = /&(?:amp;)*(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{0,40}));?/gi

/** Tags and comments that the parser never saw: a repair dropped them, or they were text. */
const TAG = /<\/?[a-z][^<>]*>|<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>|&(?:amp;)*lt;\/?[a-z][^<>&]*&(?:amp;)*gt;/gi

/** Strip tags, and character references to anything but letters: white space, signs. */
function withoutSyntax(text: string): string {
  const plain = /[<&]/.test(text) ? text.replace(TAG, ' ') : text
  if (!plain.includes('&')) return plain
  return plain.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const decoded =
      name === undefined
        ? code <= 0x10ffff && String.fromCodePoint(code)
        : decodeNamedCharacterReference(name)
    if (decoded === false) return whole
    return hasWord(decoded) ? decoded : ' '
  })
}

/** Append an interval, or extend the last one by it if both are of one kind and touch. */
function append(intervals: UnclaimedInterval[], interval: UnclaimedInterval): void {
  const last = intervals.at(-1)
  const isSame =
    last?.kind === interval.kind &&
    (last.kind !== 'removed' || (interval.kind === 'removed' && last.finding === interval.finding))
  if (isSame && last.end === interval.start) last.end = interval.end
  else intervals.push(interval)
}

/** Whether only white space is between two offsets. */
function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(source.charCodeAt(at))) return false
  return true
}
