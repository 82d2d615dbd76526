/** Finding where a displaced section begins, from what it left behind. */
import type {SourceRange} from '../trace/traced-text.ts'
import type {BodyBlock, TextBlock} from '../types.ts'
import {isLeadIn} from './lead-in.ts'
import {textOf} from './text.ts'
import type {Traces} from './traces.ts'

export interface SectionTraces {
  body: readonly BodyBlock[]
  places: ReadonlyMap<string, SourceRange>
  traces: Traces
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
function splitOf({body, places, traces, source, anchor}: SectionTraces, first: number): number | undefined {
  const items = body.slice(first, anchor + 1).filter(isItem)
  if (items.length < 2) return undefined
  const damaged = (item: TextBlock): boolean => {
    const place = places.get(item._key)
    if (!place) return false
    return traces.isLittered(place.start, lineEnd(source, place.end))
  }
  // A rest of a tag shows damage, which is what tells the two apart; the others only show two ways of writing.
  const signs: {sign: (item: TextBlock) => boolean; least: number}[] = [
    {sign: damaged, least: 1},
    {sign: hasLead, least: 1},
    {sign: (item) => /[.!?。]["”’)]*$/u.test(textOf(item)), least: 2},
    {sign: (item) => /^\p{Lu}/u.test(textOf(item)), least: 2},
    {sign: (item) => hasInflectedStart(textOf(item)), least: 2},
  ]
  for (const {sign, least} of signs) {
    const at = change(items.map(sign))
    if (at !== undefined && at >= least && items.length - at >= least) return first + at
  }
  return undefined
}

const hasLead = (item: TextBlock): boolean =>
  item.children.length > 1 && item.children[0]?.marks.includes('strong') === true

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

/**
 * A list with what stands before it and belongs to it. Where the swallowed text ends on a heading, the section is what
 * stands under that: paragraphs, but no heading of the same rank. Else it begins with the heading over the list, and where
 * there is none, with the paragraph that announces it.
 */
function withIntroduction(
  body: readonly BodyBlock[],
  first: number,
  swallowed: readonly BodyBlock[],
): number {
  const level = headingLevel(swallowed.at(-1))
  let start = first
  if (level > 0) {
    while (isParagraph(body[start - 1])) start--
    const over = headingLevel(body[start - 1])
    if (over > level) return start - 1
    // A heading keeps a paragraph of its own, and so does the article.
    return (over > 0 || start === 0) && start < first ? start + 1 : start
  }
  let top = start
  while (isParagraph(body[top - 1])) top--
  // Something must be left before the table.
  if (top > 1 && headingLevel(body[top - 1]) > 0) return top - 1
  return isLeadIn(body[start - 1]) ? start - 1 : start
}

/** Level of a heading; 0 for every other block. */
const headingLevel = (block: BodyBlock | undefined): number =>
  block?._type === 'block' ? Number(/^h(\d)$/.exec(block.style)?.[1] ?? 0) : 0

const isParagraph = (block: BodyBlock | undefined): boolean =>
  block?._type === 'block' && block.style === 'normal' && block.listItem === undefined
