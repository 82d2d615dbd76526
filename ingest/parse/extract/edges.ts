/**
 * What stands in the article's element before its first sentence and after its last: the date, the names, labels,
 * links and buttons. They are short and say nothing; what could be part of the text stays.
 */
import type {Element, ElementContent} from 'hast'
import {nameAfterCue} from '../metadata/author-names.ts'
import {type Line, linesOf} from './lines.ts'
import {isSameText} from './same-text.ts'
import {beginningReason, endingReason} from './site-boilerplate.ts'

export interface Removal {
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

const isIn = ({ancestors, tagName}: Line, names: ReadonlySet<string>): boolean =>
  names.has(tagName) || ancestors.some((element) => names.has(element.tagName))

const items = new Set(['li'])

const lengthOf = ({text}: Line): number => text.length + 2 * (text.match(dense)?.length ?? 0)

/** A line that says something: the article begins with the first and ends with the last. */
export const isSentence = (line: Line): boolean =>
  !headings.has(line.tagName) &&
  !isIn(line, kept) &&
  lengthOf(line) >= SENTENCE &&
  line.linked < 0.5 * line.text.length &&
  (ending.test(line.text) || sentenceInside.test(line.text) || lengthOf(line) > 3 * SENTENCE)

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
const isHeadingOfData = ({tagName, text, linked, media}: Line, isOverHeadline: boolean): boolean =>
  headings.has(tagName) &&
  media === 0 &&
  text.length <= LABEL &&
  (isOverHeadline || LOW.has(tagName)) &&
  (linked >= 0.8 * text.length || MOMENT.test(text))

function isLabel(line: Line): boolean {
  if (line.media > 0 || isIn(line, kept)) return false
  // A question is the writer's.
  if (line.text === '' || /[?？؟]$/u.test(line.text)) return false
  const length = lengthOf(line)
  if (length > 2 * LABEL) return false
  if (line.linked >= 0.8 * line.text.length) return true
  if (isIn(line, items) && !dateline.test(line.text)) return false
  if (length > LABEL) return false
  if (dateline.test(line.text)) return true
  // What the page itself calls a paragraph is one, if a short one.
  return line.tagName !== 'p' && !ending.test(line.text)
}

/** What the page says of the article. */
export interface KnownMetadata {
  title?: string | undefined
  authors?: readonly string[] | undefined
  language?: string | undefined
}

/** Lines to take out, in document order. The title and the headings that repeat it are left to the title. */
export function findEdges(container: Element, known: KnownMetadata): Removal[] {
  const authors = known.authors ?? []
  const lines = linesOf(container)
  const sentences = lines.filter(isSentence).length
  if (sentences === 0) return []
  // A short text may be about what else ends one.
  const mayEnd = sentences >= FEWEST_SENTENCES
  const first = lines.findIndex((line) => isSentence(line) && !(mayEnd && beginningReason(line)))
  const last = lastSentence(lines, mayEnd, authors)
  if (first === -1 || last < first) return []
  return [
    ...before(lines.slice(0, first), lines.slice(first), known),
    ...after(lines.slice(last + 1), authors),
  ]
}

/**
 * The last line that says something and is not of the site. Where the end of a text speaks of the site again and again, and of more
 * than one thing, a line between is no part of the article either.
 */
function lastSentence(lines: readonly Line[], mayEnd: boolean, authors: readonly string[]): number {
  const endings = lines.map((line) => (mayEnd && !isIn(line, kept) ? endingReason(line, authors) : undefined))
  const last = lines.findLastIndex((line, index) => isSentence(line) && !endings[index])
  let left = MOST_ENDING * lines.reduce((sum, {text}) => sum + text.length, 0)
  let first = lines.length
  let found = 0
  let others = 0
  const reasons = new Set<string>()
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line
    left -= line.text.length
    if (left < 0) {
      // What is spoken of before, too, is what the text is about.
      if (endings.slice(0, index + 1).some(Boolean)) return last
      break
    }
    const reason = endings[index]
    if (reason && !headings.has(line.tagName)) {
      found++
      reasons.add(reason)
      if (found >= OFTEN && found >= 2 * others && reasons.size > 1) first = index
    } else if (isSentence(line)) others++
  }
  return Math.min(last, lines.slice(0, first).findLastIndex(isSentence))
}

function before(lines: readonly Line[], later: readonly Line[], known: KnownMetadata): Removal[] {
  const {title} = known
  const labels = lines.filter(
    (line) => !headings.has(line.tagName) && isLabel(line) && !isSame(line.text, title),
  )
  const words = labels.filter(({text, linked}) => linked < 0.8 * text.length)
  const isMenu = words.length > MOST_LABELS
  // Times that go on through the text are those of its parts, as in a live blog.
  const isLive = later.filter(({text}) => TIME.test(text)).length >= FEWEST_TIMES
  const schedule = scheduleIn(lines)
  const headline = lines.find(({text}) => isSame(text, title))
  const headlineAt = headline ? lines.indexOf(headline) : 0
  return lines.flatMap((line, index): Removal[] => {
    if (line !== headline && line.media === 0 && isSame(line.text, title))
      return [{nodes: line.nodes, reason: 'a repeat of the headline'}]
    const reason = beginningReason(line)
    if (reason) return [{nodes: line.nodes, reason}]
    if (line.media === 0 && !isIn(line, kept) && PATH.test(line.text))
      return [{nodes: line.nodes, reason: 'a breadcrumb trail'}]
    if (line.text !== '' && line !== headline && isHeadingOfData(line, index < headlineAt))
      return [{nodes: line.nodes, reason: 'a label above the text (such as a section or a date)'}]
    if (isByline(line, known)) return [{nodes: line.nodes, reason: 'the byline'}]
    if (isLive && TIME.test(line.text)) return []
    return labels.includes(line) && !isMenu && !schedule.has(line)
      ? [
          {
            nodes: line.nodes,
            reason: 'a label between the headline and the text (such as a name, a date or a link)',
          },
        ]
      : []
  })
}

/** A line that names an author after words that introduce one: “Text by A. One, Bern”. */
const isByline = ({text, media}: Line, {authors = [], language}: KnownMetadata): boolean =>
  media === 0 &&
  text.length <= 2 * LABEL &&
  authors.some((name) => text.includes(name)) &&
  nameAfterCue(text, language) !== undefined

/** So many dates in a row, one below the other, are what the article lists. */
const FEWEST_DATES = 5
/** A date with something about it has at least so many characters. */
const DATED = 20

/** Lines that stand in a row in one element, each with a date or another number and with words about it. */
function scheduleIn(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  let run: Line[] = []
  for (const line of [...lines, undefined]) {
    const isDated = line && line.linked === 0 && line.text.length >= DATED && /\d/.test(line.text)
    if (isDated && (run.length === 0 || run[0]?.ancestors[0] === line.ancestors[0])) {
      run.push(line)
      continue
    }
    if (run.length >= FEWEST_DATES) for (const each of run) found.add(each)
    run = isDated ? [line] : []
  }
  return found
}

function after(lines: readonly Line[], authors: readonly string[]): Removal[] {
  const endings = lines.map((line) => (isIn(line, kept) ? undefined : endingReason(line, authors)))
  const firstEnding = endings.findIndex(Boolean)
  const removed: Removal[] = []
  let isOver = true
  // From the end, so that a heading goes only where nothing follows it.
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line
    const isHeading = headings.has(line.tagName)
    const ending = endings[index]
    // What the site says of itself is signed, and has a heading.
    const isOfEnding =
      (firstEnding >= 0 && index > firstEnding && line.media === 0 && !isIn(line, kept)) ||
      (isHeading && index + 1 === firstEnding)
    if (ending) removed.push({nodes: line.nodes, reason: ending})
    else if (
      isOver || isOfEnding
        ? isHeading || isLabel(line) || isOfEnding
        : line.linked >= 0.8 * line.text.length && isLabel(line)
    )
      removed.push({nodes: line.nodes, reason: 'a label, heading or link after the end of the text'})
    else if (line.text !== '') isOver = false
  }
  return removed.toReversed()
}

const isSame = (text: string, title: string | undefined): boolean =>
  title !== undefined && isSameText(text, title)

/** In place: takes elements out of the tree under a container. */
export function removeNodes(container: Element, removed: readonly Removal[]): void {
  const gone = new Set(removed.flatMap(({nodes}) => nodes))
  if (gone.size === 0) return
  const stack: Element[] = [container]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const left = element.children.filter((child) => !gone.has(child))
    if (left.length < element.children.length) element.children = left
    for (const child of left) if (child.type === 'element') stack.push(child)
  }
}
