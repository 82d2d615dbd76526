/**
 * A JSON document that carries the article in one of its strings, as APIs of publishing systems answer: its text and
 * its title are taken out, the other fields are left out. A text that is one string literal is its content.
 *
 * @example
 *   in: {"id": 3, "title": {"rendered": "The Well"}, "content": {"rendered": "<p>It is \\"deep\\".<\\/p>\\n<p>Very.</p>"}}
 *   out: <h1>The Well</h1>\n<p>It is "deep".</p>\n<p>Very.</p>
 * @example
 *   in: "<p>One \\u2013 two.</p>\\n<p>Three.</p>"
 *   out: <p>One – two.</p>\n<p>Three.</p>
 * @example
 *   in: "It was a quotation, whole."
 *   out: "It was a quotation, whole."
 * @example
 *   in: {"name": "left-pad", "version": "1.3.0"}
 *   out: {"name": "left-pad", "version": "1.3.0"}
 */
import type {TracedText} from '../trace/traced-text.ts'
import {sourceRange} from '../trace/traced-text.ts'
import {type Carried, compose} from './lib/compose.ts'
import {bodyKeys, forms, nameOf} from './lib/json-keys.ts'
import {isCutJson, type JsonString, jsonStrings} from './lib/json-strings.ts'
import {escapesIn, unescaped} from './lib/unescape.ts'
import type {Unwrapper} from './unwrapper.ts'

const titleKeys = /^(?:title|headline|name|heading|page_?title)$/i
const markup = /<\/?[a-z][a-z0-9]*[\s>/]|\\u003c\/?[a-z]/i
/** Shortest text without markup that may be an article. */
const SHORTEST = 80

export const jsonDocument: Unwrapper = (text, report) => {
  const {value} = text
  const strings = jsonStrings(value)
  const bodies = bodiesOf(strings, value)
  if (bodies.length === 0) return undefined
  const {text: article, left} = compose(text, articlesOf(text, bodies, titlesOf(strings)))
  report({
    code: 'document-unwrapped',
    message:
      'The article was a string of a JSON document; its text was taken out, other fields were left out.',
    ranges: left,
  })
  if (isCutJson(value)) {
    report({
      code: 'truncated',
      message: 'The source ends in the middle of a JSON document; the text was read as far as it goes.',
      ranges: [sourceRange(text, Math.max(0, value.trimEnd().length - 1), value.length)],
    })
  }
  const escapes = bodies.flatMap((body) => escapesIn(value, body))
  if (escapes.length > 0) {
    report({
      code: 'json-unescaped',
      message: 'The escapes of a JSON string were undone.',
      ranges: escapes.map(({start, end}) => sourceRange(text, start, end)),
    })
  }
  return {html: article}
}

const range = ({start, end}: {start: number; end: number}) => ({start, end})

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
    if (place < 0 || (!marked && length < SHORTEST)) continue
    const rank = place - (marked ? 10 : 0)
    if (!best || rank < best.rank || (rank === best.rank && length > best.length))
      best = {rank, length, group}
  }
  return best?.group ?? []
}

/** Titles that stand highest in the document. */
function titlesOf(strings: readonly JsonString[]): JsonString[] {
  const titles = strings.filter((one) => titleKeys.test(nameOf(one)))
  const depth = Math.min(...titles.map(({path}) => path.filter((key) => !forms.has(key)).length))
  return titles.filter(({path}) => path.filter((key) => !forms.has(key)).length === depth)
}

/** Each text under its own title where there are as many; else all under the first. */
function articlesOf(
  text: TracedText,
  bodies: readonly JsonString[],
  titles: readonly JsonString[],
): Carried[] {
  const carried = (title: JsonString | undefined, parts: readonly JsonString[]): Carried => ({
    ...(title ? {title: unescaped(text, title), titleAt: range(title)} : {}),
    bodies: parts.map((part) => unescaped(text, part)),
    bodiesAt: parts.map(range),
  })
  return titles.length === bodies.length
    ? bodies.map((body, index) => carried(titles[index], [body]))
    : [carried(titles[0], bodies)]
}
