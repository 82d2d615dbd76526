/**
 * Authors and dates shown on the page: lines near the title that begin with words that introduce an author, and
 * elements whose class announces one. Text far from the title is about other articles.
 */
import type {Element, Root} from 'hast'
import {cleanName, creditsOf, nameAfterCue} from './author-names.ts'
import {PUBLISHED, UPDATED} from './byline-words.ts'
import {type Clues, stringValue} from './clues.ts'
import {findDate, toIsoDate} from './dates/index.ts'
import {readsAsProse} from './reads-as-prose.ts'
import {
  type Line,
  MAX_LINE_LENGTH,
  MAX_LINES_AFTER,
  type Named,
  shownLines,
  type TitlePlace,
} from './shown-lines.ts'
import {similarityOf} from './title.ts'

/** Number of lines before the title that may describe it, and the amount of prose, in characters, that ends the search after it. */
const MAX_LINES_BEFORE = 12
const MAX_PROSE = 1500

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

/** Where and how the title is shown. */
export interface ShownTitle extends TitlePlace {
  /** The title as declared elsewhere, to find the line that repeats it. */
  text: string | undefined
}

/** Read the authors and dates near the title of a page. */
export function readShownMetadata(
  tree: Root,
  {meanings}: Clues,
  title: ShownTitle,
  language: string | undefined,
): ShownMetadata {
  const {lines, named} = shownLines(tree, meanings, title)
  const marked = lines.findIndex(({isTitle}) => isTitle)
  const at =
    marked < 0 && title.text
      ? lines.findIndex((line) => similarityOf(line.text, title.text ?? '') > 0.7)
      : marked
  const [first, last] = windowAround(lines, at)
  const near = ({line}: Named): boolean => line >= first && line <= last
  const authors = named.flatMap((item): (Placed & {near: boolean})[] => {
    const value = item.kind === 'author' && !item.isForeign ? cleanName(item.text, {language}) : undefined
    return value ? [{value, element: item.element, line: item.line, near: near(item)}] : []
  })
  const spoken = lines.slice(first, last + 1).flatMap(({text, element, isForeign}): ShownValue[] => {
    if (isForeign || text.length > MAX_LINE_LENGTH * 2 || isSentence(text)) return []
    for (const piece of piecesOf(text)) {
      const rest = nameAfterCue(piece, language)
      const value = rest && cleanName(rest, {language})
      if (value) return [{value, element}]
    }
    return []
  })
  const names = authors.filter((item) => item.near || NAME.test(item.value) || !/\s/.test(item.value))
  const only = new Set(names.map(({value}) => value)).size === 1 ? names[0] : undefined
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
  line
    .split(/\s[|•·⋅–—-]\s|(?<=(?:^|[^\d#])(?:19|20)\d{2})\s{1,3}(?=\p{L})/u)
    .flatMap((piece) => creditsOf(piece.trim()))

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
  for (const {element, kind, text, line, isForeign} of named) {
    if (kind === 'author' || isForeign || line < first || line > last) continue
    const whole = lines[line]
    if (whole && !maySayDate(whole)) continue
    const value = toIsoDate(stringValue(element.properties.dateTime), language) ?? findDate(text, language)
    if (!value) continue
    const said = {value, element}
    // The text before it in its line is more reliable than the name of its class.
    const label = `${labelOf(whole?.text ?? '', text)} ${labelOf(text, '')}`
    if (kind === 'updated' || hasWord(label, UPDATED)) updated.push(said)
    else if (hasWord(label, PUBLISHED)) labelled.push(said)
    else if (kind === 'published') marked.push(said)
    else if ((whole?.text.length ?? 0) < MAX_LINE_LENGTH) bare.push(said)
  }
  const pieces = lines
    .slice(first, last + 1)
    .filter((line) => !line.isForeign && maySayDate(line))
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

/** A sentence about the article itself: “This story was updated on 3 May 2026.” */
const OF_ITSELF =
  /^\W{0,3}(?:(?:this|the) (?:article|story|post|page|report|piece)|dieser (?:artikel|beitrag|text)|cet article|este artículo|este artigo|questo articolo|dit artikel)\b/iu

/** Whether a line is prose, whose names and dates are what the text is about. */
const isSentence = (text: string): boolean => readsAsProse(text) && !OF_ITSELF.test(text)

/** Minimum number of words of a link that is a headline. */
const MIN_HEADLINE_WORDS = 3

/** Whether the date of a line may be that of the article: the line is no prose, and does not lead to another article. */
function maySayDate({text, linked, isApart}: Line): boolean {
  if (isSentence(text)) return false
  if (linked === '' || !isApart) return true
  // A link that holds the date leads to this page or to its archive; so does one that is a name.
  const words = linked.match(/\p{L}{2,}/gu)?.length ?? 0
  return (
    words < MIN_HEADLINE_WORDS || /\d/.test(linked) || hasWord(labelOf(text, ''), [...PUBLISHED, ...UPDATED])
  )
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
