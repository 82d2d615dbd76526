/**
 * Replace what a page shows until its scripts run by plain images and embeds: lazy images and their `noscript` twins,
 * AMP elements, and quotations that represent a post. Images of a character become the character, and buttons, icons
 * and advertisements are removed. This comes before the article is chosen, since `noscript` is not part of it, and
 * since a line with a button would pass for a figure.
 */
import type {Element, ElementContent, Root} from 'hast'
import type {VFile} from 'vfile'
import {textIn} from '../element-text.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {captionedFigure} from './data-caption.ts'
import {decorationReason} from './decoration.ts'
import {EMBED_ID, EMBEDS_BY_ID, embedAddress, quotedPost, STANDARD_ELEMENTS} from './embeds.ts'
import {emojiOf, initialOf} from './emoji.ts'
import {setImageAddress} from './image-address.ts'
import {type Leaving, textsBut} from './nodes.ts'
import {rewrite} from './rewrite.ts'

/** An image or embed that was removed, and its range in the source. */
export interface Decoration extends SourceRange {
  /** Explains the removal to an editor, as a noun phrase. */
  reason: string
  /** Whether it is text, of a card or a player that stays. */
  isText?: true
}

/** Create a unified transform that sets `file.data.decorations`. */
export default function settleMedia() {
  return (tree: Root, file: VFile): void => {
    const decorations: Decoration[] = []
    const stack: Place[] = [{node: tree, link: undefined, next: [], frame: undefined}]
    for (let place = stack.pop(); place; place = stack.pop()) settleIn(place, stack, decorations)
    file.data.decorations = decorations
  }
}

interface Place {
  node: Root | Element
  /** Target of the link around it. */
  link: string | undefined
  /** The nodes that follow: the twin of an image comes after its `picture`. */
  next: readonly ElementContent[]
  /** The figure around it. */
  frame: Element | undefined
}

const NONE: readonly ElementContent[] = []

/** Normalize the children of a node, and remove those that are not part of an article. */
function settleIn({node, link, next, frame}: Place, stack: Place[], decorations: Decoration[]): void {
  let left: Map<ElementContent, ElementContent | undefined> | undefined
  const leaving: Leaving = (element, kept, reason) => {
    for (const text of textsBut(element, kept)) {
      const extent = extentOf(text)
      if (extent) decorations.push({reason, isText: true, ...extent})
    }
  }
  for (let index = 0; index < node.children.length; index++) {
    const child = node.children[index]
    if (child?.type !== 'element') continue
    rewrite(child, node, frame, leaving)
    const {tagName} = child
    const isImage = tagName === 'img' || tagName === 'picture' || STANDARD_ELEMENTS[tagName] !== undefined
    const after = isImage ? (node.children.slice(index + 1, index + 4) as ElementContent[]) : NONE
    const picture = node.type === 'element' && node.tagName === 'picture' ? node : undefined
    settle(child, picture, picture ? [...after, ...next] : after, link)
    if (MEDIA.has(child.tagName)) {
      const emoji =
        child.tagName === 'img'
          ? (emojiOf(child) ?? initialOf(child, node.children[index + 1] as ElementContent | undefined))
          : undefined
      const reason = emoji ? undefined : decorationReason(child, link)
      const extent = reason === undefined ? undefined : extentOf(child)
      if (reason !== undefined && extent) decorations.push({reason, ...extent})
      if (emoji || reason !== undefined) {
        left ??= new Map()
        left.set(child, emoji)
        continue
      }
    }
    const {href} = child.properties
    const figure = frame ? undefined : captionedFigure(child, node.type === 'element' ? node : undefined)
    if (figure) {
      left ??= new Map()
      left.set(child, figure)
    }
    stack.push({
      node: child,
      link: child.tagName === 'a' && typeof href === 'string' ? href : link,
      next: after,
      frame: child.tagName === 'figure' ? child : (figure ?? frame),
    })
  }
  if (!left) return
  const changed = left
  node.children = (node.children as ElementContent[]).flatMap((child) => {
    if (!changed.has(child)) return [child]
    const other = changed.get(child)
    return other ? [other] : []
  })
}

/** Elements that scripts turn into players and charts. */
const PLACES = new Set(['div', 'oembed', 'span', 'video', 'video-js'])
/**
 * Maximum text in such an element, in characters: a button, a title, a note to browsers. One with more text is part of
 * the article.
 */
const MAX_PLACE_TEXT = 200

/** Elements that may be decoration. */
const MEDIA = new Set(['embed', 'iframe', 'img', 'object'])

function settle(
  element: Element,
  picture: Element | undefined,
  next: readonly ElementContent[],
  link: string | undefined,
): void {
  const {tagName} = element
  const standard = STANDARD_ELEMENTS[tagName]
  const byId = EMBEDS_BY_ID[tagName]
  if (standard) element.tagName = standard
  else if (byId) toEmbed(element, idOf(element, byId.id), byId.address)
  const placed = PLACES.has(tagName) ? embedAddress(element) : undefined
  if (placed !== undefined && textIn(element, MAX_PLACE_TEXT + 1).length <= MAX_PLACE_TEXT) {
    toEmbed(element, placed, (address) => address)
    return
  }
  if (element.tagName === 'img') setImageAddress(element, {picture, next, link})
  else if (element.properties.className !== undefined && isFrame(element)) toFigure(element)
  else if (tagName === 'blockquote' || tagName === 'div') {
    const address = quotedPost(element, () => linksIn(element))
    if (address) quoteToEmbed(element, address)
  }
}

const hasClass = ({properties}: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name)

/** What common publishing systems used before HTML had figures: a group, a list entry, a table. */
const FRAMES = [
  ['div', 'wp-caption'],
  ['dl', 'gallery-item'],
  ['table', 'tr-caption-container'],
] as const
const isFrame = (element: Element): boolean =>
  FRAMES.some(([name, className]) => element.tagName === name && hasClass(element, className))
const CAPTIONS = ['wp-caption-text', 'gallery-caption', 'tr-caption']
/** Elements that mean nothing outside a description list or table. */
const PARTS = new Set(['dd', 'dt', 'tbody', 'td', 'tr'])

function toFigure(frame: Element): void {
  const stack: Element[] = [frame]
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (const child of element.children) {
      if (child.type !== 'element') continue
      if (CAPTIONS.some((name) => hasClass(child, name))) child.tagName = 'figcaption'
      else if (PARTS.has(child.tagName)) child.tagName = 'div'
      else if (frame.tagName === 'div') continue
      stack.push(child)
    }
  }
  frame.tagName = 'figure'
}

function idOf({properties}: Element, names: readonly string[]): string | undefined {
  const found = names
    .map((name) => properties[name])
    .find((value) => typeof value === 'string' && EMBED_ID.test(value))
  return typeof found === 'string' ? found : undefined
}

function toEmbed(element: Element, id: string | undefined, address: (id: string) => string): void {
  if (id === undefined) return
  element.tagName = 'iframe'
  element.properties = {src: address(id)}
}

/** Turn a quotation into an embed with the quoted text as its caption. */
function quoteToEmbed(element: Element, address: string): void {
  const embed: Element = {
    type: 'element',
    tagName: 'iframe',
    properties: {src: address},
    children: [],
    ...(element.position && {position: element.position}),
  }
  const caption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: element.children,
  }
  element.tagName = 'figure'
  element.properties = {}
  element.children = [embed, caption]
}

function linksIn(element: Element): string[] {
  const links: string[] = []
  const stack: ElementContent[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (node.tagName === 'a' && typeof node.properties.href === 'string') links.push(node.properties.href)
    for (const child of node.children.toReversed()) stack.push(child)
  }
  return links
}
