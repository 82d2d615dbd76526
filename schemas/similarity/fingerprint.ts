/**
 * How alike two texts are, and a short fingerprint by which texts that are alike find each other.
 *
 * A text is the set of its shingles, runs of words (Broder, "On the resemblance and containment of documents", 1997); two are as alike as
 * their shingles that both have are of all that either has. Of the shingles under several orders the first of each is kept (MinHash), and
 * those are taken together in bands: texts that have a band in common are alike with a probability that rises steeply with their likeness
 * (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).
 */

/** Words of a shingle. */
const SHINGLE = 4
/** Bands, and orders in each: texts half alike meet in two of three cases, those alike by four fifths practically always. */
const BANDS = 16
const ROWS = 4
/** A text of fewer words says too little to be told by. */
const MIN_WORDS = 12

/** In scripts that set no spaces each character is a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{M}\p{N}]+/gu

const normalizedWords = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? []

/** The runs of words of a text, each once, as 32-bit hashes. Empty where the text is too short to be told by. */
export function shinglesOf(text: string): Set<number> {
  const words = normalizedWords(text)
  const shingles = new Set<number>()
  if (words.length < MIN_WORDS) return shingles
  for (let at = 0; at + SHINGLE <= words.length; at++)
    shingles.add(hashOf(words.slice(at, at + SHINGLE).join(' ')))
  return shingles
}

/** From 0, nothing in common, to 1, the same runs of words. */
export function similarityOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const shingle of one) if (other.has(shingle)) shared++
  return shared / (one.size + other.size - shared)
}

/**
 * The bands of a text: strings of a number and a hash. Two texts are worth comparing when they have one in common. None for a text that is too
 * short. The same text gives the same bands, wherever and whenever.
 */
export function bandsOf(text: string): string[] {
  const shingles = shinglesOf(text)
  if (shingles.size === 0) return []
  const firsts = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let order = 0; order < firsts.length; order++) {
      const rank = mixBits(shingle ^ Math.imul(order + 1, 0x9e3779b1))
      if (rank < (firsts[order] as number)) firsts[order] = rank
    }
  }
  return Array.from({length: BANDS}, (_, band) => {
    const rows = firsts.subarray(band * ROWS, (band + 1) * ROWS)
    return `${band}-${hashOf(rows.join()).toString(36)}`
  })
}

/** FNV-1a over the code units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The last step of MurmurHash3, which spreads each bit over all of them. */
function mixBits(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
