/** Figures as publishing systems write them: credits by class name, embeds as a bare address. */
import type {Element, ElementContent, Nodes} from 'hast'
import {textIn} from '../element-text.ts'
import type {Report} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'

const CREDIT = /(?:^|[-_])(?:credits?|copyright|photographer)(?:$|[-_])/i
const EMBED = /(?:^|[-_])embed(?:$|[-_])/i
const MEDIA = new Set(['audio', 'embed', 'iframe', 'img', 'object', 'picture', 'table', 'video'])
const ADDRESS = /^https?:\/\/\S+$/

const hasClass = ({properties}: Element, pattern: RegExp): boolean =>
  Array.isArray(properties.className) && properties.className.some((name) => pattern.test(String(name)))

/** Normalize a figure, in place: credits get the class that the policy knows, and a card becomes its embed. */
export function normalizeFigure(figure: Element, report: Report): void {
  const elements = within(figure)
  for (const caption of elements) {
    if (caption.tagName !== 'figcaption') continue
    for (const element of within(caption)) {
      if (!hasClass(element, CREDIT)) continue
      element.tagName = 'span'
      element.properties = {className: ['credit']}
    }
  }
  if (!hasClass(figure, EMBED) || elements.some(({tagName}) => MEDIA.has(tagName))) return
  const links = elements.filter(({tagName, properties}) => tagName === 'a' && properties.href !== undefined)
  const [link] = links
  const words = textIn(figure)
  const address = links.length === 1 ? String(link?.properties.href) : ADDRESS.test(words) ? words : undefined
  if (address !== undefined && ADDRESS.test(address)) toEmbed(figure, elements, address, report)
}

/** Content of a figure, and where its address is. */
const SHOWN = new Set(['blockquote', 'code', 'dl', 'math', 'ol', 'pre', 'svg', 'table', 'ul'])

/**
 * Turn a figure without visible content, since its image had no address, into its words: its captions become
 * paragraphs. In place.
 */
export function dissolveEmptyFigure(figure: Element): void {
  const elements = within(figure)
  const shows = ({tagName, properties}: Element): boolean =>
    SHOWN.has(tagName) || (MEDIA.has(tagName) && (properties.src ?? properties.data) !== undefined)
  if (elements.some(shows)) return
  figure.tagName = 'div'
  for (const element of elements) if (element.tagName === 'figcaption') element.tagName = 'div'
}

/** Turn a card into an embed with its title as the caption; text that repeats the address is removed. */
function toEmbed(figure: Element, elements: readonly Element[], address: string, report: Report): void {
  const caption = elements.find(({tagName}) => tagName === 'figcaption')
  const title = elements.find((element) => hasClass(element, /^title$/) && textIn(element) !== address)
  const kept = caption ?? title
  const ranges = figure.children
    .flatMap((child) => leaves(child, kept))
    .flatMap((node) => (node.value.trim() === '' ? [] : (extentOf(node) ?? [])))
  if (ranges.length > 0) {
    report({
      code: 'region-removed',
      message: 'The text of an embed’s preview card was left out. The embed keeps its address.',
      ranges,
    })
  }
  const {position} = figure
  const embed: Element = {
    type: 'element',
    tagName: 'iframe',
    properties: {src: address},
    children: [],
    ...(position ? {position} : {}),
  }
  const line: ElementContent[] = kept
    ? [{...kept, tagName: 'figcaption', properties: {}, children: kept.children}]
    : []
  figure.children = [embed, ...line]
}

/** List the elements under another one, in document order. */
function within(element: Element): Element[] {
  const found: Element[] = []
  const stack: Nodes[] = element.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    found.push(node)
    for (const child of node.children.toReversed()) stack.push(child)
  }
  return found
}

/** List the texts under a node, except those under `but`. */
function leaves(node: ElementContent, but: Element | undefined): Extract<ElementContent, {type: 'text'}>[] {
  const found: Extract<ElementContent, {type: 'text'}>[] = []
  const stack: ElementContent[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top === but) continue
    if (top.type === 'text') found.push(top)
    else if (top.type === 'element') for (const child of top.children.toReversed()) stack.push(child)
  }
  return found
}
