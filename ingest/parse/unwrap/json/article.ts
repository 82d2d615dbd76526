/** Finds the titles and texts of articles in a JSON document, and takes them out. */
import type {Report} from '../../findings/report.ts'
import type {TracedText} from '../../trace/traced-text.ts'
import {sourceRange} from '../../trace/traced-text.ts'
import {type Carried, compose} from '../lib/compose.ts'
import {bodyKeys, forms, nameOf, titleKeys} from './keys.ts'
import {isCutJson, type JsonNode, type JsonString, stringsIn} from './tree.ts'
import {escapesIn, unescaped} from './unescape.ts'

/** The strings of a JSON document that make up one article. */
export interface JsonArticle {
  title: JsonNode | undefined
  /** Its text: one string, or several in order. */
  bodies: readonly JsonNode[]
}

const markup = /<\/?[a-z][a-z0-9]*[\s>/]|\\u003c\/?[a-z]/i
/** Minimum length of an article without markup, in characters. */
const MIN_LENGTH = 80

/** Find the articles of a document in an unknown format. With as many titles as texts, each text gets its own; else all get the first. */
export function articlesIn(root: JsonNode, value: string): JsonArticle[] {
  const strings = stringsIn(root)
  const bodies = bodiesOf(strings, value).map(({node}) => node)
  const titles = titlesOf(strings).map(({node}) => node)
  if (bodies.length === 0) return []
  return titles.length === bodies.length
    ? bodies.map((body, index) => ({title: titles[index], bodies: [body]}))
    : [{title: titles[0], bodies}]
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

/** Titles that are highest in the document. */
function titlesOf(strings: readonly JsonString[]): JsonString[] {
  const titles = strings.filter((one) => titleKeys.test(nameOf(one)))
  const depthOf = ({path}: JsonString): number => path.filter((key) => !forms.has(key)).length
  const depth = titles.reduce((least, one) => Math.min(least, depthOf(one)), Number.POSITIVE_INFINITY)
  return titles.filter((one) => depthOf(one) === depth)
}

const range = ({start, end}: JsonNode) => ({start, end})

/** Join the articles, each under its title, with all escapes undone. */
export function takeOut(text: TracedText, articles: readonly JsonArticle[], report: Report): TracedText {
  const {value} = text
  const carried = articles.map(
    ({title, bodies}): Carried => ({
      ...(title ? {title: unescaped(text, title), titleAt: range(title)} : {}),
      bodies: bodies.map((body) => unescaped(text, body)),
      bodiesAt: bodies.map(range),
    }),
  )
  const {text: html, left} = compose(text, carried)
  report({
    code: 'document-unwrapped',
    message: 'The source is a JSON document. The text of the article was kept, other fields were left out.',
    ranges: left,
  })
  if (isCutJson(value)) {
    report({
      code: 'truncated',
      message: 'The source ends in the middle of a JSON document. The text was read as far as it goes.',
      ranges: [sourceRange(text, Math.max(0, value.trimEnd().length - 1), value.length)],
    })
  }
  const escapes = articles.flatMap(({bodies}) => bodies.flatMap((body) => escapesIn(value, body)))
  if (escapes.length > 0) {
    report({
      code: 'json-unescaped',
      message: 'The escapes of a JSON string were decoded.',
      ranges: escapes.map(({start, end}) => sourceRange(text, start, end)),
    })
  }
  return html
}
