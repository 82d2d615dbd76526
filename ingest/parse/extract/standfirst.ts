/**
 * The line under the headline, if a page sets both apart from its text: it belongs to the article, but its element does
 * not.
 */
import type {Element, Nodes} from 'hast'
import type {Removal} from './edges.ts'
import {type Line, linesOf} from './lines.ts'
import {isSameOrCut, isSameText} from './same-text.ts'
import type {Statistics} from './statistics.ts'

/** Class names of the line, in many languages. */
const NAMES =
  /(?:^|[-_])(?:sub-?title|sub-?head(?:ing|line|er)?|sub-?line|dek|deck|stand-?first|strap-?line|intro(?:text)?|lead|lede|leadtext|teaser|summary|excerpt|abstract|description|ingress|chapeau|chapo|vorspann|entradilla|copete|sumario|bajada|resumen|resumo|occhiello|sommario|sapo|perex|anons)(?:$|[-_])/i

/** Minimum and maximum length, in characters. */
const MIN_LENGTH = 60
const MAX_LENGTH = 600
/** Maximum number of lines between the headline and this one: names, dates and buttons. */
const MAX_LINES_BETWEEN = 12
const HEADLINES = new Set(['h1', 'h2'])
const NOT_LINES = new Set(
  'a aside blockquote dd dl dt figcaption figure footer form li nav pre table td th'.split(' '),
)

/** The text of the line, and the nodes that showed it. */
export interface Standfirst {
  text: string
  taken: Removal
}

/**
 * Find the standfirst.
 *
 * @param outside nodes before the article’s element, in document order
 * @param container the article’s element, which may repeat the line
 * @param declared title and summaries that the page declares
 * @param statistics measures of all elements
 */
export function standfirstOf(
  outside: readonly Nodes[],
  container: Element,
  {title, summaries}: {title: string | undefined; summaries: readonly string[]},
  statistics: ReadonlyMap<Element, Statistics>,
): Standfirst | undefined {
  if (title === undefined) return undefined
  const found = linesAfterHeadline(outside, title).find(
    (line) => isLine(line, statistics) && isDescription(line, summaries),
  )
  if (!found || linesOf(container).some(({text}) => isSameText(text, found.text))) return undefined
  return {
    text: found.text,
    taken: {nodes: found.nodes, reason: 'the line under the headline, which is kept as the subtitle'},
  }
}

/** The lines after the last headline with the title. Nodes without a headline need no lines until one was found. */
function linesAfterHeadline(outside: readonly Nodes[], title: string): Line[] {
  const elements = outside.filter((node) => node.type === 'element')
  for (let index = elements.length - 1; index >= 0; index--) {
    const element = elements[index]
    if (!element || !holdsHeadline(element)) continue
    const lines = linesOf(grouped(element))
    const headline = lines.findLastIndex(
      ({tagName, text}) => HEADLINES.has(tagName) && isSameText(text, title),
    )
    if (headline === -1) continue
    const after = lines.slice(headline + 1)
    for (const next of elements.slice(index + 1)) {
      if (after.length >= MAX_LINES_BETWEEN) break
      after.push(...linesOf(grouped(next)))
    }
    return after.slice(0, MAX_LINES_BETWEEN)
  }
  return []
}

function holdsHeadline(element: Element): boolean {
  const stack = [element]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (HEADLINES.has(top.tagName)) return true
    for (const child of top.children) if (child.type === 'element') stack.push(child)
  }
  return false
}

/** Wrap a node, so that an element that is itself a line is read as one. */
const grouped = (node: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: {},
  children: [node],
})

const isLine = (
  {text, linked, media, tagName, ancestors}: Line,
  statistics: ReadonlyMap<Element, Statistics>,
): boolean =>
  text.length >= MIN_LENGTH &&
  text.length <= MAX_LENGTH &&
  media === 0 &&
  linked < 0.5 * text.length &&
  !NOT_LINES.has(tagName) &&
  !ancestors.some((element) => isForeign(element, statistics))

/** Whether the page names an element as something else. A teaser by name is still a standfirst. */
const isForeign = (element: Element, statistics: ReadonlyMap<Element, Statistics>): boolean =>
  NOT_LINES.has(element.tagName) || (statistics.get(element)?.kind !== undefined && !isNamed(element))

/** Whether the line is marked or named as the description, or repeats a summary that the page declares. */
function isDescription({nodes, text, ancestors}: Line, summaries: readonly string[]): boolean {
  const near = [...nodes.filter((node) => node.type === 'element'), ...ancestors.slice(0, 2)]
  return near.some(isNamed) || summaries.some((summary) => isSameOrCut(text, summary))
}

function isNamed({properties: {className, itemProp}}: Element): boolean {
  if (Array.isArray(itemProp) && itemProp.includes('description')) return true
  return Array.isArray(className) && className.some((name) => NAMES.test(String(name)))
}
