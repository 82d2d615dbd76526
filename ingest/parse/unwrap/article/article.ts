/** Finds the titles and texts of articles in a JSON document, and takes them out. */
import type {Report} from '../../findings/report.ts'
import type {SourceRange, TracedText} from '../../trace/traced-text.ts'
import {sourceRange} from '../../trace/traced-text.ts'
import {bodyKeys, forms, nameOf, otherTexts, titleKeys} from '../json/keys.ts'
import {isCutJson, type JsonNode, type JsonString, stringsIn} from '../json/tree.ts'
import {escapesIn, unescaped} from '../json/unescape.ts'
import {type Carried, compose} from '../lib/compose.ts'
import {reportEntries} from '../lib/several.ts'
import {pathOf, type RichValue, readBody, valuesIn} from './bodies.ts'

/** The values of a JSON document that make up one article. */
export interface JsonArticle {
  title: JsonNode | undefined
  /** Its text: a string or rich text, or several in order. */
  bodies: readonly JsonNode[]
  /** HTML that follows the text, and where it comes from. */
  after?: readonly {html: TracedText; at: SourceRange}[]
}

const markup = /<\/?[a-z][a-z0-9]*[\s>/]|\\u003c\/?[a-z]/i
/** Minimum length of an article without markup, in characters. */
const MIN_LENGTH = 80

/** Find the articles of a document in an unknown format. With as many titles as texts, each text gets its own; else all get the first. */
export function articlesIn(root: JsonNode, value: string): JsonArticle[] {
  const all = valuesIn(root, value)
  const [strings, rich] = [ofArticle(all.strings), ofArticle(all.rich)]
  const written = bodiesOf(strings, value)
  const structured = longestOf(rich.filter(({node}) => !titleKeys.test(node.key)))
  const chosen = isBetter(structured, written, value) ? structured : written
  const bodies = chosen.map(({node}) => node)
  const titles = titlesOf([...strings, ...rich.flatMap(({node}) => titleIn(node))]).map(({node}) => node)
  if (bodies.length === 0) return []
  return titles.length === bodies.length
    ? bodies.map((body, index) => ({title: titles[index], bodies: [body]}))
    : [{title: titles[0], bodies}]
}

/** The values that are not under the key of comments or the like, unless all are. */
function ofArticle<Value extends {path: string[]}>(values: readonly Value[]): readonly Value[] {
  const own = values.filter(({path}) => !path.some((key) => otherTexts.test(key)))
  return own.length > 0 ? own : values
}

/** The strings under the key that most likely holds the article. */
function bodiesOf(strings: readonly JsonString[], value: string): JsonString[] {
  const [only] = strings
  if (only?.path.length === 0) {
    const content = value.slice(only.start, only.end)
    return markup.test(content) || /\\["nru]/.test(content) ? [only] : []
  }
  const groups = Map.groupBy(strings, ({path}) => path.join('\n'))
  let best: {rank: number; length: number; group: JsonString[]} | undefined
  for (const group of groups.values()) {
    const [first] = group
    const place = first ? bodyKeys.findIndex((keys) => keys.test(nameOf(first))) : -1
    const content = group.map(({start, end}) => value.slice(start, end))
    const length = content.reduce((sum, part) => sum + part.length, 0)
    const marked = content.some((part) => markup.test(part))
    if (place < 0 || (!marked && length < MIN_LENGTH)) continue
    const rank = place - (marked ? 10 : 0)
    if (!best || rank < best.rank || (rank === best.rank && length > best.length))
      best = {rank, length, group}
  }
  return best?.group ?? []
}

/** The rich text under the path with the most of it. */
function longestOf(rich: readonly RichValue[]): readonly RichValue[] {
  const groups = [...Map.groupBy(rich, ({path}) => path.join('\n')).values()]
  const [longest = []] = groups.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  return longest
}

const lengthOf = (values: readonly RichValue[]): number => values.reduce((sum, {length}) => sum + length, 0)

/** Whether rich text is the article, and not the strings beside it: their markup counts as much, their plain text has lost its own. */
function isBetter(rich: readonly RichValue[], strings: readonly JsonString[], value: string): boolean {
  const length = lengthOf(rich)
  if (length < MIN_LENGTH) return false
  const contents = strings.map(({start, end}) => value.slice(start, end))
  const shown = contents.reduce((sum, one) => sum + one.replace(/<[^<>]{1,2000}>/g, '').length, 0)
  return contents.some((one) => markup.test(one)) ? shown < length / 2 : shown < 2 * length
}

/** Titles that are highest in the document. */
function titlesOf(strings: readonly JsonString[]): JsonString[] {
  const titles = strings.filter((one) => titleKeys.test(nameOf(one)))
  const depthOf = ({path}: JsonString): number => path.filter((key) => !forms.has(key)).length
  const depth = titles.reduce((least, one) => Math.min(least, depthOf(one)), Number.POSITIVE_INFINITY)
  return titles.filter((one) => depthOf(one) === depth)
}

/** A title that is kept as rich text itself: its first string with words. */
function titleIn(node: JsonNode): JsonString[] {
  if (!titleKeys.test(node.key)) return []
  const [first] = stringsIn(node).filter((one) => /^(?:text|value)$/.test(nameOf(one)) && one.end > one.start)
  return first ? [{...first, path: pathOf(node)}] : []
}

const range = ({start, end}: JsonNode) => ({start, end})

/** Join the articles, each under its title, with all escapes undone. */
export function takeOut(text: TracedText, articles: readonly JsonArticle[], report: Report): TracedText {
  const {value} = text
  const read = articles.map(({bodies}) => bodies.map((body) => readBody(text, body)))
  const carried = articles.map(
    ({title, bodies, after = []}, index): Carried => ({
      ...(title ? {title: unescaped(text, title), titleAt: range(title)} : {}),
      bodies: [...(read[index] ?? []), ...after].map(({html}) => html),
      bodiesAt: [...bodies.map(range), ...after.map(({at}) => at)],
      kept: [...(read[index] ?? []).flatMap(({used}) => used.map(range)), ...after.map(({at}) => at)],
    }),
  )
  const {text: html, left} = compose(text, carried)
  report({
    code: 'document-unwrapped',
    message: 'The source is a JSON document. The text of the article was kept, other fields were left out.',
    ranges: [...left, ...read.flat().flatMap((one) => one.left)],
  })
  reportEntries(
    articles.length > 1
      ? articles
          .flatMap(({bodies}) => bodies.slice(0, 1))
          .map(({start, end}) => sourceRange(text, start, end))
      : [],
    report,
  )
  if (isCutJson(value)) {
    report({
      code: 'truncated',
      message: 'The source ends in the middle of a JSON document. The text was read as far as it goes.',
      ranges: [sourceRange(text, Math.max(0, value.trimEnd().length - 1), value.length)],
    })
  }
  reportMissing(
    read.flat().flatMap(({missing}) => missing),
    report,
  )
  const escapes = read.flat().flatMap(({used}) => used.flatMap((body) => escapesIn(value, body)))
  if (escapes.length > 0) {
    report({
      code: 'json-unescaped',
      message: 'The escapes of a JSON string were decoded.',
      ranges: escapes.map(({start, end}) => sourceRange(text, start, end)),
    })
  }
  return html
}

/** Report images of rich text that have no address. */
export function reportMissing(missing: readonly SourceRange[], report: Report): void {
  for (const range of missing) {
    report({
      code: 'media-unresolved',
      message:
        'An image or embed in the text has no address in the data, only a reference. It was left out. Find it on the page, and add it.',
      ranges: [range],
    })
  }
}
