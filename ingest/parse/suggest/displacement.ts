/**
 * Find blocks that a table displaced.
 *
 * In the correct order: A, the table, X, Y, Z. X stayed in the table’s last row; Y was moved before the table, together
 * with copies of the last items of its lists, the inner list’s first. Y’s first list may have merged with the list at
 * the end of A. Y ends at the table; X ends at the end of the row’s line; the beginning of Y must be found
 * (`section-start.ts`).
 */

import type {BodyBlock} from '../../../schemas/body.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {blockText, hulls, lastSentence} from './block-text.ts'
import type {SuggestInput} from './input.ts'
import {isDangling} from './lead-in.ts'
import {lineEnd, listSplit} from './list-split.ts'
import {type Traces, tracesOf} from './repair-traces.ts'
import {MAX_SECTION_PIECES, sectionStart} from './section-start.ts'
import {type Piece, piecesOf} from './sequence.ts'
import {type SharedWords, sharedWords} from './shared-words.ts'

/** Blocks that a table displaced. */
export interface Displacement {
  /** Y: the blocks to move, in order. */
  moved: BodyBlock[]
  /** The last block of X. */
  after: BodyBlock
  /** Evidence for the message. */
  evidence: string[]
}

interface Scene {
  input: SuggestInput
  places: ReadonlyMap<string, SourceRange>
  traces: Traces
  pieces: readonly Piece[]
  words: SharedWords
}

/** Maximum number of pieces on the line of a last row. More is a page without line breaks. */
const MAX_SWALLOWED = 4

/**
 * Prior probability that a table displaced something if its last row swallowed text. If the row is the only damage in
 * the source, a parser caused it at this table; if tags are broken everywhere, the row may be damaged like the rest.
 * Copies before the table leave no doubt.
 */
const PRIOR = {copies: 1, confined: 0.95, elsewhere: 0.5}

/** Minimum gain, in blocks, to ask an editor. */
const MIN_GAIN = 0.2

/** Find all displacements in an article. */
export function displacements(input: SuggestInput): Displacement[] {
  if (!input.body.some(({_type}) => _type === 'table')) return []
  const places = hulls(input.blockSources)
  const scene: Scene = {
    input,
    places,
    traces: tracesOf(input.body, input.findings, places),
    pieces: piecesOf(input.body),
    words: sharedWords(input.body),
  }
  let done = 0
  return scene.pieces.flatMap(({kind}, index) => {
    if (kind !== 'table') return []
    const tail = tailOf(scene, index)
    if (tail === index) return []
    const found = displacementBefore(scene, index, tail, done)
    // Swallowed text is not displaced again.
    done = tail + 1
    return found ? [found] : []
  })
}

function displacementBefore(
  scene: Scene,
  table: number,
  tail: number,
  done: number,
): Displacement | undefined {
  const {input, places, traces, pieces, words} = scene
  const {body, source} = input
  const [own, last] = [pieces[table], pieces[tail]]
  const [block, after] = [body[own?.first ?? -1], body[last?.last ?? -1]]
  const place = block && places.get(block._key)
  if (!own || !last || !place || !after) return undefined
  const lists = copiedLists(scene, table, place)
  const range = startsOf(pieces, table, lists, done)
  if (!range) return undefined
  // Lists before one without a copy are not part of the section, even if they have copies.
  const copies = [...lists].filter((index) => index >= range.earliest).length
  const list = copies > 0 ? pieces[range.latest] : undefined
  const split = list && listSplit({body, first: list.first, last: list.last, places, traces, source})
  const isConfined = traces.isConfined(place.start, lineEnd(source, place.end))
  const prior = copies > 0 ? PRIOR.copies : isConfined ? PRIOR.confined : PRIOR.elsewhere
  const start = sectionStart({pieces, table, tail, ...range, split, prior, words})
  if (!start || start.gain < MIN_GAIN) return undefined
  const evidence = ['the table’s last row contained text that follows the table']
  if (copies > 0)
    evidence.unshift(
      `${copies === 1 ? 'a copy of a list’s last item is' : `copies of the last items of ${copies} lists are`} right before the table`,
    )
  else evidence.push('where they begin is an estimate')
  if (isDangling(body, last.last))
    evidence.push(`“${lastSentence(blockText(after))}” announces a list that does not follow`)
  return {moved: body.slice(start.block, own.first), after, evidence}
}

/**
 * Find the index of the last piece that the table’s last row swallowed: blocks that begin on the line of the last row,
 * where the end tags of the table were broken. Returns the table’s own index if there are none.
 */
function tailOf({input: {body, source}, places, traces, pieces}: Scene, index: number): number {
  const placeOf = (piece: Piece | undefined): SourceRange | undefined =>
    places.get(body[piece?.first ?? -1]?._key ?? '')
  const place = placeOf(pieces[index])
  const next = placeOf(pieces[index + 1])
  if (!place || !next || next.start < place.end) return index
  const line = lineEnd(source, place.end)
  if (next.start >= line || !traces.isBroken(place.end, next.start)) return index
  let tail = index
  while (tail + 1 < pieces.length) {
    const start = placeOf(pieces[tail + 1])?.start
    if (start === undefined || start < place.end || start >= line) break
    tail++
  }
  return tail - index > MAX_SWALLOWED ? index : tail
}

/**
 * Find the lists before the table whose last items were copied right before the table and dropped there. A copy of a
 * whole list is different damage.
 */
function copiedLists({input: {body}, traces, pieces}: Scene, table: number, place: SourceRange): Set<number> {
  const own = pieces[table]?.first ?? 0
  const found = new Set<number>()
  const copies = traces.copiesWithin(traces.endBefore(own), place.start)
  const copied = new Set(copies.flatMap((text) => traces.itemBefore(text, own) ?? []))
  for (let index = table - 1; index >= Math.max(0, table - MAX_SECTION_PIECES); index--) {
    const list = pieces[index]
    if (list?.kind !== 'list') continue
    const last = lastOwn(body, list, traces.joined)
    if (copied.has(last) && (last === list.first || !copied.has(last - 1))) found.add(index)
  }
  return found
}

/** Find the last item of a list; items that were attached later do not count. */
function lastOwn(body: readonly BodyBlock[], {first, last}: Piece, joined: ReadonlySet<string>): number {
  let index = last
  while (index > first && joined.has(body[index]?._key ?? '')) index--
  return index
}

/**
 * Find the pieces that the section may begin with. All its lists have copies, so it begins after the last list without
 * one, and at or before the first list with one. The title, and one more piece, come before everything.
 */
function startsOf(
  pieces: readonly Piece[],
  table: number,
  copied: ReadonlySet<number>,
  done: number,
): {earliest: number; latest: number} | undefined {
  let [earliest, latest] = [Math.max(1, done, table - MAX_SECTION_PIECES), table - 1]
  for (let index = table - 1; index >= earliest; index--) {
    const piece = pieces[index]
    if (copied.has(index)) latest = index
    else if (piece?.kind === 'list' || piece?.level === 1) earliest = index + 1
  }
  return earliest <= latest ? {earliest, latest} : undefined
}
