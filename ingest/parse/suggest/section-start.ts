/**
 * Finding where a displaced section begins: every place where it could begin is weighed by what would then stand next to
 * what, and the one is chosen that loses least if another is the true one.
 */
import {chanceAfter, type Piece} from './sequence.ts'
import {headingLikelihood, type SharedWords} from './shared-words.ts'

export interface Seams {
  pieces: readonly Piece[]
  /** Index, among the pieces, of the table. */
  table: number
  /** Index of the last piece that the table's last row had swallowed. */
  tail: number
  /** Index of the first and of the last piece that the section may begin with. */
  earliest: number
  latest: number
  /** Where the piece `latest` is a list that seems to be two: index, in the body, of the second one's first item. */
  split: number | undefined
  /** How likely it is, before the seams are looked at, that a table with such a last row pushed anything out of place. */
  prior: number
  words: SharedWords
}

export interface Start {
  /** Index, in the body, of the section's first block. */
  block: number
  /** Blocks that one expects to stand right after the move and not before it, less those for which it is the other way. */
  gain: number
}

interface Candidate {
  block: number
  weight: number
}

/**
 * How likely a section of so many pieces was pushed out: a few pieces at a time. One is rare, unless the article ends there.
 * A longer section than the list has was never seen, and a guess at one would do most harm.
 */
const LENGTHS: readonly number[] = [0, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.05]
const ONLY_ONE_LEFT = 0.2
/** Longest section that is thought of, in pieces. */
export const MAX_SECTION_PIECES = LENGTHS.length - 1
/** How often a list that is one looks like two all the same. */
const SPLIT_BY_CHANCE = 0.01

/** Where the section begins; undefined where leaving everything as it is loses no more. */
export function sectionStart(seams: Seams): Start | undefined {
  const {pieces, table, tail, prior} = seams
  const [own, last] = [pieces[table], pieces[tail]]
  if (!own || !last) return undefined
  const candidates = candidatesOf(seams)
  const displaced = prior * candidates.reduce((sum, {weight}) => sum + weight, 0)
  const inPlace = (1 - prior) * chanceInPlace(seams)
  // What stands on the wrong side of the table and of what it swallowed costs the smaller of the two.
  const most = last.last - own.first + 1
  const loss = (blocks: number): number => Math.min(Math.abs(blocks), most)
  let best: Start | undefined
  for (const {block} of candidates) {
    let gain = -inPlace * loss(own.first - block)
    for (const other of candidates)
      gain += prior * other.weight * (loss(own.first - other.block) - loss(block - other.block))
    gain /= displaced + inPlace
    if (gain > (best?.gain ?? 0)) best = {block, gain}
  }
  return best
}

function candidatesOf({pieces, table, tail, earliest, latest, split, words}: Seams): Candidate[] {
  const [own, swallowed, before] = [pieces[table], pieces[tail], pieces[table - 1]]
  if (!own || !swallowed || !before) return []
  const next = pieces[tail + 1]
  const lengths = next ? LENGTHS : LENGTHS.with(1, ONLY_ONE_LEFT)
  const onward = chanceOf(words, before, next)
  const candidates: Candidate[] = []
  for (let start = earliest; start <= latest; start++) {
    const [above, first] = [pieces[start - 1], pieces[start]]
    if (!above || !first) continue
    const seam = (chanceAfter(above, own) * chanceOf(words, swallowed, first)) / chanceOf(words, above, first)
    candidates.push({block: first.first, weight: (lengths[table - start] ?? 0) * seam * onward})
  }
  const list = pieces[latest]
  if (split !== undefined && list) {
    const seam = (chanceAfter(list, own) * chanceAfter(swallowed, list)) / SPLIT_BY_CHANCE
    candidates.push({block: split, weight: (lengths[table - latest] ?? 0) * seam * onward})
  }
  return candidates
}

/** How likely what stands round the table is, if nothing was displaced. */
function chanceInPlace({pieces, table, tail, words}: Seams): number {
  const [own, swallowed, before] = [pieces[table], pieces[tail], pieces[table - 1]]
  if (!own || !swallowed || !before) return 0
  return chanceAfter(before, own) * chanceOf(words, swallowed, pieces[tail + 1])
}

/** How likely `next` stands right after `previous`, by what they are and, under a heading, by their words. */
function chanceOf(words: SharedWords, previous: Piece, next: Piece | undefined): number {
  const chance = chanceAfter(previous, next)
  const isUnder = previous.kind === 'heading' && (next?.kind === 'paragraph' || next?.kind === 'leadIn')
  return isUnder ? chance * headingLikelihood(words(previous.first, next.first)) : chance
}
