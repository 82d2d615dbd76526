/**
 * Find where a displaced section begins: every possible place is weighted by the boundaries that it would create, and
 * the one is chosen that loses least if another one is correct.
 */
import {chanceAfter, type Piece} from './sequence.ts'
import {headingLikelihood, type SharedWords} from './shared-words.ts'

/** A table with swallowed text, and the pieces around it. */
export interface Seams {
  pieces: readonly Piece[]
  /** Index of the table among the pieces. */
  table: number
  /** Index of the last piece that the table’s last row swallowed. */
  tail: number
  /** Indices of the first and the last piece that the section may begin with. */
  earliest: number
  latest: number
  /** If piece `latest` is a list that seems to be two: index, in the body, of the second one’s first item. */
  split: number | undefined
  /** Prior probability that such a table displaced anything. */
  prior: number
  words: SharedWords
}

/** The chosen beginning of a section. */
export interface Start {
  /** Index of the section’s first block in the body. */
  block: number
  /** Expected number of blocks in the correct place after the move but not before it, minus the opposite. */
  gain: number
}

interface Candidate {
  block: number
  weight: number
}

/**
 * Probability of a displaced section by its number of pieces: a few at a time. A single one is rare, unless the article
 * ends there. Longer sections were never observed, and a wrong guess would do most harm.
 */
const LENGTHS: readonly number[] = [0, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.05]
const ONLY_ONE_LEFT = 0.2
/** Maximum length of a section, in pieces. */
export const MAX_SECTION_PIECES = LENGTHS.length - 1
/** Probability that a single list looks like two. */
const SPLIT_BY_CHANCE = 0.01

/** Find where the section begins; undefined if leaving everything in place loses no more. */
export function sectionStart(seams: Seams): Start | undefined {
  const {pieces, table, tail, prior} = seams
  const [own, last] = [pieces[table], pieces[tail]]
  if (!own || !last) return undefined
  const candidates = candidatesOf(seams)
  const displaced = prior * candidates.reduce((sum, {weight}) => sum + weight, 0)
  const inPlace = (1 - prior) * chanceInPlace(seams)
  // A block on the wrong side of the table and its swallowed text costs the smaller of the two.
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

/** Probability of the blocks around the table if nothing was displaced. */
function chanceInPlace({pieces, table, tail, words}: Seams): number {
  const [own, swallowed, before] = [pieces[table], pieces[tail], pieces[table - 1]]
  if (!own || !swallowed || !before) return 0
  return chanceAfter(before, own) * chanceOf(words, swallowed, pieces[tail + 1])
}

/** Probability that `next` follows `previous`, by kind and, under a heading, by shared words. */
function chanceOf(words: SharedWords, previous: Piece, next: Piece | undefined): number {
  const chance = chanceAfter(previous, next)
  const isUnder = previous.kind === 'heading' && (next?.kind === 'paragraph' || next?.kind === 'leadIn')
  return isUnder ? chance * headingLikelihood(words(previous.first, next.first)) : chance
}
