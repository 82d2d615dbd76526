/**
 * Makes plain images and embeds of what a page has in their place until its scripts run: lazy images and their twins in `noscript`, elements of AMP, and
 * quotations that stand for a post. Before the article is chosen, since `noscript` is no part of it.
 */
import type {Element, ElementContent, Root} from 'hast'
import {BY_ID, ID, postOf, STANDS_FOR} from './embeds.ts'
import {widest} from './srcset.ts'

/** Transform of a unified processor. */
export default function settleMedia() {
  return (tree: Root): void => {
    const stack: (Root | Element)[] = [tree]
    for (let node = stack.pop(); node; node = stack.pop()) {
      for (const [index, child] of node.children.entries()) {
        if (child.type !== 'element') continue
        settle(child, node.children.slice(index + 1, index + 4) as ElementContent[])
        stack.push(child)
      }
    }
  }
}

function settle(element: Element, next: readonly ElementContent[]): void {
  const {tagName} = element
  const standard = STANDS_FOR[tagName]
  const byId = BY_ID[tagName]
  if (standard) element.tagName = standard
  else if (byId) toEmbed(element, idOf(element, byId.id), byId.address)
  if (element.tagName === 'img') findAddress(element, next)
  else if (tagName === 'div' && hasClass(element, 'wp-caption')) toFigure(element)
  else if (tagName === 'blockquote' || tagName === 'div') {
    const address = postOf(element, () => linksIn(element))
    if (address) quoteToEmbed(element, address)
  }
}

const hasClass = ({properties}: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name)

/** What the most common publishing system wrote before HTML had figures. */
function toFigure(element: Element): void {
  element.tagName = 'figure'
  for (const child of element.children) {
    if (child.type === 'element' && hasClass(child, 'wp-caption-text')) child.tagName = 'figcaption'
  }
}

/** Attributes that scripts read the address of an image from. */
const LAZY = [
  'dataSrc',
  'dataLazySrc',
  'dataOriginal',
  'dataLazy',
  'dataHiRes',
  'dataFullSrc',
  'dataImgSrc',
] as const
const SETS = ['srcSet', 'dataSrcset', 'dataLazySrcset', 'dataSrcSet'] as const

/**
 * An image takes the widest of what it offers, since an editor can make it smaller and not larger; else its own address, what loads it
 * late, or its twin for readers without scripts.
 */
function findAddress(image: Element, next: readonly ElementContent[]): void {
  const own = [image.properties.src, ...LAZY.map((name) => image.properties[name])].find(isAddress)
  const found = offered(image, own !== undefined) ?? own ?? twinOf(next)
  if (found !== undefined) image.properties.src = found
}

/** The widest of a set of addresses; with `sized`, of a set that says how wide they are. */
function offered({properties}: Element, sized: boolean): string | undefined {
  for (const name of SETS) {
    const value = properties[name]
    const set = Array.isArray(value) ? value.join(', ') : value
    if (typeof set !== 'string' || (sized && !/\s[\d.]{1,9}[wx]\b/i.test(set))) continue
    const best = widest(set)
    if (isAddress(best)) return best
  }
  return undefined
}

/** The image in a `noscript` that follows, only white space between. */
function twinOf(next: readonly ElementContent[]): string | undefined {
  const follower = next.find((node) => node.type !== 'text' || node.value.trim() !== '')
  if (follower?.type !== 'element' || follower.tagName !== 'noscript') return undefined
  for (const child of follower.children) {
    if (child.type !== 'element' || child.tagName !== 'img') continue
    if (isAddress(child.properties.src)) return child.properties.src
  }
  return undefined
}

/** Placeholders are pictures in the address itself. */
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && !/^(?:data|about|blob):/i.test(value.trim())

function idOf({properties}: Element, names: readonly string[]): string | undefined {
  const found = names
    .map((name) => properties[name])
    .find((value) => typeof value === 'string' && ID.test(value))
  return typeof found === 'string' ? found : undefined
}

function toEmbed(element: Element, id: string | undefined, address: (id: string) => string): void {
  if (id === undefined) return
  element.tagName = 'iframe'
  element.properties = {src: address(id)}
}

/** What the quotation says is the caption of the embed. */
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
