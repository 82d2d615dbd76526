/** Whether a heading speaks of what stands under it. */
import type {BodyBlock} from '../types.ts'
import {blockText} from './text.ts'

/**
 * How much more often a heading and a paragraph share so many words (none, one, two, more) where the paragraph stands right
 * under the heading than where it stands elsewhere in the article. Counted by `scripts/block-sequences.ts`.
 */
const UNDER_HEADING: readonly number[] = [1, 1.9, 4.2, 9]

/** A form of what is counted: long words, by their beginnings, so that forms of one word are one. */
const LONG_WORD = /\p{L}{5,}/gu
const BEGINNING = 5

/** Scripts that put no spaces between words: their words cannot be told so. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** How much likelier it is that the block at index `under` stands right under the heading at index `heading` by their words. */
export type WordEvidence = (heading: number, under: number) => number

/** The evidence for one article; words that much of it uses say nothing. */
export function wordEvidence(body: readonly BodyBlock[]): WordEvidence {
  let wordsOf: Set<string>[] | undefined
  const uses = new Map<string, number>()
  const count = (): Set<string>[] => {
    const all = body.map((block) => longWords(blockText(block)))
    for (const words of all) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
    return all
  }
  return (heading, under) => {
    wordsOf ??= count()
    const [one, other] = [wordsOf[heading], wordsOf[under]]
    if (!one || !other || one.size === 0 || other.size === 0) return 1
    const most = Math.max(3, body.length * 0.3)
    const shared = [...one].filter((word) => other.has(word) && (uses.get(word) ?? 0) <= most).length
    return UNDER_HEADING[Math.min(shared, UNDER_HEADING.length - 1)] ?? 1
  }
}

export function longWords(text: string): Set<string> {
  if (UNSPACED.test(text)) return new Set()
  return new Set((text.toLowerCase().match(LONG_WORD) ?? []).map((word) => word.slice(0, BEGINNING)))
}
