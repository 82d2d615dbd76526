/**
 * What the page itself shows of author and date: lines near the title that begin with words that introduce an author, and elements whose
 * class says what they hold. One walk in document order; what is far from the title is about other articles.
 */
import type {Element, Nodes, Root} from 'hast'
import {shownText} from '../element-text.ts'
import {cleanName, nameAfterCue} from './author-names.ts'
import {PUBLISHED, UPDATED} from './byline-words.ts'
import {stringValue} from './clues.ts'
import {findDate, toIsoDate} from './dates/index.ts'
import {createMeanings, type NamedKind, NO_MEANING} from './element-names.ts'
import {similarityOf} from './title.ts'

/** Lines before and after the title that may speak of it, and how much prose ends the search. */
const BEFORE = 12
const AFTER = 30
const PROSE = 1500
/** A line longer than this is prose. */
const LINE = 160

interface ShownValue {
  value: string
  element: Element
}

export interface ShownMetadata {
  /** Bylines near the title, as they stand there without the words that introduce them. */
  bylines: ShownValue[]
  /** The one name that elements for an author hold, wherever they stand. */
  onlyAuthor?: ShownValue
  /** Dates near the title that no word calls an update, the surest first. */
  published: ShownValue[]
  updated: ShownValue[]
}

interface Line {
  text: string
  element: Element
  isTitle: boolean
}

/** An element whose names say that it holds an author or a date. */
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

export interface ShownTitle {
  /** The heading that holds it, where there is one. */
  element: Element | undefined
  /** As the page gives it elsewhere, to find the line that says the same. */
  text: string | undefined
}

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
    if (text.length > LINE * 2) return []
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
    bylines: [...together(innermost(authors.filter((item) => item.near))), ...spoken].map(
      ({value, element}) => ({
        value,
        element,
      }),
    ),
    ...(only && {onlyAuthor: {value: only.value, element: only.element}}),
    ...datesIn({lines, named, first, last, hasTitle: at >= 0}, language),
  }
}

/** Of two that begin alike, the shorter: a box for the author holds the name and more. */
function innermost<Item extends ShownValue>(items: readonly Item[]): Item[] {
  return items.filter(
    ({value}, index) =>
      !items.some(
        (other, at) => at > index && at < index + 4 && value !== other.value && value.startsWith(other.value),
      ),
  )
}

/** Most authors that elements of one kind name one after the other. */
const MOST_AUTHORS = 6
/** Lines from one to the next. */
const NEXT = 2

interface Placed extends ShownValue {
  /** Index of its line. */
  line: number
}

/** Names in elements of one kind one after the other are the names of one byline. */
function together<Item extends Placed>(items: readonly Item[]): Item[] {
  const [first] = items
  if (!first) return []
  const classes = ({element}: Item): string => String(element.properties.className ?? '')
  let end = 1
  while (
    end < items.length &&
    classes(items[end] as Item) === classes(first) &&
    (items[end] as Item).element.tagName === first.element.tagName &&
    (items[end] as Item).line - (items[end - 1] as Item).line <= NEXT
  )
    end++
  const names = [...new Set(items.slice(0, end).map(({value}) => value))]
  const isList =
    names.length > 1 &&
    names.length <= MOST_AUTHORS &&
    names.every((name) => NAME.test(name) && !names.some((other) => other !== name && other.includes(name)))
  return isList ? [{...first, value: names.join(', ')}, ...items.slice(end)] : [...items]
}

/** One person, as a name is written. */
const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:\s[\p{L}\p{M}'’.-]{1,40}){1,3}$/u

/** A line, and what follows a mark or a year in it: "3 May 2026 by A. One". */
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
    // What stands before it in its line says more than the name of its class.
    const label = `${labelOf(lines[line]?.text ?? '', text)} ${labelOf(text, '')}`
    if (kind === 'updated' || speaksOf(label, UPDATED)) updated.push(said)
    else if (speaksOf(label, PUBLISHED)) labelled.push(said)
    else if (kind === 'published') marked.push(said)
    else if ((lines[line]?.text.length ?? 0) < LINE) bare.push(said)
  }
  const pieces = lines
    .slice(first, last + 1)
    .flatMap(({text, element}) => text.split(/\s[|•·⋅]\s/u).map((piece) => ({text: piece, element})))
  for (const {text, element} of pieces) {
    const value = findDate(text, language)
    if (!value) continue
    const label = labelOf(text, '')
    const said = {value, element}
    if (speaksOf(label, UPDATED)) updated.push(said)
    else if (speaksOf(label, PUBLISHED)) labelled.push(said)
    else if (text.length < 60) bare.push(said)
  }
  // Where nothing says what a date is about, it is the article's only beside the title.
  return {published: [...labelled, ...marked, ...(hasTitle ? bare : [])], updated}
}

/** What a line says before a text in it, or before its first number. */
function labelOf(line: string, before: string): string {
  const at = before ? line.indexOf(before) : line.search(/\d/)
  return (at < 0 ? line : line.slice(0, at)).slice(-60).toLowerCase()
}

const speaksOf = (label: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => {
    const at = label.lastIndexOf(beginning)
    return at >= 0 && !/\p{L}/u.test(label[at - 1] ?? ' ')
  })

/** Indices of the first and last line that may speak of the title. Without one, the page's first lines. */
function windowAround(lines: readonly Line[], title: number): [number, number] {
  const first = Math.max(0, title - BEFORE)
  let last = Math.max(0, title)
  let prose = 0
  while (last < lines.length - 1 && last < Math.max(0, title) + AFTER && prose < PROSE) {
    last++
    const {length} = lines[last]?.text ?? ''
    if (length > LINE) prose += length
  }
  return [first, last]
}

function linesOf(tree: Root, title: Element | undefined): {lines: Line[]; named: Named[]} {
  const lines: Line[] = []
  const named: Named[] = []
  const meaningOf = createMeanings()
  let text = ''
  let owner: Element | undefined
  let holdsTitle = false
  let titleAt = -1
  /** Far behind the title only elements for authors count. */
  let isOver = false
  const flush = (): void => {
    const line = text.replace(/\s+/g, ' ').trim()
    if (owner && line !== '') {
      lines.push({text: line, element: owner, isTitle: holdsTitle})
      if (holdsTitle && titleAt < 0) titleAt = lines.length - 1
      isOver = titleAt >= 0 && lines.length > titleAt + AFTER + 1
    }
    text = ''
    owner = undefined
    holdsTitle = false
  }
  interface Step {
    node: Nodes
    /** The nearest element that holds it. */
    parent: Element | undefined
    isTitle: boolean
    isAside: boolean
    isEnd?: true
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
    const inner = {isTitle: isTitle || node === title, isAside: isAside || isOther}
    if (node.type === 'element') {
      if (kind && (!isOver || kind === 'author')) {
        const content = shownText(node, LINE * 2)
        if (content.length <= LINE) {
          named.push({element: node, kind, text: content, line: lines.length, isAside: inner.isAside})
        }
      }
    }
    if (isBlock && !isOver) stack.push({node, parent, isTitle, isAside, isEnd: true})
    const holder = node.type === 'element' ? node : parent
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) stack.push({node: child, parent: holder, ...inner})
    }
  }
  flush()
  return {lines, named}
}
