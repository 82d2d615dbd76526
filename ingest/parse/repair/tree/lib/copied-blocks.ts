/**
 * Find the blocks and items of a text that are copies of earlier ones. Pure: it reads blocks and returns nodes;
 * `drop-duplicates.ts` decides what happens to them.
 *
 * A repetition is damage only where no writer would repeat: a paragraph of a sentence, a table, a list that an earlier
 * one contains, an item twice in its list, a last item left over before a table, a heading without text, and short
 * blocks next to such a copy. Headings and short lines that occur twice for other reasons are the writer’s own in a
 * text without copies; in a text with copies, a few of them are copies too.
 */

import {endsSentence} from '../../../sentence.ts'
import {copiedItems, copiedLists, doubtfulItems, MIN_SENTENCE_WORDS} from './copied-items.ts'
import type {Block, Copy} from './copies.ts'
import type {Node} from './nodes.ts'
import {headingLook, wordsIn} from './prose.ts'

/** Copies and repetitions in a text. */
export interface Copies {
  /** Copies to remove. */
  copies: Copy[]
  /** Repetitions that may be intended, and stay. */
  kept: Copy[]
}

/** Minimum length of a heading that can be a copy, in UTF-16 units. */
const MIN_HEADING_LENGTH = 4
/** Maximum distance of a short copy from the first, in blocks. */
const MAX_DISTANCE = 8
/** Maximum number of doubtful repetitions per certain copy; more are the writer’s habit. */
const MAX_DOUBTFUL_PER_COPY = 2
/** Minimum number of words of a paragraph that nobody repeats. */
const MIN_PARAGRAPH_WORDS = 20

/** Find the copies among blocks. */
export function findCopies(blocks: readonly Block[]): Copies {
  const found = new Map<Node, Copy>()
  const add = (node: Node, of: Node, text: string): void => {
    found.set(node, {node, of, text})
  }
  copiedItems(blocks, add)
  const pairs = certainBlocks(blocks)
  for (const [copy, first] of copiedLists(blocks, found, add)) pairs.set(copy, first)
  for (const [copy, first] of withNeighbours(blocks, pairs)) {
    const [block, of] = [blocks[copy] as Block, blocks[first] as Block]
    add(block.node, of.node, block.text)
  }
  const doubtful = [...doubtfulBlocks(blocks, found), ...doubtfulItems(blocks, found)]
  const isDamaged = found.size > 0 && doubtful.length <= MAX_DOUBTFUL_PER_COPY * found.size
  return {
    copies: [...found.values(), ...(isDamaged ? doubtful : [])],
    // A repeated label ("Pros") is not worth a finding.
    kept: isDamaged ? [] : doubtful.filter(({text}) => isLine(text)),
  }
}

const keyOf = (block: Block): string =>
  block.kind === 'heading' ? `h${rankOf(block)}:${block.text}` : `${block.kind}:${block.text}`

/**
 * Rank of a heading in an article, which has three: the title counts as the second level, and all below the fourth as
 * the fourth.
 */
const rankOf = ({node}: Block): number => Math.min(4, Math.max(2, Number(node.tagName.slice(1))))

/** Indices of each text, in order. */
function occurrences(blocks: readonly Block[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, block] of blocks.entries()) {
    const key = keyOf(block)
    const list = places.get(key)
    if (list) list.push(index)
    else places.set(key, [index])
  }
  return places
}

/** Find copies that are certain by their own text or position, as pairs of indices. */
function certainBlocks(blocks: readonly Block[]): Map<number, number> {
  const pairs = new Map<number, number>()
  for (const places of occurrences(blocks).values()) {
    const [first, ...others] = places
    const block = first === undefined ? undefined : blocks[first]
    if (first === undefined || !block || block.kind === 'list') continue
    for (const index of others) {
      const copy = blocks[index] as Block
      if (copy.isCaption && copy.kind === 'p') continue
      if (
        isUnrepeated(block, places.length) ||
        isHeadingOverNothing(blocks, first, index, places.length) ||
        (first === 0 && places.length === 2 && isTitleAgain(block, copy, index))
      )
        pairs.set(index, first)
    }
  }
  return pairs
}

function isUnrepeated({kind, text}: Block, times: number): boolean {
  if (kind === 'heading') return false
  const words = wordsIn(text).length
  if (kind === 'table') return words >= 4 && text.length >= 20
  return words >= MIN_PARAGRAPH_WORDS || (times === 2 && words >= MIN_SENTENCE_WORDS && endsSentence(text))
}

/** Whether a heading precedes another of its own or a higher rank, or the end, while its twin has a section. */
function isHeadingOverNothing(
  blocks: readonly Block[],
  first: number,
  index: number,
  times: number,
): boolean {
  const block = blocks[index] as Block
  if (block.kind !== 'heading' || times > 2 || !isLine(block.text)) return false
  const hasSection = (at: number): boolean => {
    const next = blocks[at + 1]
    return next !== undefined && !(next.kind === 'heading' && rankOf(next) <= rankOf(block))
  }
  return index === first + 1 || (!hasSection(index) && hasSection(first))
}

/** Extend the pairs by equal neighbours of a copy and its original: a whole run was copied. */
function withNeighbours(
  blocks: readonly Block[],
  pairs: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const all = new Map(pairs)
  for (const [copy, first] of pairs) {
    for (const step of [-1, 1]) {
      for (let distance = step; ; distance += step) {
        const [at, of] = [copy + distance, first + distance]
        const [block, twin] = [blocks[at], blocks[of]]
        if (!block || !twin || at <= first || of >= copy || all.has(at) || keyOf(block) !== keyOf(twin)) break
        all.set(at, of)
      }
    }
  }
  return all
}

/** Whether a block is a heading, or a line that may become one. */
const mayHead = ({kind, text}: Block): boolean =>
  kind === 'heading' || (kind === 'p' && headingLook(text) !== undefined)

/**
 * Whether a block repeats the first one, which is a title if it is more than a name, and no section near it has the
 * same name.
 */
const isTitleAgain = (first: Block, copy: Block, index: number): boolean =>
  mayHead(first) &&
  wordsIn(first.text).length >= 3 &&
  first.node.tagName === copy.node.tagName &&
  (first.node.tagName === 'h1' || index <= MAX_DISTANCE)

/** Whether a line may be a heading and is more than a label ("Pros"). */
const isLine = (text: string): boolean => wordsIn(text).length >= 2 && text.length >= 10

/** Find headings and short paragraphs that occur twice, near each other. */
function doubtfulBlocks(blocks: readonly Block[], dropped: ReadonlyMap<Node, Copy>): Copy[] {
  const doubtful: Copy[] = []
  for (const places of occurrences(blocks).values()) {
    const [first, second] = places
    if (first === undefined || second === undefined || places.length > 2 || second - first > MAX_DISTANCE)
      continue
    const [of, {node, kind, text, isCaption}] = [blocks[first] as Block, blocks[second] as Block]
    if (isCaption || dropped.has(node)) continue
    const isRepeat = mayHead(of)
      ? text.length >= MIN_HEADING_LENGTH
      : kind === 'p' && wordsIn(text).length >= 4 && text.length >= 20
    if (isRepeat) doubtful.push({node, of: of.node, text})
  }
  return doubtful
}
