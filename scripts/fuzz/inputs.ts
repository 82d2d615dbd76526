/** Random and mutated inputs, each from its seed alone. */
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {hostileInputs} from '../../bench/support/hostile-inputs.ts'
import {singlesOf, unitsOf} from '../../test/cost/units/index.ts'
import {pick, type Random, randomFrom} from '../../test/damage/random.ts'
import {ROOT} from '../run.ts'

/** Largest input, in bytes. */
const LARGEST = 20_000

/** An empty one is left out. */
const TYPES = [
  'text/html; charset=utf-8',
  'text/html',
  'text/plain',
  'application/json',
  'application/xml',
  '',
]

export interface Input {
  bytes: Uint8Array
  /** Empty where there is none. */
  contentType: string
}

interface Material {
  documents: readonly string[]
  pieces: readonly string[]
}

export function readMaterial(): Material {
  const fixtures = globSync('test/fixtures/*/input.*', {cwd: ROOT})
    .toSorted()
    .map((name) => readFileSync(join(ROOT, name), 'utf8'))
  return {
    documents: [...fixtures, ...Object.values(hostileInputs(LARGEST, 400))],
    pieces: singlesOf(unitsOf(ROOT)),
  }
}

/** The input of one seed. Sizes are even over their logarithm, so that most are small. */
export function inputOf(seed: number, material: Material): Input {
  const random = randomFrom(seed)
  const size = Math.floor(2 ** (5 + random() * (Math.log2(LARGEST) - 5)))
  const kind = random()
  const text =
    kind < 0.5
      ? mutated(random, material, size)
      : kind < 0.9
        ? composed(random, material, size)
        : noise(random, size)
  const bytes = Buffer.from(text).subarray(0, LARGEST)
  if (random() < 0.1) spoil(random, bytes)
  return {bytes, contentType: pick(random, TYPES)}
}

const below = (random: Random, end: number): number => Math.floor(random() * end)

/** A stretch of a document with changes at some places. */
function mutated(random: Random, {documents, pieces}: Material, size: number): string {
  const whole = pick(random, documents)
  const start = below(random, Math.max(1, whole.length - size))
  let text = whole.slice(start, start + size)
  const changes = 1 + below(random, 12)
  for (let change = 0; change < changes; change++)
    text = pick(random, CHANGES)(
      random,
      text,
      random() < 0.2 ? pick(random, documents) : pick(random, pieces),
    )
  return text
}

type Change = (random: Random, text: string, piece: string) => string

const at = (text: string, start: number, end: number, piece: string): string =>
  text.slice(0, start) + piece + text.slice(end)

const CHANGES: readonly Change[] = [
  // A piece goes in, once or many times.
  (random, text, piece) => {
    const place = below(random, text.length)
    return at(text, place, place, piece.slice(0, 400).repeat(random() < 0.2 ? below(random, 200) : 1))
  },
  // A stretch goes.
  (random, text) => {
    const place = below(random, text.length)
    return at(text, place, place + below(random, random() < 0.5 ? 4 : 200), '')
  },
  // A stretch is there again, elsewhere.
  (random, text) => {
    const from = below(random, text.length)
    const place = below(random, text.length)
    return at(text, place, place, text.slice(from, from + below(random, 400)))
  },
  // A stretch is repeated where it is.
  (random, text) => {
    const from = below(random, text.length)
    const stretch = text.slice(from, from + 1 + below(random, 60))
    return at(text, from, from, stretch.repeat(below(random, 100)))
  },
  // The end is cut off, or the beginning.
  (random, text) => text.slice(0, below(random, text.length)),
  (random, text) => text.slice(below(random, text.length)),
  // One character becomes another.
  (random, text) => {
    const place = below(random, text.length)
    return at(text, place, place + 1, String.fromCodePoint(codePoint(random)))
  },
  // Marks are lost everywhere.
  (random, text) => text.replaceAll(pick(random, ['<', '>', '"', '/', '\n', ' ', ';', '=']), ''),
  // Marks are escaped everywhere.
  (_, text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
]

/** Pieces one after the other, some of them many times. */
function composed(random: Random, {pieces}: Material, size: number): string {
  const few = Array.from({length: 1 + below(random, 8)}, () => pick(random, pieces))
  let text = ''
  while (text.length < size) {
    const piece = random() < 0.8 ? pick(random, few) : pick(random, pieces)
    text += random() < 0.1 ? piece.repeat(1 + below(random, 200)) : piece
    if (random() < 0.2) text += pick(random, [' ', '\n', ' words ', '</p>', '<p>', '"', '>'])
  }
  return text.slice(0, size)
}

function noise(random: Random, size: number): string {
  let text = ''
  while (text.length < size) text += String.fromCodePoint(codePoint(random))
  return text
}

/** Mostly of the first 128, sometimes any; a lone surrogate becomes a replacement character when it is encoded. */
const codePoint = (random: Random): number =>
  below(random, random() < 0.7 ? 0x80 : random() < 0.8 ? 0x2fff : 0x110000)

/** Changes some bytes, so that the encoding breaks. */
function spoil(random: Random, bytes: Uint8Array): void {
  const changes = 1 + below(random, 20)
  for (let change = 0; change < changes; change++) bytes[below(random, bytes.length)] = below(random, 256)
}
