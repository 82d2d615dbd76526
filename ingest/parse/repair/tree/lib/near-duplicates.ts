import type {Report} from '../../../findings/report.ts'
import {lettersOf} from './letters.ts'
import {type Node, stretchOf} from './nodes.ts'

/** Minimum length of compared texts, in letters and digits. */
const MIN_LENGTH = 40
/** Letters per shingle: few enough that an inserted word leaves most of them intact. */
const SHINGLE = 8
/**
 * One in this many shingles, selected by hash, represents a text, so that both of two copies are represented by the
 * same ones.
 */
const SAMPLED = 4
/** Texts with more letters use only a quarter of those. */
const LONG = 240
/** Maximum difference in length of near copies, in letters: a share of the longer one, or this many. */
const [LONGER, SOME_LONGER] = [0.2, 30]
/** Minimum share of common sampled shingles to compare two texts. */
const SHARED = 0.3
/** Maximum number of words by which near copies differ: a share of all, or this many. */
const [DIFFERENT, SOME_DIFFERENT] = [0.1, 2]

interface Text {
  node: Node
  text: string
  letters: string
  sample: readonly number[]
}

/**
 * Create a function that flags texts that nearly copy an earlier one: equal except for case, spacing and punctuation,
 * or for a few words anywhere, or truncated. Each text is compared with at most one other, with which it shares most
 * shingles. If nothing else was copied the finding is minor: a writer, too, may nearly repeat a text.
 */
export function createNearDuplicateFlag(
  report: Report,
  isCopied: boolean,
): (node: Node, text: string) => void {
  const texts: Text[] = []
  const holding = new Map<number, number[]>()
  return (node, text) => {
    if (text.length < MIN_LENGTH) return
    const letters = lettersOf(text)
    if (letters.length < MIN_LENGTH) return
    const sample = sampleOf(letters)
    const like = mostAlike(sample, texts, holding)
    const index = texts.push({node, text, letters, sample}) - 1
    for (const hash of sample) {
      const places = holding.get(hash)
      if (!places) holding.set(hash, [index])
      // Shingles of many texts do not identify any.
      else if (places.length < 4) places.push(index)
    }
    if (!like) return
    const cut = isStart(letters, like.letters, isCutOff(text) || isCutOff(like.text))
    if (!cut && !(areAsLong(like.letters, letters) && differLittle(like, {text, letters}))) return
    report({
      code: 'near-duplicate',
      message: 'An earlier passage is almost the same. One of the two may be a leftover.',
      ranges: [...stretchOf(node), ...stretchOf(like.node)],
      before: text.slice(0, 200),
      ...(isCopied ? {} : {weight: 'minor'}),
    })
  }
}

/** Hash the sampled shingles of a text, each once. */
function sampleOf(letters: string): number[] {
  const sample = new Set<number>()
  const sampled = letters.length > LONG ? SAMPLED * 4 : SAMPLED
  let hash = 0
  for (let at = 0; at < letters.length; at++) {
    hash = (Math.imul(hash, BASE) + letters.charCodeAt(at)) | 0
    if (at >= SHINGLE) hash = (hash - Math.imul(letters.charCodeAt(at - SHINGLE), LEAVING)) | 0
    if (at < SHINGLE - 1) continue
    // The low bits of such a hash depend on few letters, so it is mixed first.
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
    if (mixed % sampled === 0) sample.add(mixed)
  }
  return [...sample]
}

const BASE = 0x01000193
/** `BASE` to the power of a shingle’s length: the factor of the letter that leaves the window. */
const LEAVING = Array.from({length: SHINGLE}).reduce<number>((power) => Math.imul(power, BASE), 1)

/** Find the earlier text with most shingles in common, if they are enough. */
function mostAlike(
  sample: readonly number[],
  texts: readonly Text[],
  holding: ReadonlyMap<number, readonly number[]>,
): Text | undefined {
  const votes = new Map<number, number>()
  let best: number | undefined
  for (const hash of sample) {
    for (const index of holding.get(hash) ?? []) {
      const count = (votes.get(index) ?? 0) + 1
      votes.set(index, count)
      if (count > (votes.get(best ?? -1) ?? 0)) best = index
    }
  }
  const text = best === undefined ? undefined : texts[best]
  if (!text || best === undefined) return undefined
  const least = SHARED * Math.min(sample.length, text.sample.length)
  return (votes.get(best) ?? 0) >= Math.max(1, least) ? text : undefined
}

const isCutOff = (text: string): boolean => /(?:…|\.\.\.)\W{0,20}$/.test(text.slice(-20))

/** Whether one text begins with the other: truncated, or all but its last letters. */
function isStart(one: string, other: string, cut: boolean): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long.startsWith(short) && (cut || short.length >= long.length * 0.95)
}

/** Whether a few words may explain the difference in length. */
function areAsLong(one: string, other: string): boolean {
  const most = Math.max(one.length, other.length)
  return Math.abs(one.length - other.length) <= Math.max(SOME_LONGER, most * LONGER)
}

/** Whether two texts share all but a few words. Texts that differ only in numbers say different things. */
function differLittle(one: Pick<Text, 'text' | 'letters'>, other: Pick<Text, 'text' | 'letters'>): boolean {
  if (one.letters === other.letters) return true
  const counts = new Map<string, number>()
  let words = 0
  for (const [text, by] of [
    [one.text, 1],
    [other.text, -1],
  ] as const) {
    for (const word of text.toLowerCase().match(WORDS) ?? []) {
      words++
      counts.set(word, (counts.get(word) ?? 0) + by)
    }
  }
  const different = [...counts].filter(([, count]) => count !== 0)
  if (different.every(([word]) => /^\p{N}+$/u.test(word))) return false
  const distance = different.reduce((sum, [, count]) => sum + Math.abs(count), 0)
  return distance <= Math.max(SOME_DIFFERENT, (words / 2) * DIFFERENT)
}

/** Words; in scripts without spaces, letters. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])*/gu
