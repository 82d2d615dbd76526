/**
 * The line under the headline, if a page sets both apart from its text: it belongs to the article, but its element does
 * not.
 */
import type {Element, Nodes} from 'hast'
import {readsAsProse} from '../metadata/reads-as-prose.ts'
import type {Removal} from './edges.ts'
import {isMarkedLead, isNamedLead, isNamedSubtitle} from './lead-names.ts'
import {type Line, linesOf} from './lines.ts'
import {isSameOrCut, isSameText} from './same-text.ts'
import {isAboutSite} from './site-boilerplate.ts'
import type {Statistics} from './statistics.ts'

/** Minimum and maximum length, in characters. */
const MIN_LENGTH = 60
const MAX_LENGTH = 600
/** Minimum length of a line that is named as the subtitle, and of a sentence right under the headline. */
const MIN_SUBTITLE_LENGTH = 20
const MIN_NEXT_LENGTH = 40
/** Maximum number of lines between the headline and this one: names, dates and buttons. */
const MAX_LINES_BETWEEN = 12
/** The credit of a picture: the line is its caption. */
const CREDIT = /\b(?:bild(?:er)?|credits?|fotos?|illustration|images?|photos?)(?: by)?\s?[:：]|©/iu
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
  const place = afterHeadline(outside, title)
  if (!place) return undefined
  const {headline, after} = place
  const lines = after.filter((line) => isLine(line, headline, statistics))
  const found =
    lines.find((line) => line.text.length >= MIN_LENGTH && isDescription(line, summaries)) ??
    lines.find(({nodes}) => nodes.some((node) => node.type === 'element' && isNamedSubtitle(node))) ??
    lines.find((line) => line === after[0] && isNextSentence(line, headline))
  if (!found || linesOf(container).some(({text}) => isSameText(text, found.text))) return undefined
  return {
    text: found.text,
    taken: {nodes: found.nodes, reason: 'the line under the headline, which is kept as the subtitle'},
  }
}

/** The last headline with the title, and the lines after it. Nodes without a headline need no lines until one was found. */
function afterHeadline(
  outside: readonly Nodes[],
  title: string,
): {headline: Line; after: readonly Line[]} | undefined {
  const elements = outside.filter((node) => node.type === 'element')
  for (let index = elements.length - 1; index >= 0; index--) {
    const element = elements[index]
    if (!element || !holdsHeadline(element)) continue
    const lines = linesOf(grouped(element))
    const at = lines.findLastIndex(({tagName, text}) => HEADLINES.has(tagName) && isSameText(text, title))
    const headline = lines[at]
    if (!headline) continue
    const after = lines.slice(at + 1)
    for (const next of elements.slice(index + 1)) {
      if (after.length >= MAX_LINES_BETWEEN) break
      after.push(...linesOf(grouped(next)))
    }
    return {headline, after: after.slice(0, MAX_LINES_BETWEEN)}
  }
  return undefined
}

/** Whether a line is a sentence in the headline’s own box, and says nothing about the site. */
const isNextSentence = ({text, ancestors}: Line, headline: Line): boolean =>
  text.length >= MIN_NEXT_LENGTH &&
  ancestors[0] === headline.ancestors[0] &&
  readsAsProse(text) &&
  !isAboutSite(text)

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
  headline: Line,
  statistics: ReadonlyMap<Element, Statistics>,
): boolean =>
  text.length >= MIN_SUBTITLE_LENGTH &&
  text.length <= MAX_LENGTH &&
  media === 0 &&
  linked < 0.5 * text.length &&
  !NOT_LINES.has(tagName) &&
  !CREDIT.test(text) &&
  // Whatever the box of the headline is called, it is the article’s.
  !ancestors.some((element) => !headline.ancestors.includes(element) && isForeign(element, statistics))

/** Whether the page names an element as something else. A teaser by name is still a standfirst. */
const isForeign = (element: Element, statistics: ReadonlyMap<Element, Statistics>): boolean =>
  NOT_LINES.has(element.tagName) || (statistics.get(element)?.kind !== undefined && !isNamed(element))

/** Whether the line is marked or named as the description, or repeats a summary that the page declares. */
function isDescription({nodes, text, ancestors}: Line, summaries: readonly string[]): boolean {
  const near = [...nodes.filter((node) => node.type === 'element'), ...ancestors.slice(0, 2)]
  return near.some(isNamed) || summaries.some((summary) => isSameOrCut(text, summary))
}

const isNamed = (element: Element): boolean => isMarkedLead(element) || isNamedLead(element)
