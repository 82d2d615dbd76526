/** Whether a heading speaks of what stands under it. */
import type {BodyBlock} from '../types.ts'
import {blockText} from './block-text.ts'

/**
 * How much more often a heading and a paragraph share so many words (one, two, more) where the paragraph stands right under
 * the heading than where it stands elsewhere in the article. Counted by `scripts/block-sequences.ts`. That they share none
 * counts for nothing: nearly half of all headings share no word with what they head.
 */
const UNDER_HEADING: readonly number[] = [1, 1.9, 4.3, 9]

/** What is counted: long words, by their beginnings, so that forms of one word are one. */
const LONG_WORD = /\p{L}{5,}/gu
const BEGINNING = 5

/** Scripts that put no spaces between words: their words cannot be told so. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A word that more blocks use than this, or than this share of them, says nothing. */
const COMMON = {blocks: 3, share: 0.3}

/** Number of words that the blocks at two indexes share; undefined where that cannot be told. */
export type SharedWords = (one: number, other: number) => number | undefined

/** Shared words within one article. They are counted when first asked for. */
export function sharedWords(body: readonly BodyBlock[]): SharedWords {
  let counted: {words: Set<string>[]; uses: Map<string, number>} | undefined
  const most = Math.max(COMMON.blocks, body.length * COMMON.share)
  return (one, other) => {
    counted ??= count(body)
    const {words, uses} = counted
    const [first, second] = [words[one], words[other]]
    if (!first || !second || first.size === 0 || second.size === 0) return undefined
    return [...first].filter((word) => second.has(word) && (uses.get(word) ?? 0) <= most).length
  }
}

/** How much likelier it is that a paragraph stands right under a heading, by the number of words they share. */
export const headingLikelihood = (shared: number | undefined): number =>
  UNDER_HEADING[Math.min(shared ?? 0, UNDER_HEADING.length - 1)] ?? 1

function count(body: readonly BodyBlock[]): {words: Set<string>[]; uses: Map<string, number>} {
  const words = body.map((block) => longWords(blockText(block)))
  const uses = new Map<string, number>()
  for (const own of words) for (const word of own) uses.set(word, (uses.get(word) ?? 0) + 1)
  return {words, uses}
}

function longWords(text: string): Set<string> {
  if (UNSPACED.test(text)) return new Set()
  return new Set((text.toLowerCase().match(LONG_WORD) ?? []).map((word) => word.slice(0, BEGINNING)))
}
