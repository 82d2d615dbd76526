/** Quotations and who said them. */
import type {Element, ElementContent, Root, Text} from 'hast'
import {elementsIn, hasClass, isBlank, made, within} from './hast.ts'

/** Classes of a quotation that is set apart from the text. */
const PULLED = /^(?:wp-block-)?(?:[a-z]+[-_]{1,2})?pull-?(?:ed-)?quote$/i
/** Classes of the line that names the speaker. */
const SPEAKER = /(?:^|[-_])(?:cite|citation|attribution|source|author|speaker|byline|credit)(?:$|[-_])/i
const MEDIA = new Set('audio embed iframe img object picture pre table video'.split(' '))

/** Elements that frame a quotation with its speaker. */
const FRAMES = new Set('aside div figure section'.split(' '))
/** Longest name of a speaker, in characters. */
const MAX_SPEAKER = 120
const DASHED = /^\s*[-–—―]{1,2}\s*\p{L}/u

/** Make a frame around a quotation, or the text of a pull quote, a quotation that ends with its speaker. In place. */
export function readQuoteFrame(frame: Element): void {
  if (!FRAMES.has(frame.tagName)) return
  const isPulled = hasClass(frame, PULLED)
  if (!isPulled && frame.tagName !== 'figure' && frame.tagName !== 'aside') return
  const inner = [...within(frame)]
  if (inner.some(({tagName}) => MEDIA.has(tagName))) return
  const quotes = inner.filter(({tagName}) => tagName === 'blockquote')
  if (quotes.length === 0) {
    if (isPulled) frame.tagName = 'blockquote'
    return
  }
  const quote = elementsIn(frame).findLast(({tagName}) => tagName === 'blockquote')
  if (!quote) return
  const at = frame.children.indexOf(quote)
  const after = frame.children.slice(at + 1)
  const isSpeaker = after.every(
    (child) =>
      isBlank(child) ||
      (child.type === 'element' && (isSpeakerLine(child) || child.tagName === 'figcaption')),
  )
  if (!isSpeaker) return
  frame.tagName = 'div'
  frame.children.length = at + 1
  for (const child of after) if (child.type === 'element') quote.children.push(asLine(child))
}

const isSpeakerLine = (element: Element): boolean =>
  element.tagName === 'cite' || element.tagName === 'footer' || hasClass(element, SPEAKER)

/** The line of a speaker as a block of its own. A caption in a quotation has no figure any more. */
const asLine = (line: Element): Element => {
  if (line.tagName === 'figcaption' || line.tagName === 'footer') return asSpeaker({...line, tagName: 'p'})
  return line.tagName === 'cite' ? asSpeaker(made('p', [line], line)) : line
}

/** Mark a paragraph as the line of a speaker: its dash is no bullet. */
const asSpeaker = (line: Element): Element => ({...line, properties: {...line.properties, dataSpeaker: ''}})

/** Put what follows a quotation and names its speaker into it, among the children of a node, in place. */
export function attachSpeakers(node: Element | Root): void {
  const children = node.children as ElementContent[]
  const kept: ElementContent[] = []
  let quote: ElementContent | undefined
  for (const [index, child] of children.entries()) {
    if (
      quote?.type === 'element' &&
      quote.tagName === 'blockquote' &&
      namesSpeaker(child, children[index + 1])
    ) {
      quote.children.push(child.type === 'element' ? asLine(child) : asSpeaker(made('p', [child], child)))
      continue
    }
    kept.push(child)
    if (!isBlank(child)) quote = child
  }
  if (kept.length < children.length) node.children = kept
}

function namesSpeaker(node: ElementContent, next: ElementContent | undefined): boolean {
  if (node.type === 'element') return node.tagName === 'cite'
  // Loose text, as editorjs-html writes it; a sentence that begins with a dash has more than a name.
  return node.type === 'text' && (next === undefined || next.type === 'element') && isDashedName(node)
}

const isDashedName = ({value}: Text): boolean =>
  value.length <= MAX_SPEAKER && DASHED.test(value) && !/[.!?]\s/.test(value)
