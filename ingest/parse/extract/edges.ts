/**
 * Lines of the article’s element before its first sentence and after its last: dates, names, labels, links and buttons.
 * They are short and say little; a line that may be part of the text stays.
 */
import type {Element, ElementContent} from 'hast'
import {isLogo} from '../logo.ts'
import {delimitedFormulas} from '../math/delimiters.ts'
import {nameAfterCue} from '../metadata/author-names.ts'
import {readsAsProse} from '../metadata/reads-as-prose.ts'
import {isProse} from './doubt.ts'
import type {Line} from './lines.ts'
import {isPlaceOfReport} from './openings.ts'
import {isSameText} from './same-text.ts'
import {beginningReason, endingReason} from './site-boilerplate.ts'
import {versesIn} from './verses.ts'

/** Nodes that are not part of the article. */
export interface Removal {
  nodes: readonly ElementContent[]
  /** Explains the removal to an editor, as a noun phrase. */
  reason: string
  /** Whether the editor should look at it: the words read as prose, and shape, position or wording speak against them. */
  isDoubtful?: boolean
}

/** Minimum length of a sentence, in characters; a character of a script without spaces counts three times. */
const MIN_SENTENCE_LENGTH = 60
/** Maximum length of a label, in characters. */
const MAX_LABEL_LENGTH = 80
/**
 * Minimum number of sentences before the end of an article is trimmed: a shorter text may itself be about such endings.
 */
const MIN_SENTENCES = 4
/** Maximum number of labels before the first sentence. More lines than this are the article. */
const MAX_LABELS = 10

/** Maximum share of a text that may be site boilerplate at its end. */
const MAX_ENDING_SHARE = 0.15
/** Minimum number of site lines that make an ending; a single one may just be mentioned. */
const MIN_ENDING_LINES = 3

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

/** Whether an element is a row of a table by its role or style, which later becomes one. */
const isRow = ({properties: {role, style}}: Element): boolean =>
  role === 'row' || (typeof style === 'string' && /\bdisplay\s{0,2}:\s{0,2}table-row\b/i.test(style))

const isIn = ({ancestors, tagName}: Line, names: ReadonlySet<string>): boolean =>
  names.has(tagName) || ancestors.some((element) => names.has(element.tagName))

/** Elements that a layout table has instead of groups. */
const CELLS = new Set(['table', 'tbody', 'td', 'tr'])

/** Whether a line is in a structure of the writer’s: a quotation, code, a figure, a table of data. */
const isKept = (line: Line): boolean => {
  if (line.ancestors.some(isRow) || line.nodes.some((node) => node.type === 'element' && isRow(node)))
    return true
  if (!isIn(line, kept)) return false
  const isLayout = line.ancestors.some(
    ({tagName, properties: {role}}) => tagName === 'table' && (role === 'presentation' || role === 'none'),
  )
  return (
    !isLayout ||
    [line.tagName, ...line.ancestors.map(({tagName}) => tagName)].some(
      (name) => kept.has(name) && !CELLS.has(name),
    )
  )
}

const items = new Set(['li'])

const lengthOf = ({text}: Line): number => text.length + 2 * (text.match(dense)?.length ?? 0)

/** Whether a line is a sentence: the article begins with the first one and ends with the last. */
export const isSentence = (line: Line): boolean =>
  !headings.has(line.tagName) &&
  !isKept(line) &&
  lengthOf(line) >= MIN_SENTENCE_LENGTH &&
  line.linked < 0.5 * line.text.length &&
  (ending.test(line.text) || sentenceInside.test(line.text) || lengthOf(line) > 3 * MIN_SENTENCE_LENGTH)

/** A date or time of day, as bylines show it with other words. */
const dateline =
  /\b\d{1,2}[:h]\d{2}\b|\b\d{1,2}\.\d{2}(?=\s?(?:uhr|h|[ap]\.?m)\b)|\b(?:19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}月\d{1,2}日/iu

/** A time of day, with or without its zone. */
const TIME = /^\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\p{Lu}{2,5})?$/iu
/** This many times in a text belong to its entries. */
const MIN_TIMES = 2

/** A date with a time of day. */
const MOMENT = /\b(?:19|20)\d{2}\b.{0,20}\b\d{1,2}[:h]\d{2}\b|\b\d{1,2}[:h]\d{2}\b.{0,20}\b(?:19|20)\d{2}\b/u

/** A breadcrumb: “News > Business > Companies”. */
const BREADCRUMB = /^[^>›»→]{1,42}(?:[>›»→][^>›»→]{1,42}){2,5}$/u

const LOW_HEADINGS = new Set(['h4', 'h5', 'h6'])

/**
 * Whether a heading before the first sentence names the section or date of the article: it is above the headline, or of
 * low rank.
 */
const isDataHeading = ({tagName, text, linked, media}: Line, isOverHeadline: boolean): boolean =>
  headings.has(tagName) &&
  media === 0 &&
  text.length <= MAX_LABEL_LENGTH &&
  (isOverHeadline || LOW_HEADINGS.has(tagName)) &&
  (linked >= 0.8 * text.length || MOMENT.test(text)) &&
  !readsAsProse(text)

function isLabel(line: Line): boolean {
  if (line.media > 0 || isKept(line)) return false
  if (/\\[([]|\$\$/.test(line.text) && delimitedFormulas(line.text).length > 0) return false
  // The writer asks questions; labels do not.
  if (line.text === '' || /[?？؟]$/u.test(line.text)) return false
  const length = lengthOf(line)
  if (length > 2 * MAX_LABEL_LENGTH) return false
  if (line.linked >= 0.8 * line.text.length) return !isLinkedSentence(line)
  if (isPlaceOfReport(line.text) || readsAsProse(line.text)) return false
  if (isIn(line, items) && !dateline.test(line.text)) return false
  if (length > MAX_LABEL_LENGTH) return false
  if (dateline.test(line.text)) return true
  // The page marks it as a paragraph, so it is one, however short.
  return line.tagName !== 'p' && !ending.test(line.text)
}

/** Whether a paragraph that is all link is a sentence of the text: a link to another article is a headline. */
const isLinkedSentence = (line: Line): boolean =>
  (line.tagName === 'p' || line.ancestors.some(({tagName}) => tagName === 'p')) &&
  lengthOf(line) >= MIN_SENTENCE_LENGTH &&
  readsAsProse(line.text)

/** Declared metadata of the article. */
export interface KnownMetadata {
  title?: string | undefined
  authors?: readonly string[] | undefined
  language?: string | undefined
}

/** Find the lines to remove, in document order. The title and headings that repeat it are kept. */
export function findEdges(lines: readonly Line[], known: KnownMetadata): Removal[] {
  const authors = known.authors ?? []
  const sentences = lines.filter(isSentence).length
  if (sentences === 0) return []
  // A short text may be about such endings.
  const mayEnd = sentences >= MIN_SENTENCES
  const first = lines.findIndex((line) => isSentence(line) && !(mayEnd && beginningReason(line)))
  const last = lastSentence(lines, mayEnd, authors)
  if (first === -1 || last < first) return []
  return [
    ...before(lines.slice(0, first), lines.slice(first), known),
    ...after(lines.slice(last + 1), authors),
  ]
}

/**
 * Find the last sentence that belongs to the article. If the end of a text mentions the site repeatedly, and for more
 * than one reason, the lines between are boilerplate too.
 */
function lastSentence(lines: readonly Line[], mayEnd: boolean, authors: readonly string[]): number {
  const endings = lines.map((line) => (mayEnd && !isKept(line) ? endingReason(line, authors) : undefined))
  const last = lines.findLastIndex((line, index) => isSentence(line) && !endings[index])
  let left = MAX_ENDING_SHARE * lines.reduce((sum, {text}) => sum + text.length, 0)
  let first = lines.length
  let found = 0
  let others = 0
  const reasons = new Set<string>()
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line
    left -= line.text.length
    if (left < 0) {
      // A topic that also occurs earlier is what the text is about.
      if (endings.slice(0, index + 1).some(Boolean)) return last
      break
    }
    const reason = endings[index]
    if (reason && !headings.has(line.tagName)) {
      found++
      reasons.add(reason)
      if (found >= MIN_ENDING_LINES && found >= 2 * others && reasons.size > 1) first = index
    } else if (isSentence(line)) others++
  }
  return Math.min(last, lines.slice(0, first).findLastIndex(isSentence))
}

function before(lines: readonly Line[], later: readonly Line[], known: KnownMetadata): Removal[] {
  const {title} = known
  const verses = versesIn(lines)
  const labels = lines.filter(
    (line) => !headings.has(line.tagName) && isLabel(line) && !isSame(line.text, title) && !verses.has(line),
  )
  const words = labels.filter(({text, linked}) => linked < 0.8 * text.length)
  const isMenu = words.length > MAX_LABELS
  // Times that recur in the text belong to its entries, as in a live blog.
  const times = lines.filter(({text}) => TIME.test(text)).length
  const isLive = later.filter(({text}) => TIME.test(text)).length >= (times === 1 ? MIN_TIMES - 1 : MIN_TIMES)
  const schedule = scheduleIn(lines)
  const headline = lines.find(({text}) => isSame(text, title))
  const headlineAt = headline ? lines.indexOf(headline) : 0
  return lines.flatMap((line, index): Removal[] => {
    if (line !== headline && line.media === 0 && isSame(line.text, title))
      return [{nodes: line.nodes, reason: 'a repeat of the headline'}]
    if (isLogoLine(line)) return [{nodes: line.nodes, reason: 'the logo of the site'}]
    const reason = beginningReason(line)
    if (reason) return [{nodes: line.nodes, reason, isDoubtful: readsAsProse(line.text)}]
    if (line.media === 0 && !isKept(line) && BREADCRUMB.test(line.text))
      return [{nodes: line.nodes, reason: 'a breadcrumb trail'}]
    if (line.text !== '' && line !== headline && isDataHeading(line, index < headlineAt))
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

/** Whether a line is only an image with the name of a logo. */
const isLogoLine = ({nodes, media, text}: Line): boolean =>
  media === 1 && text === '' && nodes.some((node) => node.type === 'element' && holdsLogo(node))

function holdsLogo(element: Element): boolean {
  if (element.tagName === 'img') return isLogo(String(element.properties.src ?? ''))
  return element.children.some((child) => child.type === 'element' && holdsLogo(child))
}

/** Whether a line names an author after an introduction: “Text by A. One, Bern”. */
const isByline = ({text, media}: Line, {authors = [], language}: KnownMetadata): boolean =>
  media === 0 &&
  text.length <= 2 * MAX_LABEL_LENGTH &&
  authors.some((name) => text.includes(name)) &&
  nameAfterCue(text, language) !== undefined &&
  !readsAsProse(text)

/** Minimum number of consecutive dated lines that make a schedule. */
const MIN_DATES = 5
/** Minimum length of a line with a date and words about it, in characters. */
const MIN_DATED_LENGTH = 20

/** Find consecutive lines of one element that each have a date or another number, and words about it. */
function scheduleIn(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  let run: Line[] = []
  for (const line of [...lines, undefined]) {
    const isDated = line && line.linked === 0 && line.text.length >= MIN_DATED_LENGTH && /\d/.test(line.text)
    if (isDated && (run.length === 0 || run[0]?.ancestors[0] === line.ancestors[0])) {
      run.push(line)
      continue
    }
    if (run.length >= MIN_DATES) for (const each of run) found.add(each)
    run = isDated ? [line] : []
  }
  return found
}

function after(lines: readonly Line[], authors: readonly string[]): Removal[] {
  const endings = lines.map((line) => (isKept(line) ? undefined : endingReason(line, authors)))
  const firstEnding = endings.findIndex(Boolean)
  const boxes = new Set(lines.filter((_, index) => endings[index]).map(({ancestors}) => ancestors[0]))
  const verses = versesIn(lines)
  const removed: Removal[] = []
  let isOver = true
  // Backwards, so that a heading is removed only if nothing follows it.
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line
    const isHeading = headings.has(line.tagName)
    const ending = endings[index]
    const isDoubtful = isProse(line)
    // Boilerplate may be signed, and may have a heading. A sentence after it belongs to it only in the same box.
    const isOfEnding =
      (firstEnding >= 0 &&
        index > firstEnding &&
        line.media === 0 &&
        !isKept(line) &&
        (!isDoubtful || boxes.has(line.ancestors[0]))) ||
      (isHeading && index + 1 === firstEnding)
    if (ending) removed.push({nodes: line.nodes, reason: ending, isDoubtful})
    else if (verses.has(line)) isOver = false
    else if (
      isOver || isOfEnding
        ? isHeading || isLabel(line) || isOfEnding
        : line.linked >= 0.8 * line.text.length && isLabel(line)
    )
      removed.push({
        nodes: line.nodes,
        reason: 'a label, heading or link after the end of the text',
        isDoubtful,
      })
    else if (line.text !== '') isOver = false
  }
  return removed.toReversed()
}

const isSame = (text: string, title: string | undefined): boolean =>
  title !== undefined && isSameText(text, title)

/** Remove nodes from the tree under a container, in place. */
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
