/**
 * Measures how similar two texts are, and makes a short fingerprint with which similar texts can be found.
 *
 * A text is represented by its shingles, the set of its word sequences (Broder, "On the resemblance and containment of documents", 1997). The similarity
 * of two texts is the number of common shingles divided by the number of different shingles in both. MinHash keeps the smallest shingle under each of
 * several orders and groups them into bands. The probability that two texts have a band in common rises steeply with their similarity (Leskovec,
 * Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).
 */

/** Words in a shingle. */
const SHINGLE = 4
/** Bands, and orders in each. Two of three pairs with a similarity of 0.5 have a band in common, and nearly all with 0.8. */
const BANDS = 16
const ROWS = 4
/** A text with fewer words is too short to be compared. */
const MIN_WORDS = 12

/** In scripts without spaces between words, each character counts as a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{M}\p{N}]+/gu

const normalizedWords = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? []

/** The shingles of a text as 32-bit hashes. Empty if the text is too short to be compared. */
export function shinglesOf(text: string): Set<number> {
  const words = normalizedWords(text)
  const shingles = new Set<number>()
  if (words.length < MIN_WORDS) return shingles
  for (let at = 0; at + SHINGLE <= words.length; at++)
    shingles.add(hashOf(words.slice(at, at + SHINGLE).join(' ')))
  return shingles
}

/** The similarity of two texts by their shingles, from 0 (none in common) to 1 (the same shingles). */
export function similarityOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const shingle of one) if (other.has(shingle)) shared++
  return shared / (one.size + other.size - shared)
}

/**
 * The fingerprint of a text: one string for each band. Two texts are worth comparing if they have a band in common. Empty for a text that is too
 * short. The result depends on nothing but the text.
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

/** The finalizer of MurmurHash3, in which every input bit affects every output bit. */
function mixBits(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
