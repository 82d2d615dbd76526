/** Captions that are only in an attribute, for a script that shows an image large. */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import {textFrom} from './attachments.ts'
import {within} from './nodes.ts'

const NAMES = ['dataCaption', 'dataImageCaption', 'dataCaptionText'] as const
/** Longest caption, in characters. */
const MAX_LENGTH = 1000

/** The caption of an image or of a link around one, from its data; undefined if it has none. */
function captionOf({properties}: Element): string | undefined {
  for (const name of NAMES) {
    const value = properties[name]
    if (typeof value !== 'string' || value.length > MAX_LENGTH) continue
    const text = value
      .replace(/<[^<>]{0,300}>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (/\p{L}/u.test(text)) return text
  }
  return undefined
}

/** The figure of an image, or of a link around one, with a caption in its data; undefined for anything else. */
export function captionedFigure(element: Element, parent: Element | undefined): Element | undefined {
  const {tagName} = element
  if (tagName !== 'img' && tagName !== 'picture' && tagName !== 'a' && tagName !== 'div') return undefined
  const caption = captionOf(element)
  if (caption === undefined || (tagName !== 'img' && !hasImage(element))) return undefined
  // The page may show it as well.
  if (textIn(element).includes(caption) || (parent && textIn(parent).includes(caption))) return undefined
  return figureOf(element, caption)
}

/** Give a figure without a caption the one in its own data, or in that of its image, in place. */
export function captionFigure(figure: Element): void {
  const inner = [...within(figure)]
  if (inner.some(({tagName}) => tagName === 'figcaption' || tagName === 'figure')) return
  const holder = [figure, ...inner].find((one) => captionOf(one) !== undefined)
  const caption = holder && captionOf(holder)
  if (!holder || caption === undefined || textIn(figure).includes(caption) || !hasImage(figure)) return
  figure.children.push(captionElement(holder, caption))
}

const hasImage = (element: Element): boolean => {
  for (const {tagName} of within(element)) if (tagName === 'img') return true
  return false
}

const captionElement = (from: Element, caption: string): Element => ({
  type: 'element',
  tagName: 'figcaption',
  properties: {},
  children: [textFrom(from, caption)],
})

const figureOf = (element: Element, caption: string): Element => ({
  type: 'element',
  tagName: 'figure',
  properties: {},
  children: [element, captionElement(element, caption)],
  ...(element.position && {position: element.position}),
})
