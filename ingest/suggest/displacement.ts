/**
 * Finding what a table pushed out of place.
 *
 * In true order: A, the table, X, Y. X stayed in the table's last row; Y came out before the table, its first list run
 * into the list that A ends on. Y's end is the table; X's end is the end of the row's line; Y's beginning must be found
 * (`section-start.ts`).
 */
import type {SourceRange} from '../trace/traced-text.ts'
import type {BodyBlock, Finding, Table} from '../types.ts'
import type {SuggestInput} from './input.ts'
import {isLeadIn} from './lead-in.ts'
import {sectionStart} from './section-start.ts'
import {blockText, hulls, lastSentence} from './text.ts'

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
  return input.body.flatMap((block, index) => {
    if (block._type !== 'table') return []
    const place = places.get(block._key)
    const found = place && displacementBefore(input, places, block, index, place)
    return found ? [found] : []
  })
}

function displacementBefore(
  input: SuggestInput,
  places: ReadonlyMap<string, SourceRange>,
  table: Table,
  index: number,
  place: SourceRange,
): Displacement | undefined {
  const {body, findings, source} = input
  const tail = tailOf(input, places, table, index)
  const after = body[tail]
  if (tail === index || !after) return undefined
  const copies = copiesBefore(findings, places, body, index, place)
  if (copies.length === 0) return undefined
  const sorted = copies.toSorted((a, b) => a - b)
  const [anchor = 0, inner = 0] = [sorted[0], sorted.at(-1)]
  if (inner >= index) return undefined
  const swallowed = body.slice(index + 1, tail + 1)
  const start = sectionStart({body, places, findings, source, anchor, table: index, swallowed})
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
  {body, findings, source}: SuggestInput,
  places: ReadonlyMap<string, SourceRange>,
  table: Table,
  index: number,
): number {
  const place = places.get(table._key)
  const next = places.get(body[index + 1]?._key ?? '')
  if (!place || !next || next.start < place.end) return index
  const line = lineEnd(source, place.end)
  if (next.start >= line || !isBroken(findings, place.end, next.start)) return index
  let tail = index
  while (tail + 1 < body.length) {
    const start = places.get(body[tail + 1]?._key ?? '')?.start
    if (start === undefined || start < place.end || start >= line) break
    tail++
  }
  return tail
}

const TAGS_BROKEN: ReadonlySet<string> = new Set([
  'escape-undone',
  'table-row-rebuilt',
  'table-tail-moved-out',
  'tag-debris-dropped',
  'tag-repaired',
])

/** Whether repairs say that what stands between two offsets was not whole tags. */
const isBroken = (findings: readonly Finding[], start: number, end: number): boolean =>
  findings.some(
    ({code, ranges}) =>
      TAGS_BROKEN.has(code) && ranges.some((range) => range.start < end && range.end > start),
  )

function lineEnd(source: string, from: number): number {
  const at = source.indexOf('\n', from)
  return at < 0 ? source.length : at
}

/**
 * Indexes of the list items, before the table, whose copies were dropped from right before it: between the last block
 * that was kept and the table. The copies go from the inner list to the outer, so each item stands before the last.
 */
function copiesBefore(
  findings: readonly Finding[],
  places: ReadonlyMap<string, SourceRange>,
  body: readonly BodyBlock[],
  index: number,
  place: SourceRange,
): number[] {
  let previous = 0
  for (const block of body.slice(0, index)) previous = Math.max(previous, places.get(block._key)?.end ?? 0)
  const joined = new Set(
    findings
      .filter(({code}) => code === 'item-reattached')
      .flatMap(({targets}) => targets.map(({blockKey}) => blockKey)),
  )
  const items = new Map<string, number>()
  body.slice(0, index).forEach((block, at) => {
    if (block._type === 'block' && block.listItem) items.set(normal(blockText(block)), at)
  })
  return findings
    .filter(({code, ranges}) => {
      const [range] = ranges
      return (
        code === 'duplicate-dropped' &&
        range !== undefined &&
        range.start >= previous &&
        range.end <= place.start
      )
    })
    .flatMap(({before}) => {
      const at = items.get(normal(before ?? ''))
      return at !== undefined && isLast(body, at, joined) ? [at] : []
    })
}

/** Only the last item of a list is copied so; items that joined the list later do not count. */
function isLast(body: readonly BodyBlock[], at: number, joined: ReadonlySet<string>): boolean {
  let next = body[at + 1]
  for (let index = at + 1; next && joined.has(next._key); next = body[index]) index++
  return !(next?._type === 'block' && next.listItem)
}

const normal = (text: string): string => text.replace(/\s+/g, ' ').trim()
