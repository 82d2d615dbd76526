import type {Report} from '../../../findings/report.ts'
import {lettersOf} from './letters.ts'
import {type Node, stretchOf} from './nodes.ts'

/** Shortest text that is compared, in letters and digits. */
const SHORTEST = 40
/** Letters of a shingle: short enough that a word put in leaves most of them whole. */
const SHINGLE = 8
/** One shingle in so many, told by its hash, stands for a text, so that both of two copies are stood for by the same ones. */
const SAMPLED = 4
/** Of a text with more letters than this, a quarter of those, which are enough. */
const LONG = 240
/** Letters by which the lengths of near copies differ at most: a share of the longer, and always so many. */
const [LONGER, SOME_LONGER] = [0.2, 30]
/** Share of its sampled shingles that a text must have in common with another to be compared with it. */
const SHARED = 0.3
/** Words by which near copies differ at most: a share of all, and always so many. */
const [DIFFERENT, SOME_DIFFERENT] = [0.1, 2]

interface Text {
  node: Node
  text: string
  letters: string
  sample: readonly number[]
}

/**
 * Flag texts that are an earlier one's near copy: equal but for case, spacing and punctuation, or for a few words wherever
 * they stand, or cut off. Each text is compared with one other at most, the one with which it shares most shingles. The
 * flag weighs little where nothing else was copied: a writer, too, may say nearly the same twice.
 */
export function createNearDuplicateFlag(
  report: Report,
  isCopied: boolean,
): (node: Node, text: string) => void {
  const texts: Text[] = []
  const holding = new Map<number, number[]>()
  return (node, text) => {
    if (text.length < SHORTEST) return
    const letters = lettersOf(text)
    if (letters.length < SHORTEST) return
    const sample = sampleOf(letters)
    const like = mostAlike(sample, texts, holding)
    const index = texts.push({node, text, letters, sample}) - 1
    for (const hash of sample) {
      const places = holding.get(hash)
      if (!places) holding.set(hash, [index])
      // What many texts have in common tells none of them.
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

/** Hashes of the sampled shingles of a text, each once; of a text in which none is sampled, that of its start. */
function sampleOf(letters: string): number[] {
  const sample = new Set<number>()
  const sampled = letters.length > LONG ? SAMPLED * 4 : SAMPLED
  let hash = 0
  for (let at = 0; at < letters.length; at++) {
    hash = (Math.imul(hash, BASE) + letters.charCodeAt(at)) | 0
    if (at >= SHINGLE) hash = (hash - Math.imul(letters.charCodeAt(at - SHINGLE), LEAVING)) | 0
    if (at < SHINGLE - 1) continue
    // Low bits of such a hash are those of few letters: mixed before they decide.
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
    if (mixed % sampled === 0) sample.add(mixed)
  }
  return [...sample]
}

const BASE = 0x01000193
/** `BASE` to the power of a shingle's length: what the letter that leaves the window was multiplied by. */
const LEAVING = Array.from({length: SHINGLE}).reduce<number>((power) => Math.imul(power, BASE), 1)

/** The earlier text with which a sample has most in common, if it is enough. */
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

const isCutOff = (text: string): boolean => /(?:…|\.\.\.)\W*$/.test(text.slice(-20))

/** Whether one is the other's start: cut off, or all but its last letters. */
function isStart(one: string, other: string, cut: boolean): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long.startsWith(short) && (cut || short.length >= long.length * 0.95)
}

/** Whether a few words may be all that makes one text longer than another. */
function areAsLong(one: string, other: string): boolean {
  const most = Math.max(one.length, other.length)
  return Math.abs(one.length - other.length) <= Math.max(SOME_LONGER, most * LONGER)
}

/** Whether two texts have all but a few words in common. Texts that differ in numbers alone say two things. */
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

/** Words, or in scripts that part none, letters. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])*/gu
