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

/**
 * Normalize a figure, in place: credits get the class that the policy knows, and a card becomes its embed. `credited` keeps
 * the figures in another one, whose credits are marked with those of the outer one.
 */
export function normalizeFigure(figure: Element, credited: Set<Element>, report: Report): void {
  if (!credited.has(figure)) markCredits(figure, credited)
  if (!hasClass(figure, EMBED)) return
  for (const {tagName} of within(figure)) if (MEDIA.has(tagName)) return
  const elements = [...within(figure)]
  const links = elements.filter(({tagName, properties}) => tagName === 'a' && properties.href !== undefined)
  const [link] = links
  const words = textIn(figure)
  const address = links.length === 1 ? String(link?.properties.href) : ADDRESS.test(words) ? words : undefined
  if (address !== undefined && ADDRESS.test(address)) toEmbed(figure, elements, address, report)
}

/** Mark the credits in captions. Each element is seen once, however deep captions are nested. */
function markCredits(figure: Element, credited: Set<Element>): void {
  const stack: {element: Element; captioned: boolean}[] = [{element: figure, captioned: false}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {element} = top
    const captioned = top.captioned || (element !== figure && element.tagName === 'figcaption')
    for (const child of element.children) {
      if (child.type !== 'element') continue
      stack.push({element: child, captioned})
      if (child.tagName === 'figure') credited.add(child)
      if (!captioned || !hasClass(child, CREDIT)) continue
      child.tagName = 'span'
      child.properties = {className: ['credit']}
    }
  }
}

/** Content of a figure, and where its address is. */
const SHOWN = new Set(['blockquote', 'code', 'dl', 'math', 'ol', 'pre', 'svg', 'table', 'ul'])

/**
 * Turn a figure without visible content, since its image had no address, into its words: its captions become
 * paragraphs. In place. So do the figures in it, which have no visible content either.
 */
export function dissolveEmptyFigure(figure: Element): void {
  if (figure.tagName !== 'figure') return
  for (const element of within(figure)) if (isShown(element)) return
  figure.tagName = 'div'
  for (const element of within(figure))
    if (element.tagName === 'figcaption' || element.tagName === 'figure') element.tagName = 'div'
}

const isShown = ({tagName, properties}: Element): boolean =>
  SHOWN.has(tagName) || (MEDIA.has(tagName) && (properties.src ?? properties.data) !== undefined)

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

/** Walk the elements under another one, in document order, as far as the caller wants. */
function* within(element: Element): Generator<Element> {
  const stack: Nodes[] = element.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    yield node
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) stack.push(child)
    }
  }
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
