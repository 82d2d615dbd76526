/** Whether a heading is about the text below it. */
import type {BodyBlock} from '../../../schemas/body.ts'
import {blockText} from './block-text.ts'

/**
 * How much more often a heading and a paragraph share this many words (none, one, two, more) if the paragraph is right
 * below the heading than if it is elsewhere. Counted by `scripts/block-sequences.ts`. Sharing none has no weight:
 * nearly half of all headings share no word with their text.
 */
const UNDER_HEADING: readonly number[] = [1, 1.9, 4.3, 9]

/** Counted are long words, by their beginnings, so that the forms of a word are one. */
const LONG_WORD = /\p{L}{5,}/gu
const BEGINNING = 5

/** Scripts without spaces between words, which cannot be split so. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Words in more blocks than this, or a larger share, are not significant. */
const COMMON = {blocks: 3, share: 0.3}

/** Number of words that the blocks at two indices share; undefined if it cannot be determined. */
export type SharedWords = (one: number, other: number) => number | undefined

/** Create a function that counts shared words in one article, lazily. */
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

/** Factor by which the number of shared words makes it more likely that a paragraph is right under a heading. */
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
