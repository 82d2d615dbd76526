/**
 * Finding what a table pushed out of place.
 *
 * In true order: A, the table, X, Y. X stayed in the table's last row; Y came out before the table, its first list run
 * into the list that A ends on. Y's end is the table; X's end is the end of the row's line; Y's beginning must be found
 * (`section-start.ts`).
 */
import type {SourceRange} from '../trace/traced-text.ts'
import type {BodyBlock, Table} from '../types.ts'
import type {SuggestInput} from './input.ts'
import {isLeadIn} from './lead-in.ts'
import {sectionStart} from './section-start.ts'
import {blockText, hulls, lastSentence} from './text.ts'
import {type Traces, tracesOf} from './traces.ts'

export interface Displacement {
  /** Y: what moves, in order. */
  moved: BodyBlock[]
  /** The last block of X. */
  after: BodyBlock
  /** What shows it, for the message. */
  evidence: string[]
}

export function displacements(input: SuggestInput): Displacement[] {
  const places = hulls(input.blockSources)
  if (!input.body.some(({_type}) => _type === 'table')) return []
  const traces = tracesOf(input.body, input.findings, places)
  return input.body.flatMap((block, index) => {
    if (block._type !== 'table') return []
    const place = places.get(block._key)
    const found = place && displacementBefore(input, places, traces, block, index, place)
    return found ? [found] : []
  })
}

function displacementBefore(
  input: SuggestInput,
  places: ReadonlyMap<string, SourceRange>,
  traces: Traces,
  table: Table,
  index: number,
  place: SourceRange,
): Displacement | undefined {
  const {body, source} = input
  const tail = tailOf(input, places, traces, table, index)
  const after = body[tail]
  if (tail === index || !after) return undefined
  const copies = copiesBefore(traces, body, index, place)
  if (copies.length === 0) return undefined
  const sorted = copies.toSorted((a, b) => a - b)
  const [anchor = 0, inner = 0] = [sorted[0], sorted.at(-1)]
  if (inner >= index) return undefined
  const swallowed = body.slice(index + 1, tail + 1)
  const start = sectionStart({body, places, traces, source, anchor, table: index, swallowed})
  const moved = body.slice(start, index)
  if (moved.length === 0) return undefined
  const evidence = [
    `${copies.length === 1 ? 'a copy of a list’s last item stands' : `copies of the last items of ${copies.length} lists stand`} right before the table`,
    'the table’s last row had swallowed text',
  ]
  if (isLeadIn(after))
    evidence.push(`“${lastSentence(blockText(after))}” announces a list that does not follow`)
  return {moved, after, evidence}
}

/**
 * Index of the last block that the table's last row had swallowed: blocks that begin on the line on which the last row
 * stands, where the tags that should end the table were broken. The table's own index where there are none.
 */
function tailOf(
  {body, source}: SuggestInput,
  places: ReadonlyMap<string, SourceRange>,
  traces: Traces,
  table: Table,
  index: number,
): number {
  const place = places.get(table._key)
  const next = places.get(body[index + 1]?._key ?? '')
  if (!place || !next || next.start < place.end) return index
  const line = lineEnd(source, place.end)
  if (next.start >= line || !traces.isBroken(place.end, next.start)) return index
  let tail = index
  while (tail + 1 < body.length) {
    const start = places.get(body[tail + 1]?._key ?? '')?.start
    if (start === undefined || start < place.end || start >= line) break
    tail++
  }
  return tail
}

function lineEnd(source: string, from: number): number {
  const at = source.indexOf('\n', from)
  return at < 0 ? source.length : at
}

/**
 * Indexes of the list items, before the table, whose copies were dropped from right before it: between the last block
 * that was kept and the table. The copies go from the inner list to the outer, so each item stands before the last.
 */
function copiesBefore(
  traces: Traces,
  body: readonly BodyBlock[],
  index: number,
  place: SourceRange,
): number[] {
  return traces.copiesWithin(traces.endBefore(index), place.start).flatMap((text) => {
    const at = traces.itemBefore(text, index)
    return at !== undefined && isLast(body, at, traces.joined) ? [at] : []
  })
}

/** Only the last item of a list is copied so; items that joined the list later do not count. */
function isLast(body: readonly BodyBlock[], at: number, joined: ReadonlySet<string>): boolean {
  let next = body[at + 1]
  for (let index = at + 1; next && joined.has(next._key); next = body[index]) index++
  return !(next?._type === 'block' && next.listItem)
}
