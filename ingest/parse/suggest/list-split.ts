/** Boundary between two merged lists. */

import type {BodyBlock, TextBlock} from '../../../schemas/body.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {textOfSpans} from './block-text.ts'
import type {Traces} from './repair-traces.ts'

interface ListPlace {
  body: readonly BodyBlock[]
  /** Index of the list's first item. */
  first: number
  /** Index of its last. */
  last: number
  places: ReadonlyMap<string, SourceRange>
  traces: Traces
  source: string
}

/**
 * Find the index at which all items before differ from all items after; undefined if there is none. Signs are tried in
 * order of reliability: remnants of tags in the source, bold lead-ins, forms of first words and sentences.
 */
export function listSplit({body, first, last, places, traces, source}: ListPlace): number | undefined {
  const items = body.slice(first, last + 1).filter(isItem)
  if (items.length < 2) return undefined
  const damaged = (item: TextBlock): boolean => {
    const place = places.get(item._key)
    if (!place) return false
    return traces.isLittered(place.start, lineEnd(source, place.end))
  }
  // A remnant of a tag shows damage, which separates the two; other signs only show two styles.
  const signs: {sign: (item: TextBlock) => boolean; least: number}[] = [
    {sign: damaged, least: 1},
    {sign: hasLead, least: 1},
    {sign: (item) => /[.!?。]["”’)]*$/u.test(textOfSpans(item)), least: 2},
    {sign: (item) => /^\p{Lu}/u.test(textOfSpans(item)), least: 2},
    {sign: (item) => hasInflectedStart(textOfSpans(item)), least: 2},
  ]
  for (const {sign, least} of signs) {
    const at = change(items.map(sign))
    if (at !== undefined && at >= least && items.length - at >= least) return first + at
  }
  return undefined
}

const isItem = (block: BodyBlock | undefined): block is TextBlock =>
  block?._type === 'block' && block.listItem !== undefined

const hasLead = (item: TextBlock): boolean =>
  item.children.length > 1 && item.children[0]?.marks.includes('strong') === true

/** Find where a series of answers changes exactly once; undefined if it does not, or changes again. */
function change(answers: readonly boolean[]): number | undefined {
  const at = answers.findIndex((answer) => answer !== answers[0])
  return at > 0 && answers.slice(at).every((answer) => answer !== answers[0]) ? at : undefined
}

/** "Tightened", "Evolving", "Cooperation": a first word in a form with which no instruction begins. */
const hasInflectedStart = (text: string): boolean =>
  /^(?:\p{L}+(?:ed|ing|tion|ment|ness|ity|ance|ence|al|ic|ous|er|or|ism|s))\b/u.test(text)

/** Find the end of the line at an offset. */
export function lineEnd(source: string, from: number): number {
  const at = source.indexOf('\n', from)
  return at < 0 ? source.length : at
}
