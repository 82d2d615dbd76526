/** Figures as publishing systems write them: credits told by their class, embeds told by an address alone. */
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

/** In place: what names its credit by any class has the one class that the policy knows; a card becomes the embed it stands for. */
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

/** What a figure may show, and where its address is. */
const SHOWN = new Set(['blockquote', 'code', 'dl', 'math', 'ol', 'pre', 'svg', 'table', 'ul'])

/** In place: a figure that shows nothing, since its image had no address, is its words alone: its captions are paragraphs. */
export function dissolveEmptyFigure(figure: Element): void {
  const elements = within(figure)
  const shows = ({tagName, properties}: Element): boolean =>
    SHOWN.has(tagName) || (MEDIA.has(tagName) && (properties.src ?? properties.data) !== undefined)
  if (elements.some(shows)) return
  figure.tagName = 'div'
  for (const element of elements) if (element.tagName === 'figcaption') element.tagName = 'div'
}

/** The title of the card is the caption; what repeats its address goes. */
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

/** Elements under another, in document order. */
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

/** Texts under a node, those under `but` left out. */
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
