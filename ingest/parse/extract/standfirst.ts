/**
 * The line under the headline where a page sets both apart from its text: it is the article's, and its element is not.
 */
import type {Element, Nodes} from 'hast'
import type {Removal} from './edges.ts'
import {type Line, linesOf} from './lines.ts'
import {isSameOrCut, isSameText} from './same-text.ts'
import type {Statistics} from './statistics.ts'

/** Names of the line, in the languages of the sites met; one of the words of a class name. */
const NAMES =
  /(?:^|[-_])(?:sub-?title|sub-?head(?:ing|line|er)?|sub-?line|dek|deck|stand-?first|strap-?line|intro(?:text)?|lead|lede|leadtext|teaser|summary|excerpt|abstract|description|ingress|chapeau|chapo|vorspann|entradilla|copete|sumario|bajada|resumen|resumo|occhiello|sommario|sapo|perex|anons)(?:$|[-_])/i

/** Shortest and longest, in characters. */
const SHORTEST = 60
const LONGEST = 600
/** Lines between the headline and this one: names, dates and buttons. */
const MOST_BETWEEN = 12
const HEADLINES = new Set(['h1', 'h2'])
const NOT_LINES = new Set(
  'a aside blockquote dd dl dt figcaption figure footer form li nav pre table td th'.split(' '),
)

export interface Standfirst {
  text: string
  taken: Removal
}

/**
 * @param outside what stands before the article's element, in document order
 * @param container the article's element, in which the line may stand again
 * @param summaries what the page says of itself
 */
export function standfirstOf(
  outside: readonly Nodes[],
  container: Element,
  {title, summaries}: {title: string | undefined; summaries: readonly string[]},
  statistics: ReadonlyMap<Element, Statistics>,
): Standfirst | undefined {
  if (title === undefined) return undefined
  const lines = outside.flatMap((node) => (node.type === 'element' ? linesOf(grouped(node)) : []))
  const headline = lines.findLastIndex(({tagName, text}) => HEADLINES.has(tagName) && isSameText(text, title))
  if (headline === -1) return undefined
  const found = lines
    .slice(headline + 1, headline + 1 + MOST_BETWEEN)
    .find((line) => isLine(line, statistics) && isTold(line, summaries))
  if (!found || linesOf(container).some(({text}) => isSameText(text, found.text))) return undefined
  return {
    text: found.text,
    taken: {nodes: found.nodes, reason: 'the line under the headline, which is kept as the subtitle'},
  }
}

/** So that an element that is a line itself is looked at as one. */
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
  text.length >= SHORTEST &&
  text.length <= LONGEST &&
  media === 0 &&
  linked < 0.5 * text.length &&
  !NOT_LINES.has(tagName) &&
  !ancestors.some((element) => isForeign(element, statistics))

/** Called something else by the page: a teaser by name is the line all the same. */
const isForeign = (element: Element, statistics: ReadonlyMap<Element, Statistics>): boolean =>
  NOT_LINES.has(element.tagName) || (statistics.get(element)?.kind !== undefined && !isNamed(element))

/** Marked as the description of the article, called so, or what the page says of itself elsewhere. */
function isTold({nodes, text, ancestors}: Line, summaries: readonly string[]): boolean {
  const near = [...nodes.filter((node) => node.type === 'element'), ...ancestors.slice(0, 2)]
  return near.some(isNamed) || summaries.some((summary) => isSameOrCut(text, summary))
}

function isNamed({properties: {className, itemProp}}: Element): boolean {
  if (Array.isArray(itemProp) && itemProp.includes('description')) return true
  return Array.isArray(className) && className.some((name) => NAMES.test(String(name)))
}
