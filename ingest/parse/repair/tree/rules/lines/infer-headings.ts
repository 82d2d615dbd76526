import type {Element, Root} from 'hast'
import type {Repair, Report, Weight} from '../../../../findings/report.ts'
import {endsLeadIn, endsSentence} from '../../../../sentence.ts'
import {isBold} from '../../lib/bold.ts'
import {isLevelGuessed, tagsOf} from '../../lib/heading-level.ts'
import {flowOf} from '../../lib/heading-model/flow.ts'
import {levelsOf} from '../../lib/heading-model/levels.ts'
import {lineChances} from '../../lib/heading-model/lines.ts'
import {isProse, lookByRule} from '../../lib/heading-rule.ts'
import {isInferredParagraph} from '../../lib/inferred-paragraphs.ts'
import {plainLine} from '../../lib/line-text.ts'
import {HEADINGS, LISTS, STRONG} from '../../lib/names.ts'
import {
  hasEmbedded,
  isBlank,
  isElement,
  isOneOf,
  isTag,
  type Node,
  plainText,
  stretchOf,
} from '../../lib/nodes.ts'
import {headingLook, wordsIn} from '../../lib/prose.ts'

/**
 * Lines that read as headings become headings: a first line without a final stop (the title), a short line between
 * paragraphs, a paragraph that is all bold. If a document marks its headings by tags or in bold, unmarked lines stay
 * lines. Levels are inferred from the tagged headings, from the blocks between headings, and from their shapes.
 *
 * @example
 *   ```html
 *   <h1>The Harbour</h1><p><b>What the Harbour Master Said</b></p><p>The plan was not ready, and nobody knew when.</p>
 *   ```
 *   becomes
 *   ```html
 *   <h1>The Harbour</h1><h2>What the Harbour Master Said</h2><p>The plan was not ready, and nobody knew when.</p>
 *   ```
 */
export function inferHeadings(tree: Root, report: Report): void {
  const siblings = tree.children
  if (!siblings.some((node) => isCandidate(node) || isLevelGuessed(node))) return
  const result: Node[] = siblings.slice()
  const titled = siblings.some((node) => isTag(node, 'h1'))
  const first = siblings.findIndex((node) => !isBlank(node))
  const ways = waysOf(siblings)
  const chances = lineChances(flowOf(siblings, isLevelGuessed))
  const speakers = speakersIn(siblings)
  const found: {index: number; look: Look}[] = []
  // Backwards: a line may precede another one that was just found to be a heading.
  for (let index = result.length - 1; index >= 0; index--) {
    const node = result[index]
    if (!isTag(node, 'p') || !isCandidate(node) || speakers.has(nameOf(node))) continue
    const place = {siblings: result, index, title: index === first && !titled, ways, chances}
    const look = isBold(node.children) ? boldLook(node, place) : lineLook(node, place)
    if (!look) continue
    result[index] = {...node, tagName: look.title ? 'h1' : 'h2', children: unbold(node)}
    found.push({index, look})
  }
  const guessed = new Set(found.flatMap(({index, look}) => (look.title ? [] : [index])))
  setLevels(result, guessed)
  for (const {index, look} of found.toReversed()) report(repairOf(siblings[index] as Element, look))
  tree.children = result as Root['children']
}

/** The name on a line of its own, as those of speakers are. */
const nameOf = (line: Element): string =>
  plainLine(line)
    .replace(/[:：]$/, '')
    .trimEnd()

/** Most words of a speaker's name. */
const MAX_NAME_WORDS = 4

/** Bold lines that come more than once and are names: the speakers of an interview. A heading is there once. */
function speakersIn(siblings: readonly Node[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const speakers = new Set<string>()
  let hasColon = false
  for (const node of siblings) {
    if (!isBoldParagraph(node) || !isTag(node, 'p')) continue
    const name = nameOf(node)
    const words = name.split(' ')
    if (words.length > MAX_NAME_WORDS || !words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word))) continue
    if (seen.has(name)) {
      speakers.add(name)
      hasColon ||= plainLine(node) !== name
    }
    seen.add(name)
  }
  // Where one speaker has a colon, the others have one as well.
  if (hasColon)
    for (const node of siblings)
      if (isBoldParagraph(node) && isTag(node, 'p') && /[:：]$/.test(plainLine(node)))
        speakers.add(nameOf(node))
  return speakers
}

/**
 * Set the levels of the headings at some indices, and of those found earlier without one, from all their neighbours.
 */
function setLevels(result: Node[], guessed: ReadonlySet<number>): void {
  const indices = [...result.keys()].filter((index) => {
    const node = result[index]
    return isOneOf(node, HEADINGS) && !(isTag(node, 'h1') && !guessed.has(index))
  })
  const isGuessed = (node: Node, index: number): boolean => guessed.has(index) || isLevelGuessed(node)
  if (!indices.some((index) => isGuessed(result[index] as Node, index))) return
  const flow = flowOf(result, isGuessed)
  const tagOf = tagsOf(flow)
  for (const [place, level] of levelsOf(flow, indices).entries()) {
    const index = indices[place] ?? 0
    const node = result[index] as Element
    if (isGuessed(node, index)) result[index] = {...node, tagName: tagOf(level)}
  }
}

const repairOf = (node: Element, {reason, weight}: Look): Repair => ({
  code: 'heading-inferred',
  message: reason,
  ranges: stretchOf(node),
  after: plainLine(node),
  ...(weight ? {weight} : {}),
})

/** Whether a paragraph may be a heading: it is bold, or inferred. */
const isCandidate = (node: Node): boolean =>
  isTag(node, 'p') &&
  (isBold(node.children) || isInferredParagraph(node)) &&
  !hasEmbedded(node) &&
  !isButton(node) &&
  !isNoted(node) &&
  plainLine(node).length <= 200

/** Whether a line is a sentence with the mark of a note after its full stop. */
function isNoted(line: Element): boolean {
  const last = line.children.findLast((child) => !isBlank(child))
  if (last?.type !== 'element' || !(last.tagName === 'sup' || (last.tagName === 'a' && isRaised(last))))
    return false
  const text = plainLine(line)
  return endsSentence(text.slice(0, text.length - plainText(last).length))
}

/** Whether a link holds nothing but a superscript. */
const isRaised = ({children: [only, ...more]}: Element): boolean =>
  only?.type === 'element' && only.tagName === 'sup' && more.length === 0

const BUTTON = /(?:^|[-_])(?:btn|button|cta)(?:[-_]|$)/i

/** Whether a line is a link that the page draws as a button. */
function isButton(line: Element): boolean {
  const [only, ...others] = line.children.filter((child) => !isBlank(child))
  if (others.length > 0 || only?.type !== 'element' || only.tagName !== 'a') return false
  const {className} = only.properties
  return Array.isArray(className) && className.some((name) => BUTTON.test(String(name)))
}

/** How a document marks its blocks. */
interface Ways {
  /** Whether its headings have tags or are bold: then an unmarked line is not one. */
  marked: boolean
  /**
   * Whether most of its paragraphs are lines. Among tagged ones, a loose line is a caption or label as often as a
   * heading.
   */
  lines: boolean
}

function waysOf(siblings: readonly Node[]): Ways {
  const paragraphs = siblings.filter((node) => isTag(node, 'p'))
  const tagged = siblings.filter(
    (node) => node.type === 'element' && node.data?.hasSoundTag && !isTag(node, 'h1'),
  ).length
  const bold = siblings.filter(
    (node, index) => isBoldParagraph(node) && headingLook(plainLine(node)) && isProse(siblings[index + 1]),
  ).length
  return {
    marked: tagged > 0 || bold > 1,
    lines: paragraphs.filter(isInferredParagraph).length * 2 >= paragraphs.length,
  }
}

interface Look {
  reason: string
  weight?: Weight
  title?: boolean
}

interface Place {
  siblings: readonly Node[]
  index: number
  /** Whether it is the first block of a text without a title. */
  title: boolean
  ways: Ways
  /** Probability that the line at an index is a heading. */
  chances: (index: number) => number
}

function boldLook(node: Element, {siblings, index, title, ways}: Place): Look | undefined {
  const text = plainLine(node)
  const next = siblings[index + 1]
  const look = headingLook(text)
  if (!look && !isBoldLine(text) && !isBoldLabel(text, next)) return undefined
  // A line of cells follows, whose head it is: an editor without tables wrote both.
  if (isTag(next, 'p') && CELLS.test(plainLine(next))) return undefined
  // The last line of a truncated text may be a heading too, if others look the same.
  if (
    !next
      ? !siblings.some((other, at) => isBoldParagraph(other) && isProse(siblings[at + 1])) &&
        !countsOn(text, siblings)
      : isBoldParagraph(next)
  )
    return undefined
  // A title is unique: if the headings of sections are marked the same way, it is the first of them.
  const only = !ways.marked || isOneOf(next, HEADINGS)
  return {
    reason: 'A bold line above a paragraph became a heading.',
    ...(title && only && look === 'title' ? {title: true} : {}),
  }
}

function lineLook(node: Element, {siblings, index, title, ways, chances}: Place): Look | undefined {
  const text = plainLine(node)
  const next = siblings[index + 1]
  const look = headingLook(text)
  if (!look && STAMP.test(text) && !title && next && isProse(next) && isStamped(siblings))
    return {reason: 'A time or year above a paragraph, one of several, became a heading.', weight: 'doubtful'}
  if (ways.marked) return undefined
  if (title) return titleLook(look, next)
  if (!ways.lines) {
    return lookByRule(node, siblings[index - 1], next) === 'title' ? {reason: OF_CAPITALS} : undefined
  }
  const chance = next ? chances(index) : 0
  if (chance < 0.5) return undefined
  return {
    reason: look === 'title' ? OF_CAPITALS : 'A short line above other text became a heading.',
    ...(look === 'title' || chance >= MIN_SURE_CHANCE ? {} : {weight: 'doubtful'}),
  }
}

/** A short line of cells, as Trix writes those of a table. */
const CELLS = /^[^|]{1,40} \| [^|]{1,40}(?: \| [^|]{1,40}){0,8}$/

const OF_CAPITALS = 'A short line with capitals and no full stop, above a paragraph, became a heading.'
/** Minimum probability at which an editor need not check a line without capitals. */
const MIN_SURE_CHANCE = 0.9

/** Decide about the first line of a text without a title. */
function titleLook(look: ReturnType<typeof headingLook>, next: Node | undefined): Look | undefined {
  if (!look || !next) return undefined
  const over =
    isProse(next) ||
    (isElement(next) && (HEADINGS.has(next.tagName) || LISTS.has(next.tagName))) ||
    headingLook(plainLine(next))
  if (!over) return undefined
  return {
    reason: 'The first line, without a full stop, became a heading.',
    title: true,
    ...(look === 'title' ? {} : {weight: 'doubtful'}),
  }
}

/**
 * Whether a text is a few bold words and a colon: before a list they announce it, before a paragraph they are usually
 * its heading.
 */
const isBoldLabel = (text: string, next: Node | undefined): boolean =>
  endsLeadIn(text) && text.length <= 80 && wordsIn(text).length <= 8 && isTag(next, 'p')

/**
 * Whether bold makes a line a heading although its words do not: a question, a time or year, or a long one without a
 * full stop.
 */
const isBoldLine = (text: string): boolean =>
  (text.length < 120 && /[?!]$/.test(text)) ||
  STAMP.test(text) ||
  (text.length <= 120 && /^\d{1,2}(?:\.\d{1,2})*[.)]?\s\p{Lu}[^.!?]*:$/u.test(text)) ||
  (text.length <= 160 &&
    /^["“„«‘¿¡]?[\p{Lu}\p{N}]/u.test(text) &&
    /[\p{L}\p{N}]["”»’)]?$/u.test(text) &&
    !/[.!?]\s/.test(text))

/** Whether several lines are only a time or year: the entries of a live blog or a chronicle. */
const isStamped = (siblings: readonly Node[]): boolean =>
  siblings.filter((node) => isElement(node) && !isBlank(node) && STAMP.test(plainLine(node))).length > 1

/** A time of day or a year, as above the entries of live blogs and chronicles. */
const STAMP =
  /^(?:\d{1,2}[:.h]\d{2}(?:\s?(?:Uhr|h|[ap]\.?m\.?))?|\d{1,2}\s?(?:Uhr|h|[ap]\.?m\.?)|[12]\d{3})$/iu

/** Whether a numbered line continues from a paragraph that begins with the previous number in bold. */
function countsOn(text: string, siblings: readonly Node[]): boolean {
  const number = /^(\d{1,2})[.)]\s/.exec(text)?.[1]
  if (!number) return false
  const before = `${Number(number) - 1}`
  return siblings.some((other) => {
    if (!isTag(other, 'p')) return false
    const first = other.children.find((child) => !isBlank(child))
    return isOneOf(first, STRONG) && /^\d{1,2}(?=[.)]\s)/.exec(plainText(first))?.[0] === before
  })
}

const isBoldParagraph = (node: Node): boolean => isTag(node, 'p') && isBold(node.children)

/** Remove the bold of a heading, which is implied. */
function unbold(node: Element): Element['children'] {
  return node.children.flatMap((child) => (isOneOf(child, STRONG) ? child.children : [child]))
}
