/** The lines of a page as it shows them, and the elements that announce an author or a date. One walk in document order. */
import type {Element, Root} from 'hast'
import {shownText} from '../element-text.ts'
import type {NamedKind} from './element-names.ts'
import type {Meaning} from './meanings.ts'
import {readsAsProse} from './reads-as-prose.ts'
import {endsArticle} from './shown-end.ts'

/** Number of lines after the title that may describe it. */
export const MAX_LINES_AFTER = 30
/** Maximum length of a line, in characters. A longer one is prose. */
export const MAX_LINE_LENGTH = 160
/** Minimum length of a line that begins the text, in characters. */
const MIN_PROSE = 60

/** A line of a page. */
export interface Line {
  text: string
  element: Element
  isTitle: boolean
  /** Whether it is in a part of the page that has authors and dates of its own. */
  isForeign: boolean
  /** Text of its links. */
  linked: string
  /** Whether it is below the first prose under the title, or in a list. */
  isApart: boolean
}

/** An element whose names announce an author or a date. */
export interface Named {
  element: Element
  kind: NamedKind
  text: string
  /** Index of the line that it begins in. */
  line: number
  isForeign: boolean
}

/** Where the title is shown. */
export interface TitlePlace {
  /** The heading that holds the title, if there is one. */
  element: Element | undefined
  /** The parts of the page around it, which are the article’s own whatever their names. */
  own?: ReadonlySet<Element> | undefined
}

/** Lines and named elements of a page, in document order. */
export interface ShownLines {
  lines: readonly Line[]
  named: readonly Named[]
}

const BLOCKS = new Set(
  'address article aside blockquote body br button caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set('head noscript script style svg template'.split(' '))

/** What the elements around a node make of it. */
interface Around {
  isTitle: boolean
  isForeign: boolean
  isLinked: boolean
  isInItem: boolean
}

/** The line that is being read. */
interface OpenLine extends Omit<Around, 'isLinked'> {
  text: string
  linked: string
  owner: Element | undefined
}

const emptyLine = (): OpenLine => ({
  text: '',
  linked: '',
  owner: undefined,
  isTitle: false,
  isForeign: false,
  isInItem: false,
})

/** What is known of the page while its lines are read. */
interface Reading {
  readonly title: TitlePlace
  readonly meanings: ReadonlyMap<Element, Meaning>
  lines: Line[]
  named: Named[]
  open: OpenLine
  titleAt: number
  /** Whether prose came after the title. */
  isInText: boolean
  /** Far below the title only author elements count. */
  isOver: boolean
  /** Below a heading such as “Related” everything is about other articles. */
  isPast: boolean
}

/** Read the lines of a page. `meanings` are those of its elements. */
export function shownLines(
  tree: Root,
  meanings: ReadonlyMap<Element, Meaning>,
  title: TitlePlace,
): ShownLines {
  const reading: Reading = {
    title,
    meanings,
    lines: [],
    named: [],
    open: emptyLine(),
    titleAt: -1,
    isInText: false,
    isOver: false,
    isPast: false,
  }
  readChildren(reading, tree, {isTitle: false, isForeign: false, isLinked: false, isInItem: false})
  endLine(reading)
  return reading
}

/** Recursion is safe: the nesting of a tree is bounded when it is parsed. */
function readChildren(reading: Reading, node: Root | Element, around: Around): void {
  for (const child of node.children) {
    if (child.type === 'text') {
      if (!reading.isOver) addText(reading, child.value, node.type === 'element' ? node : undefined, around)
    } else if (child.type === 'element' && !SILENT.has(child.tagName)) readElement(reading, child, around)
  }
}

function readElement(reading: Reading, element: Element, around: Around): void {
  const {tagName} = element
  const isBlock = BLOCKS.has(tagName)
  if (!reading.isOver) {
    if (isBlock) endLine(reading)
    else reading.open.text += ' '
  }
  const meaning = reading.meanings.get(element)
  const isForeign = around.isForeign || isForeignHere(reading, element, meaning)
  if (meaning?.kind) noteNamed(reading, element, meaning.kind, isForeign)
  const isTitle = around.isTitle || element === reading.title.element
  const isLinked = around.isLinked || (tagName === 'a' && element.properties.href !== undefined)
  const isInItem = around.isInItem || tagName === 'li'
  const isSame =
    isForeign === around.isForeign &&
    isTitle === around.isTitle &&
    isLinked === around.isLinked &&
    isInItem === around.isInItem
  const isOpen = !reading.isOver
  readChildren(reading, element, isSame ? around : {isTitle, isForeign, isLinked, isInItem})
  if (isBlock && isOpen) endLine(reading)
}

function isForeignHere(reading: Reading, element: Element, meaning: Meaning | undefined): boolean {
  if (!meaning?.foreign || reading.title.own?.has(element)) return false
  const isUnderTitle = reading.titleAt >= 0 && !reading.isInText
  return meaning.foreign === 'strong' || !isUnderTitle
}

function endLine(reading: Reading): void {
  const {lines, open} = reading
  if (!open.owner) {
    open.text = ''
    open.linked = ''
    return
  }
  const text = open.text.replace(/\s+/g, ' ').trim()
  lines.push({
    text,
    element: open.owner,
    isTitle: open.isTitle,
    isForeign: open.isForeign || reading.isPast,
    linked: open.linked,
    isApart: reading.isInText || open.isInItem,
  })
  if (open.isTitle && reading.titleAt < 0) reading.titleAt = lines.length - 1
  const {titleAt} = reading
  reading.isOver = titleAt >= 0 && lines.length > titleAt + MAX_LINES_AFTER + 1
  if (titleAt >= 0 && !reading.isInText && text.length >= MIN_PROSE && readsAsProse(text))
    reading.isInText = true
  if (reading.isInText && !reading.isPast && endsArticle(text, open.owner)) reading.isPast = true
  reading.open = emptyLine()
}

function addText({open}: Reading, value: string, parent: Element | undefined, around: Around): void {
  open.text += value
  if (around.isLinked) open.linked += `${value} `
  if (open.owner) {
    open.isTitle ||= around.isTitle
    return
  }
  if (value.trim() === '') return
  open.owner = parent
  open.isForeign = around.isForeign
  open.isInItem = around.isInItem
  open.isTitle ||= around.isTitle
}

function noteNamed(reading: Reading, element: Element, kind: NamedKind, isForeign: boolean): void {
  if (reading.isOver && kind !== 'author') return
  const text = shownText(element, MAX_LINE_LENGTH * 2)
  if (text.length > MAX_LINE_LENGTH) return
  const line = reading.lines.length
  reading.named.push({element, kind, text, line, isForeign: isForeign || reading.isPast})
}
