/** Finding where a displaced section begins, from what it left behind. */
import type {SourceRange} from '../trace/traced-text.ts'
import type {BodyBlock, Finding, TextBlock} from '../types.ts'
import {isLeadIn} from './lead-in.ts'
import {textOf} from './text.ts'

export interface SectionTraces {
  body: readonly BodyBlock[]
  places: ReadonlyMap<string, SourceRange>
  findings: readonly Finding[]
  source: string
  /** Index of the last item of the section's first list. */
  anchor: number
  /** Index of the table. */
  table: number
  /** What the table's last row had swallowed. */
  swallowed: readonly BodyBlock[]
}

/** Index of the section's first block. */
export function sectionStart(traces: SectionTraces): number {
  const {body, anchor, swallowed} = traces
  const first = firstItem(body, anchor)
  const announced = isLeadIn(swallowed.at(-1))
  const split = splitOf(traces, first)
  // The swallowed text announces the list: the section begins with it, at the split if it ran into another.
  if (announced) return split ?? first
  if (split !== undefined) return split
  return withIntroduction(body, first, swallowed)
}

/** Index of the first item of the list that ends at `anchor`. */
function firstItem(body: readonly BodyBlock[], anchor: number): number {
  let first = anchor
  while (first > 0 && isItem(body[first - 1])) first--
  return first
}

const isItem = (block: BodyBlock | undefined): block is TextBlock =>
  block?._type === 'block' && block.listItem !== undefined

/**
 * Where two lists ran into one: the index at which every item before looks one way and every item after another. Asked in
 * the order of what each sign is worth: rests of tags in the source, bold lead-ins, how leads and sentences are formed.
 */
function splitOf({body, places, findings, source, anchor}: SectionTraces, first: number): number | undefined {
  const items = body.slice(first, anchor + 1).filter(isItem)
  if (items.length < 2) return undefined
  const debris = findings
    .filter(({code}) => code === 'tag-debris-dropped' || code === 'markup-text-dropped')
    .flatMap(({ranges}) => ranges)
  const damaged = (item: TextBlock): boolean => {
    const place = places.get(item._key)
    if (!place) return false
    const end = lineEnd(source, place.end)
    return debris.some((range) => range.start >= place.start && range.start < end)
  }
  const signs: ((item: TextBlock) => boolean)[] = [
    damaged,
    (item) => item.children.length > 1 && item.children[0]?.marks.includes('strong') === true,
    (item) => /[.!?。]["”’)]*$/u.test(textOf(item)),
    (item) => /^\p{Lu}/u.test(textOf(item)),
    (item) => hasInflectedStart(textOf(item)),
  ]
  for (const sign of signs) {
    const at = change(items.map(sign))
    if (at !== undefined) return first + at
  }
  return undefined
}

/** Where a row of answers changes once and for all; undefined where it does not, or more than once. */
function change(answers: readonly boolean[]): number | undefined {
  const at = answers.findIndex((answer) => answer !== answers[0])
  return at > 0 && answers.slice(at).every((answer) => answer !== answers[0]) ? at : undefined
}

/** "Tightened", "Evolving", "Cooperation": a first word in a form that no instruction begins with. */
const hasInflectedStart = (text: string): boolean =>
  /^(?:\p{L}+(?:ed|ing|tion|ment|ness|ity|ance|ence|al|ic|ous|er|or|ism|s))\b/u.test(text)

function lineEnd(source: string, from: number): number {
  const at = source.indexOf('\n', from)
  return at < 0 ? source.length : at
}

/** A list with the paragraph that announces it, and the heading over both. */
function withIntroduction(
  body: readonly BodyBlock[],
  first: number,
  swallowed: readonly BodyBlock[],
): number {
  let start = first
  const before = body[start - 1]
  if (isLeadIn(before)) start--
  const over = body[start - 1]
  const headed = over?._type === 'block' && /^h\d/.test(over.style)
  // Text after a swallowed heading stands under that, so that no heading of its own goes before it.
  const last = swallowed.at(-1)
  const under = last?._type === 'block' && /^h\d/.test(last.style)
  return headed && !under ? start - 1 : start
}
