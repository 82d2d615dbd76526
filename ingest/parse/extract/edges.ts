/**
 * What stands in the article's element before its first sentence and after its last: the date, the names, labels,
 * links and buttons. They are short and say nothing; what could be part of the text stays.
 */
import type {Element, ElementContent} from 'hast'
import {afterBy} from '../metadata/names.ts'
import {type Leaf, leavesOf} from './leaves.ts'
import {beginningReason, endingReason} from './site-boilerplate.ts'
import {isSameText} from './words.ts'

export interface Edge {
  nodes: readonly ElementContent[]
  reason: string
}

/** A sentence has at least so many characters; in scripts without spaces a third of it. */
const SENTENCE = 60
/** A label has at most so many. */
const LABEL = 80
/** An article of fewer sentences than this is left as it ends: it may be about what others end with. */
const FEWEST_SENTENCES = 4
/** More lines than this before the first sentence are no labels but the article. */
const MOST_LABELS = 10

/** Share of a text that may be what the site says of itself at its end. */
const MOST_ENDING = 0.15
/** Lines that speak of the site, by which its end is told from a text that mentions one such thing. */
const OFTEN = 3

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu
const ending = /[.!?…。！？؟।۔։።:;][”"’'»)\]」』]*$/u
const sentenceInside = /\p{L}[.!?…][”"’'»)]*\s+[\p{Lu}\p{Lo}“"«¿¡]|[。！？]/u

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const kept = new Set([
  'blockquote',
  'code',
  'dd',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'pre',
  'table',
  'td',
  'th',
])

const isIn = ({within, tagName}: Leaf, names: ReadonlySet<string>): boolean =>
  names.has(tagName) || within.some((element) => names.has(element.tagName))

const items = new Set(['li'])

const lengthOf = ({text}: Leaf): number => text.length + 2 * (text.match(dense)?.length ?? 0)

/** A line that says something: the article begins with the first and ends with the last. */
export const isSentence = (leaf: Leaf): boolean =>
  !headings.has(leaf.tagName) &&
  !isIn(leaf, kept) &&
  lengthOf(leaf) >= SENTENCE &&
  leaf.linked < 0.5 * leaf.text.length &&
  (ending.test(leaf.text) || sentenceInside.test(leaf.text) || lengthOf(leaf) > 3 * SENTENCE)

/** A date or a time of day with something about it, as bylines have them. */
const dateline =
  /\b\d{1,2}[:h]\d{2}\b|\b\d{1,2}\.\d{2}(?=\s?(?:uhr|h|[ap]\.?m)\b)|\b(?:19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}月\d{1,2}日/iu

/** A time of day alone, or with its zone. */
const TIME = /^\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\p{Lu}{2,5})?$/iu
/** So many of them in a text are those of its parts. */
const FEWEST_TIMES = 2

/** A day with a time of day. */
const MOMENT = /\b(?:19|20)\d{2}\b.{0,20}\b\d{1,2}[:h]\d{2}\b|\b\d{1,2}[:h]\d{2}\b.{0,20}\b(?:19|20)\d{2}\b/u

/** Sections, each in the one before it: “News > Business > Companies”. */
const PATH = /^[^>›»→]{1,40}(?:\s?[>›»→]\s?[^>›»→]{1,40}){2,5}$/u

const LOW = new Set(['h4', 'h5', 'h6'])

/** A heading before the first sentence that says where the article is filed or when it came: over the headline, or of low rank. */
const isHeadingOfData = ({tagName, text, linked, shown}: Leaf, isOverHeadline: boolean): boolean =>
  headings.has(tagName) &&
  shown === 0 &&
  text.length <= LABEL &&
  (isOverHeadline || LOW.has(tagName)) &&
  (linked >= 0.8 * text.length || MOMENT.test(text))

function isLabel(leaf: Leaf): boolean {
  if (leaf.shown > 0 || isIn(leaf, kept)) return false
  // A question is the writer's.
  if (leaf.text === '' || /[?？؟]$/u.test(leaf.text)) return false
  const length = lengthOf(leaf)
  if (length > 2 * LABEL) return false
  if (leaf.linked >= 0.8 * leaf.text.length) return true
  if (isIn(leaf, items) && !dateline.test(leaf.text)) return false
  if (length > LABEL) return false
  if (dateline.test(leaf.text)) return true
  // What the page itself calls a paragraph is one, if a short one.
  return leaf.tagName !== 'p' && !ending.test(leaf.text)
}

/** What the page says of the article. */
export interface Known {
  title?: string | undefined
  authors?: readonly string[] | undefined
  language?: string | undefined
}

/** Lines to take out, in document order. The title and the headings that repeat it are left to the title. */
export function edgesOf(container: Element, known: Known): Edge[] {
  const authors = known.authors ?? []
  const leaves = leavesOf(container)
  const sentences = leaves.filter(isSentence).length
  if (sentences === 0) return []
  // A short text may be about what else ends one.
  const mayEnd = sentences >= FEWEST_SENTENCES
  const first = leaves.findIndex((leaf) => isSentence(leaf) && !(mayEnd && beginningReason(leaf)))
  const last = lastSentence(leaves, mayEnd, authors)
  if (first === -1 || last < first) return []
  return [
    ...before(leaves.slice(0, first), leaves.slice(first), known),
    ...after(leaves.slice(last + 1), authors),
  ]
}

/**
 * The last line that says something and is not of the site. Where the end of a text speaks of the site again and again, and of more
 * than one thing, a line between is no part of the article either.
 */
function lastSentence(leaves: readonly Leaf[], mayEnd: boolean, authors: readonly string[]): number {
  const endings = leaves.map((leaf) =>
    mayEnd && !isIn(leaf, kept) ? endingReason(leaf, authors) : undefined,
  )
  const last = leaves.findLastIndex((leaf, index) => isSentence(leaf) && !endings[index])
  let left = MOST_ENDING * leaves.reduce((sum, {text}) => sum + text.length, 0)
  let first = leaves.length
  let found = 0
  let others = 0
  const reasons = new Set<string>()
  for (let index = leaves.length - 1; index >= 0; index--) {
    const leaf = leaves[index] as Leaf
    left -= leaf.text.length
    if (left < 0) {
      // What is spoken of before, too, is what the text is about.
      if (endings.slice(0, index + 1).some(Boolean)) return last
      break
    }
    const reason = endings[index]
    if (reason && !headings.has(leaf.tagName)) {
      found++
      reasons.add(reason)
      if (found >= OFTEN && found >= 2 * others && reasons.size > 1) first = index
    } else if (isSentence(leaf)) others++
  }
  return Math.min(last, leaves.slice(0, first).findLastIndex(isSentence))
}

function before(leaves: readonly Leaf[], later: readonly Leaf[], known: Known): Edge[] {
  const {title} = known
  const labels = leaves.filter(
    (leaf) => !headings.has(leaf.tagName) && isLabel(leaf) && !isSame(leaf.text, title),
  )
  const words = labels.filter(({text, linked}) => linked < 0.8 * text.length)
  const isMenu = words.length > MOST_LABELS
  // Times that go on through the text are those of its parts, as in a live blog.
  const isLive = later.filter(({text}) => TIME.test(text)).length >= FEWEST_TIMES
  const schedule = scheduleIn(leaves)
  const headline = leaves.find(({text}) => isSame(text, title))
  const headlineAt = headline ? leaves.indexOf(headline) : 0
  return leaves.flatMap((leaf, index): Edge[] => {
    if (leaf !== headline && leaf.shown === 0 && isSame(leaf.text, title))
      return [{nodes: leaf.nodes, reason: 'the headline again'}]
    const reason = beginningReason(leaf)
    if (reason) return [{nodes: leaf.nodes, reason}]
    if (leaf.shown === 0 && !isIn(leaf, kept) && PATH.test(leaf.text))
      return [{nodes: leaf.nodes, reason: 'the way to the page through its site'}]
    if (leaf.text !== '' && leaf !== headline && isHeadingOfData(leaf, index < headlineAt))
      return [{nodes: leaf.nodes, reason: 'a label over the text (a section, a date)'}]
    if (isByline(leaf, known)) return [{nodes: leaf.nodes, reason: 'the line that says who wrote it'}]
    if (isLive && TIME.test(leaf.text)) return []
    return labels.includes(leaf) && !isMenu && !schedule.has(leaf)
      ? [
          {
            nodes: leaf.nodes,
            reason: 'a label between the headline and the text (a name, a date, a link)',
          },
        ]
      : []
  })
}

/** A line that names an author after words that introduce one: “Text by A. One, Bern”. */
const isByline = ({text, shown}: Leaf, {authors = [], language}: Known): boolean =>
  shown === 0 &&
  text.length <= 2 * LABEL &&
  authors.some((name) => text.includes(name)) &&
  afterBy(text, language) !== undefined

/** So many dates in a row, one below the other, are what the article lists. */
const FEWEST_DATES = 5
/** A date with something about it has at least so many characters. */
const DATED = 20

/** Lines that stand in a row in one element, each with a date or another number and with words about it. */
function scheduleIn(leaves: readonly Leaf[]): ReadonlySet<Leaf> {
  const found = new Set<Leaf>()
  let run: Leaf[] = []
  for (const leaf of [...leaves, undefined]) {
    const isDated = leaf && leaf.linked === 0 && leaf.text.length >= DATED && /\d/.test(leaf.text)
    if (isDated && (run.length === 0 || run[0]?.within[0] === leaf.within[0])) {
      run.push(leaf)
      continue
    }
    if (run.length >= FEWEST_DATES) for (const each of run) found.add(each)
    run = isDated ? [leaf] : []
  }
  return found
}

function after(leaves: readonly Leaf[], authors: readonly string[]): Edge[] {
  const endings = leaves.map((leaf) => (isIn(leaf, kept) ? undefined : endingReason(leaf, authors)))
  const firstEnding = endings.findIndex(Boolean)
  const removed: Edge[] = []
  let isOver = true
  // From the end, so that a heading goes only where nothing follows it.
  for (let index = leaves.length - 1; index >= 0; index--) {
    const leaf = leaves[index] as Leaf
    const isHeading = headings.has(leaf.tagName)
    const ending = endings[index]
    // What the site says of itself is signed, and has a heading.
    const isOfEnding =
      (firstEnding >= 0 && index > firstEnding && leaf.shown === 0 && !isIn(leaf, kept)) ||
      (isHeading && index + 1 === firstEnding)
    if (ending) removed.push({nodes: leaf.nodes, reason: ending})
    else if (
      isOver || isOfEnding
        ? isHeading || isLabel(leaf) || isOfEnding
        : leaf.linked >= 0.8 * leaf.text.length && isLabel(leaf)
    )
      removed.push({nodes: leaf.nodes, reason: 'a label, heading or link after the end of the text'})
    else if (leaf.text !== '') isOver = false
  }
  return removed.toReversed()
}

const isSame = (text: string, title: string | undefined): boolean =>
  title !== undefined && isSameText(text, title)

/** In place: takes elements out of the tree under a container. */
export function takeOut(container: Element, removed: readonly Edge[]): void {
  const gone = new Set(removed.flatMap(({nodes}) => nodes))
  if (gone.size === 0) return
  const stack: Element[] = [container]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const left = element.children.filter((child) => !gone.has(child))
    if (left.length < element.children.length) element.children = left
    for (const child of left) if (child.type === 'element') stack.push(child)
  }
}
