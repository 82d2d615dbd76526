/** Cards for the page of someone else: a bookmark, a preview of a link. Only its title and its address are the author's. */
import type {Element, ElementContent} from 'hast'
import {textIn} from '../element-text.ts'
import {hasClass, type Leaving, shownIn, within} from './nodes.ts'
import {addressIn} from './providers.ts'

/** Classes of a card: Ghost, Notion, Medium, Editor.js, Iframely and others. */
const CARD =
  /^(?:kg-bookmark-card|bookmark(?:-card)?|(?:graf--)?mixtapeEmbed|link-?card|link-?preview|link-tool(?:__content)?|blog-?card|rich-?link(?:-card)?|url-preview|embed-card|iframely-embed)$/i
const TITLE = /(?:^|[-_])(?:title|headline)(?:$|[-_])/i
/** Maximum text of a card, in characters. */
const MAX_TEXT = 900

/** Make a card an embed with its title as the caption, in place; what else it shows is `leaving`. */
export function readCard(element: Element, leaving: Leaving): boolean {
  if (!hasClass(element, CARD)) return false
  const inner = [...within(element)]
  if (inner.some(({tagName}) => tagName === 'iframe' || tagName === 'video')) return false
  const links = new Set(
    [element, ...inner].flatMap(({tagName, properties}) =>
      tagName === 'a' && typeof properties.href === 'string' ? [properties.href] : [],
    ),
  )
  const [href] = links
  if (links.size !== 1 || href === undefined || addressIn(href) === undefined) return false
  if (textIn(element, MAX_TEXT + 1).length > MAX_TEXT) return false
  const link = [element, ...inner].find(({tagName}) => tagName === 'a') ?? element
  const title =
    inner.find((one) => hasClass(one, TITLE)) ??
    inner.find(({tagName}) => /^(?:h\d|strong|b)$/.test(tagName)) ??
    link
  const caption = inner.find(({tagName}) => tagName === 'figcaption')
  leaving(
    element,
    [title, ...(caption ? [caption] : [])],
    'what the preview of another page shows besides its title',
  )
  toEmbed(element, addressIn(href) ?? href, [title, ...(caption ? [caption] : [])])
  return true
}

/** Turn an element into a figure with an embed, and a caption for each of some elements. */
export function toEmbed(element: Element, address: string, captions: readonly Element[]): void {
  const {position} = element
  const lines = captions
    .filter((one) => textIn(one) !== '')
    .map((one): ElementContent => ({...one, tagName: 'figcaption', properties: {}, children: shownIn(one)}))
  element.tagName = lines.length > 0 ? 'figure' : 'iframe'
  const embed: Element = {
    type: 'element',
    tagName: 'iframe',
    properties: {src: address},
    children: [],
    ...(position && {position}),
  }
  element.properties = lines.length > 0 ? {} : embed.properties
  element.children = lines.length > 0 ? [embed, ...lines] : []
}
