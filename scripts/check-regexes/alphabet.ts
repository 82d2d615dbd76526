/**
 * The characters of an expression, divided into as few kinds as its sets tell apart. Which characters a set matches is
 * asked of the engine, so case, Unicode properties and sets of the flag `v` are what they are when the product runs.
 */

/** Kinds of characters are numbered from 0; these two are beside them. */
export const START = -1
export const END = -2

export interface Alphabet {
  /** How many kinds there are. */
  size: number
  /** Which kinds a set holds, by its source. */
  holds(source: string, kind: number): boolean
  isWord(kind: number): boolean
  isLineEnd(kind: number): boolean
}

/** First and last of characters that are next to each other. */
type Range = readonly [first: number, last: number]

const WORD = '\\w'
const LINE_END = '[\\n\\r\\u2028\\u2029]'

export function alphabetOf(sources: Iterable<string>, flags: string): Alphabet {
  const kept = flags.replace(/[^iuvs]/g, '')
  const names = [...new Set([...sources, WORD, LINE_END])]
  const ranges = names.map((source) => rangesOf(source, kept))
  const starts = new Set([0])
  for (const list of ranges)
    for (const [first, last] of list) {
      starts.add(first)
      starts.add(last + 1)
    }
  const planes = /[uv]/.test(flags) ? [0, ...PLANES] : [0]
  const next = names.map(() => 0)
  /** For each kind, which sets hold it. */
  const kinds = new Map<string, boolean[]>()
  for (const start of [...starts].toSorted((a, b) => a - b)) {
    if (!planes.includes(Math.floor(start / LENGTH))) continue
    const held = ranges.map((list, index) => {
      let at = next[index] ?? 0
      while ((list[at]?.[1] ?? Number.POSITIVE_INFINITY) < start) at++
      next[index] = at
      return (list[at]?.[0] ?? Number.POSITIVE_INFINITY) <= start
    })
    kinds.set(held.map(Number).join(''), held)
  }
  const table = [...kinds.values()]
  const indexes = new Map(names.map((source, index) => [source, index]))
  const holds = (source: string, kind: number): boolean => table[kind]?.[indexes.get(source) ?? -1] ?? false
  return {
    size: table.length,
    holds,
    isWord: (kind) => holds(WORD, kind),
    isLineEnd: (kind) => holds(LINE_END, kind),
  }
}

const cache = new Map<string, Range[]>()

function rangesOf(source: string, flags: string): Range[] {
  const key = `${source}/${flags}`
  const known = cache.get(key)
  if (known) return known
  const ranges = findRanges(source, flags)
  cache.set(key, ranges)
  return ranges
}

/** Planes of Unicode whose characters a property may tell apart; those of any other are alike. */
const PLANES = [1, 2, 3, 14, 15]
const LENGTH = 0x10000
const SURROGATES: Range = [0xd800, 0xdfff]

function findRanges(source: string, flags: string): Range[] {
  const isUnicode = /[uv]/.test(flags)
  const run = new RegExp(`(?:${source})+`, `g${flags}`)
  const ranges: Range[] = []
  const search = (text: string, first: number, units: number): void => {
    for (const {0: found, index} of text.matchAll(run))
      ranges.push([first + index / units, first + (index + found.length) / units - 1])
  }
  if (!isUnicode) {
    search(characters(0, LENGTH), 0, 1)
    return ranges
  }
  search(characters(0, SURROGATES[0]), 0, 1)
  // Alone, a surrogate is like any other of them.
  if (new RegExp(`^(?:${source})$`, flags).test('\ud800')) ranges.push(SURROGATES)
  search(characters(SURROGATES[1] + 1, LENGTH), SURROGATES[1] + 1, 1)
  for (const plane of PLANES) search(characters(plane * LENGTH, (plane + 1) * LENGTH), plane * LENGTH, 2)
  return ranges
}

const texts = new Map<string, string>()

/** All characters from one to before another. */
function characters(from: number, to: number): string {
  const key = `${from}-${to}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const parts: string[] = []
  for (let code = from; code < to; code++) parts.push(String.fromCodePoint(code))
  const text = parts.join('')
  texts.set(key, text)
  return text
}
