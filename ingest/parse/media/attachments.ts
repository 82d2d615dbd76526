/** Attachments of Trix and Action Text, and media of Drupal: their data as images, links and captions. */
import type {Element, ElementContent, Properties} from 'hast'
import {setText} from '../trace/attach.ts'
import {extentOf} from '../trace/extent.ts'
import {hasClass, type Leaving, within} from './nodes.ts'

/** Elements of publishing systems that stand for media, and the properties with what is known of it. */
const ELEMENTS = new Set(['action-text-attachment', 'drupal-entity', 'drupal-media'])
/** Longest data that is read, in characters. */
const MAX_DATA = 10_000

/** Give an attachment the elements that HTML has for it, in place. True if it was one. */
export function readAttachment(element: Element, leaving: Leaving): boolean {
  const {tagName, properties} = element
  if (ELEMENTS.has(tagName)) {
    readElement(element)
    return true
  }
  if (
    tagName !== 'figure' ||
    (properties.dataTrixAttachment === undefined && !hasClass(element, /^attachment$/))
  )
    return false
  const data = dataIn(properties.dataTrixAttachment)
  const inner = [...within(element)]
  const caption = inner.find((one) => one.tagName === 'figcaption')
  const isNamed = caption && [...within(caption)].some((one) => hasClass(one, /^attachment__(?:name|size)$/))
  const hasImage = inner.some((one) => one.tagName === 'img' && typeof one.properties.src === 'string')
  const url = addressOf(data.url ?? data.href)
  if (hasImage) {
    // The name and size of the file are no caption.
    if (caption && isNamed) {
      leaving(caption, [], 'the name and size of a file')
      remove(element, caption)
    }
    return false
  }
  if (url === undefined) return false
  const isImage = /^image\//.test(String(data.contentType ?? properties.dataTrixContentType ?? ''))
  if (isImage) element.children.unshift(image(element, url, undefined))
  else if (caption) toLink(element, caption, url)
  return false
}

/** The name of a file as a link to it. */
function toLink(element: Element, caption: Element, url: string): void {
  element.tagName = 'p'
  element.properties = {}
  element.children = [{type: 'element', tagName: 'a', properties: {href: url}, children: caption.children}]
}

function readElement(element: Element): void {
  const {properties} = element
  const url = addressOf(properties.url ?? properties.src ?? properties.dataSrc)
  const type = String(properties.contentType ?? properties['content-type'] ?? '')
  const name = textOf(properties.filename) ?? textOf(properties.fileName)
  const caption = textOf(properties.caption) ?? textOf(properties.dataCaption)
  const isImage = type === '' || type.startsWith('image/')
  const children: ElementContent[] = [...element.children]
  if (url !== undefined && children.length === 0 && isImage)
    children.push(image(element, url, textOf(properties.alt)))
  else if (url !== undefined && children.length === 0 && name !== undefined)
    children.push({
      type: 'element',
      tagName: 'a',
      properties: {href: url},
      children: [textFrom(element, caption ?? name)],
    })
  // Without an address only its place is known; the element is kept for the station that reports it.
  else if (children.length === 0)
    children.push({
      type: 'element',
      tagName: 'img',
      properties: {src: LOST, alt: textOf(properties.alt) ?? ''},
      children: [],
      ...(element.position && {position: element.position}),
    })
  element.tagName = 'figure'
  element.properties = {}
  if (caption !== undefined && isImage)
    children.push({
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [textFrom(element, caption)],
    })
  element.children = children
}

/** An address that no image has: what a system's own id names is not in the page. */
const LOST = 'about:blank#media'

const image = ({position}: Element, src: string, alt: string | undefined): Element => ({
  type: 'element',
  tagName: 'img',
  properties: {src, ...(alt === undefined ? {} : {alt})},
  children: [],
  ...(position && {position}),
})

/** Text of an attribute, with the place of its element in the source. */
export function textFrom(element: Element, value: string): ElementContent {
  const text: ElementContent = {type: 'text', value, ...(element.position && {position: element.position})}
  const {position} = element
  const extent = extentOf({...element, children: []})
  if (extent && position) setText(text, {value, origin: [{length: value.length, ...extent, copied: false}]})
  return text
}

function remove(from: Element, what: Element): void {
  for (const element of [from, ...within(from)]) {
    if (element.children.includes(what)) element.children = element.children.filter((child) => child !== what)
  }
}

function dataIn(value: Properties[string]): Record<string, unknown> {
  if (typeof value !== 'string' || value.length > MAX_DATA) return {}
  try {
    const data: unknown = JSON.parse(value)
    return typeof data === 'object' && data !== null ? {...data} : {}
  } catch {
    // Data that is cut off says nothing.
    return {}
  }
}

const addressOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(?:https?:)?\/{1,2}[^\s]{1,2000}$/i.test(value) ? value : undefined

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
