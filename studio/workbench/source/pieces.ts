/** The source in pieces for display, each with its block and its finding. */
import {blockOfPassage} from '../../review/decisions/put-back.ts'
import type {StoredFinding} from '../../review/findings.ts'
import {createReader, findMarkup} from './readable.ts'
import {type Mark, segmentsOf} from './segments.ts'

/** The ranges in the source that a block was made from. */
export interface BlockPlaces {
  blockKey: string
  ranges: readonly {start: number; end: number}[]
}

/** A piece of the source. */
export interface Piece {
  start: number
  text: string
  finding?: StoredFinding
  /** Key of the block that was made from it. */
  block?: string
  /** Whether the text is not in the article. */
  removed: boolean
}

type Item = {finding: StoredFinding} | {block: string}

/** Cuts the source into pieces, so that each belongs to at most one block and one finding. */
export function piecesOf(
  source: string,
  findings: readonly StoredFinding[],
  blocks: readonly BlockPlaces[],
  readable: boolean,
  selected: string | undefined,
): Piece[] {
  const read = readable ? createReader(source, findMarkup(source), decode) : undefined
  return segmentsOf<Item>(source, marksOf(findings, blocks)).flatMap((segment): Piece[] => {
    const text = read ? read(segment.start, segment.start + segment.text.length) : segment.text
    if (text === '') return []
    const found = segment.findings.flatMap((item) => ('finding' in item ? item.finding : []))
    const innermost = found.at(-1)
    const block =
      segment.findings.flatMap((item) => ('block' in item ? item.block : [])).at(-1) ??
      (innermost && blockOfPassage(innermost))
    const finding =
      found.find(({_key}) => _key === selected) ??
      (innermost && block !== undefined && isWide(innermost) ? undefined : innermost)
    // Text in the range of a repair that no block contains was removed. Without the places of blocks that is unknown.
    const isRemoved = finding && block === undefined && blocks.length > 0 && finding.action !== 'suggested'
    return [
      {
        start: segment.start,
        text,
        ...(finding && {finding}),
        ...(block !== undefined && {block}),
        removed: Boolean(isRemoved && text.trim() !== '' && finding.before !== undefined),
      },
    ]
  })
}

/** In characters. A finding about a longer range is not marked word by word, because the marks would hide all others. */
const WIDE = 200

function isWide({action, ranges}: StoredFinding): boolean {
  return action === 'applied' && (ranges ?? []).some(({start, end}) => end - start > WIDE)
}

/** Marks of findings and blocks, the widest first, so that narrow marks are on top. */
function marksOf(findings: readonly StoredFinding[], blocks: readonly BlockPlaces[]): Mark<Item>[] {
  const found = findings.flatMap((finding) =>
    (finding.ranges ?? []).map(({start, end}) => ({start, end, finding: {finding}})),
  )
  const placed = blocks.flatMap(({blockKey, ranges}) =>
    ranges.map(({start, end}) => ({start, end, finding: {block: blockKey}})),
  )
  return [...found, ...placed].sort((a, b) => b.end - b.start - (a.end - a.start))
}

let decoder: HTMLTextAreaElement | undefined

/** A text area decodes character references, but no markup. */
function decode(reference: string): string {
  decoder ??= document.createElement('textarea')
  decoder.innerHTML = reference
  return decoder.value
}
