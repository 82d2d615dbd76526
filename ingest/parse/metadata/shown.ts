/**
 * Authors and dates shown on the page: lines near the title that begin with words that introduce an author, and
 * elements whose class announces one. One walk in document order; text far from the title is about other articles.
 */
import type {Element, Nodes, Root} from 'hast'
import {shownText} from '../element-text.ts'
import {cleanName, nameAfterCue} from './author-names.ts'
import {PUBLISHED, UPDATED} from './byline-words.ts'
import {stringValue} from './clues.ts'
import {findDate, toIsoDate} from './dates/index.ts'
import {createMeanings, type NamedKind, NO_MEANING} from './element-names.ts'
import {similarityOf} from './title.ts'

/**
 * Number of lines before and after the title that may describe it, and the amount of prose, in characters, that ends
 * the search.
 */
const MAX_LINES_BEFORE = 12
const MAX_LINES_AFTER = 30
const MAX_PROSE = 1500
/** Maximum length of a line, in characters. A longer one is prose. */
const MAX_LINE_LENGTH = 160

interface ShownValue {
  value: string
  element: Element
}

/** Authors and dates that a page shows. */
export interface ShownMetadata {
  /** Bylines near the title, without the words that introduce them. */
  bylines: ShownValue[]
  /** The name in author elements, wherever they are, if it is the only one. */
  onlyAuthor?: ShownValue
  /** Dates near the title that are not called an update, the most reliable first. */
  published: ShownValue[]
  updated: ShownValue[]
}

interface Line {
  text: string
  element: Element
  isTitle: boolean
}

/** An element whose names announce an author or a date. */
interface Named {
  element: Element
  kind: NamedKind
  text: string
  /** Index of the line that it begins in. */
  line: number
  isAside: boolean
}

const BLOCKS = new Set(
  'address article aside blockquote body br button caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td th thead time tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set('head noscript script style svg template'.split(' '))

/** Where and how the title is shown. */
export interface ShownTitle {
  /** The heading that holds the title, if there is one. */
  element: Element | undefined
  /** The title as declared elsewhere, to find the line that repeats it. */
  text: string | undefined
}

/** Read the authors and dates near the title of a page. */
export function readShownMetadata(
  tree: Root,
  title: ShownTitle,
  language: string | undefined,
): ShownMetadata {
  const {lines, named} = linesOf(tree, title.element)
  const marked = lines.findIndex(({isTitle}) => isTitle)
  const at =
    marked < 0 && title.text
      ? lines.findIndex((line) => similarityOf(line.text, title.text ?? '') > 0.7)
      : marked
  const [first, last] = windowAround(lines, at)
  const near = ({line}: Named): boolean => line >= first && line <= last
  const authors = named.flatMap((item): (Placed & {near: boolean; isAside: boolean})[] => {
    const value = item.kind === 'author' ? cleanName(item.text, {language}) : undefined
    return value
      ? [{value, element: item.element, line: item.line, near: near(item), isAside: item.isAside}]
      : []
  })
  const spoken = lines.slice(first, last + 1).flatMap(({text, element}): ShownValue[] => {
    if (text.length > MAX_LINE_LENGTH * 2) return []
    for (const piece of piecesOf(text)) {
      const rest = nameAfterCue(piece, language)
      const value = rest && cleanName(rest, {language})
      if (value) return [{value, element}]
    }
    return []
  })
  const elsewhere = authors.filter(({isAside}) => !isAside)
  const only = new Set(elsewhere.map(({value}) => value)).size === 1 ? elsewhere[0] : undefined
  return {
    bylines: [...joinConsecutive(innermost(authors.filter((item) => item.near))), ...spoken].map(
      ({value, element}) => ({
        value,
        element,
      }),
    ),
    ...(only && {onlyAuthor: {value: only.value, element: only.element}}),
    ...datesIn({lines, named, first, last, hasTitle: at >= 0}, language),
  }
}

/** Of two values with the same beginning, keep the shorter one: an author box holds the name and more. */
function innermost<Item extends ShownValue>(items: readonly Item[]): Item[] {
  return items.filter(
    ({value}, index) =>
      !items.some(
        (other, at) => at > index && at < index + 4 && value !== other.value && value.startsWith(other.value),
      ),
  )
}

/** Maximum number of authors in consecutive elements of one kind. */
const MAX_AUTHORS = 6
/** Maximum number of lines from one to the next. */
const MAX_LINES_APART = 2

interface Placed extends ShownValue {
  /** Index of the line. */
  line: number
}

/** Join the names in consecutive elements of one kind: they are one byline. */
function joinConsecutive<Item extends Placed>(items: readonly Item[]): Item[] {
  const [first] = items
  if (!first) return []
  const classes = ({element}: Item): string => String(element.properties.className ?? '')
  let end = 1
  while (
    end < items.length &&
    classes(items[end] as Item) === classes(first) &&
    (items[end] as Item).element.tagName === first.element.tagName &&
    (items[end] as Item).line - (items[end - 1] as Item).line <= MAX_LINES_APART
  )
    end++
  const names = [...new Set(items.slice(0, end).map(({value}) => value))]
  const isList =
    names.length > 1 &&
    names.length <= MAX_AUTHORS &&
    names.every((name) => NAME.test(name) && !names.some((other) => other !== name && other.includes(name)))
  return isList ? [{...first, value: names.join(', ')}, ...items.slice(end)] : [...items]
}

/** A personal name. */
const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:\s[\p{L}\p{M}'’.-]{1,40}){1,3}$/u

/** Split a line at punctuation or after a year: "3 May 2026 by A. One". */
const piecesOf = (line: string): string[] =>
  line.split(/\s[|•·⋅–—-]\s|(?<=\d{4})\s{1,3}(?=\p{L})/u).map((piece) => piece.trim())

interface Window {
  lines: readonly Line[]
  named: readonly Named[]
  /** Indices of lines. */
  first: number
  last: number
  hasTitle: boolean
}

function datesIn(
  {lines, named, first, last, hasTitle}: Window,
  language: string | undefined,
): Pick<ShownMetadata, 'published' | 'updated'> {
  const marked: ShownValue[] = []
  const labelled: ShownValue[] = []
  const bare: ShownValue[] = []
  const updated: ShownValue[] = []
  for (const {element, kind, text, line} of named) {
    if (kind === 'author' || line < first || line > last) continue
    const value = toIsoDate(stringValue(element.properties.dateTime), language) ?? findDate(text, language)
    if (!value) continue
    const said = {value, element}
    // The text before it in its line is more reliable than the name of its class.
    const label = `${labelOf(lines[line]?.text ?? '', text)} ${labelOf(text, '')}`
    if (kind === 'updated' || hasWord(label, UPDATED)) updated.push(said)
    else if (hasWord(label, PUBLISHED)) labelled.push(said)
    else if (kind === 'published') marked.push(said)
    else if ((lines[line]?.text.length ?? 0) < MAX_LINE_LENGTH) bare.push(said)
  }
  const pieces = lines
    .slice(first, last + 1)
    .flatMap(({text, element}) => text.split(/\s[|•·⋅]\s/u).map((piece) => ({text: piece, element})))
  for (const {text, element} of pieces) {
    const value = findDate(text, language)
    if (!value) continue
    const label = labelOf(text, '')
    const said = {value, element}
    if (hasWord(label, UPDATED)) updated.push(said)
    else if (hasWord(label, PUBLISHED)) labelled.push(said)
    else if (text.length < 60) bare.push(said)
  }
  // A date without a label belongs to the article only if it is near the title.
  return {published: [...labelled, ...marked, ...(hasTitle ? bare : [])], updated}
}

/** Read the text of a line before `before`, or before its first number. */
function labelOf(line: string, before: string): string {
  const at = before ? line.indexOf(before) : line.search(/\d/)
  return (at < 0 ? line : line.slice(0, at)).slice(-60).toLowerCase()
}

const hasWord = (label: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => {
    const at = label.lastIndexOf(beginning)
    return at >= 0 && !/\p{L}/u.test(label[at - 1] ?? ' ')
  })

/** Find the first and last line that may describe the title; without one, the first lines of the page. */
function windowAround(lines: readonly Line[], title: number): [number, number] {
  const first = Math.max(0, title - MAX_LINES_BEFORE)
  let last = Math.max(0, title)
  let prose = 0
  while (last < lines.length - 1 && last < Math.max(0, title) + MAX_LINES_AFTER && prose < MAX_PROSE) {
    last++
    const {length} = lines[last]?.text ?? ''
    if (length > MAX_LINE_LENGTH) prose += length
  }
  return [first, last]
}

/** A node to visit, or the end of a block. */
interface Step {
  node: Nodes
  /** The nearest ancestor. */
  parent: Element | undefined
  isTitle: boolean
  isAside: boolean
  isEnd?: true
}

function linesOf(tree: Root, title: Element | undefined): {lines: Line[]; named: Named[]} {
  const lines: Line[] = []
  const named: Named[] = []
  const meaningOf = createMeanings()
  let text = ''
  let owner: Element | undefined
  let holdsTitle = false
  let titleAt = -1
  /** Far below the title only author elements count. */
  let isOver = false
  const flush = (): void => {
    const line = text.replace(/\s+/g, ' ').trim()
    if (owner && line !== '') {
      lines.push({text: line, element: owner, isTitle: holdsTitle})
      if (holdsTitle && titleAt < 0) titleAt = lines.length - 1
      isOver = titleAt >= 0 && lines.length > titleAt + MAX_LINES_AFTER + 1
    }
    text = ''
    owner = undefined
    holdsTitle = false
  }
  const stack: Step[] = [{node: tree, parent: undefined, isTitle: false, isAside: false}]
  for (let step = stack.pop(); step; step = stack.pop()) {
    const {node, parent, isTitle, isAside} = step
    if (step.isEnd) {
      flush()
      continue
    }
    if (node.type === 'text') {
      if (isOver) continue
      text += node.value
      owner ??= parent
      holdsTitle ||= isTitle
      continue
    }
    if (!('children' in node) || (node.type === 'element' && SILENT.has(node.tagName))) continue
    const isBlock = node.type === 'element' && BLOCKS.has(node.tagName) && node.tagName !== 'time'
    if (!isOver) {
      if (isBlock) flush()
      else text += ' '
    }
    const {kind, isOther} = node.type === 'element' ? meaningOf(node) : NO_MEANING
    const inAside = isAside || isOther
    if (node.type === 'element' && kind && (!isOver || kind === 'author')) {
      const content = shownText(node, MAX_LINE_LENGTH * 2)
      if (content.length <= MAX_LINE_LENGTH) {
        named.push({element: node, kind, text: content, line: lines.length, isAside: inAside})
      }
    }
    if (isBlock && !isOver) stack.push({node, parent, isTitle, isAside, isEnd: true})
    pushChildren(stack, node, node.type === 'element' ? node : parent, isTitle || node === title, inAside)
  }
  flush()
  return {lines, named}
}

function pushChildren(
  stack: Step[],
  {children}: Root | Element,
  parent: Element | undefined,
  isTitle: boolean,
  isAside: boolean,
): void {
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index]
    if (child) stack.push({node: child, parent, isTitle, isAside})
  }
}
