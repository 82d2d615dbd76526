/**
 * Turn captions, in the many forms in which sites write them, into `figcaption` of their `figure`, so that no caption
 * is mistaken for a paragraph. The text stays as it is and where it is.
 */
import type {Element} from 'hast'

const CAPTION =
  /(?:^|[-_])(?:wp-caption-text|(?:image|img|photo|figure|media|news|picture|pic|bild|foto|slide)?[-_]?captions?(?:[-_](?:text|full|content|inner))?|legend|bildunterschrift|bildtext|imagetext|didascalia|pie-?de-?foto|legende)$/i
const CREDIT =
  /(?:^|[-_])(?:credits?|copyright|photographer|image-?source|photo-?by|attribution|bildquelle)(?:$|[-_])/i
const MEDIA = new Set('audio embed iframe img object picture video'.split(' '))
/** Elements that may become a figure around an image and its caption. */
const FRAMES = new Set('a center div li p section span'.split(' '))
/** Elements that are a caption by position, without a name. */
const TEXT_ELEMENTS = new Set('cite div h2 h3 h4 h5 h6 p small span'.split(' '))
const STRUCTURED = new Set('blockquote dl ol pre table ul'.split(' '))
/** Maximum number of levels between a caption and the element that holds it and the image. */
const MAX_LEVELS = 4
/** Maximum text of a frame besides the caption, in characters. */
const MAX_OTHER_TEXT = 60

interface Node {
  element: Element
  /** Position in document order. */
  index: number
  /** Position after its last descendant. */
  end: number
  parent: Node | undefined
  text: number
  media: number
  structured: boolean
}

const hasClass = ({properties}: Element, pattern: RegExp): boolean =>
  Array.isArray(properties.className) && properties.className.some((name) => pattern.test(String(name)))

/** Mark the captions under a container, in place. */
export function markCaptions(container: Element): void {
  const order = measure(container)
  let marked = 0
  for (const node of order) {
    // A figure in another one is marked with it.
    if (node.index < marked || node.element.tagName !== 'figure' || !isMarkable(node)) continue
    markFigure(node, order)
    marked = node.end
  }
  for (const node of order) {
    const {element} = node
    if (element.tagName === 'figcaption' || !TEXT_ELEMENTS.has(element.tagName) || node.text === 0) continue
    if (!isNamedCaption(element) || isWithin(node, 'figcaption') || node.media > 0) continue
    const frame = frameOf(node)
    if (!frame) continue
    if (frame.element.tagName === 'figure') element.tagName = 'figcaption'
    else {
      frame.element.tagName = 'figure'
      if (isMarkable(frame)) markFigure(frame, order)
    }
  }
}

/** Whether an element is named as a caption or credit. Small print beside an image, with nothing else, is about it. */
const isNamedCaption = (element: Element): boolean =>
  element.tagName === 'small' || hasClass(element, CAPTION) || hasClass(element, CREDIT)

/** List the elements in document order, each with measures of its content. */
function measure(container: Element): Node[] {
  const order: Node[] = []
  const stack: {element: Element; parent: Node | undefined}[] = [{element: container, parent: undefined}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {element, parent} = top
    const node: Node = {
      element,
      index: order.length,
      end: order.length + 1,
      parent,
      text: 0,
      media: MEDIA.has(element.tagName) ? 1 : 0,
      structured: STRUCTURED.has(element.tagName),
    }
    order.push(node)
    for (const child of element.children) if (child.type === 'text') node.text += child.value.trim().length
    for (const child of element.children.toReversed())
      if (child.type === 'element') stack.push({element: child, parent: node})
  }
  for (const {parent, end, text, media, structured} of order.toReversed()) {
    if (!parent) continue
    parent.end = Math.max(parent.end, end)
    parent.text += text
    parent.media += media
    parent.structured ||= structured
  }
  return order
}

/** Whether a figure holds an image, and no list or table, so that its other words are a caption. */
const isMarkable = ({structured, media}: Node): boolean => !structured && media > 0

/** Make captions of the other words in a figure; words that name the source of the image become its credit. */
function markFigure(figure: Node, order: readonly Node[]): void {
  for (const node of order.slice(figure.index + 1, figure.end)) {
    const {element} = node
    if (node.text === 0 || node.media > 0 || !TEXT_ELEMENTS.has(element.tagName)) continue
    if (isWithin(node, 'figcaption') || isWithin(node, 'button')) continue
    if (element.tagName === 'cite' || hasClass(element, CREDIT)) {
      element.children = [
        {type: 'element', tagName: 'span', properties: {className: ['credit']}, children: element.children},
      ]
    }
    element.tagName = 'figcaption'
  }
}

function isWithin(node: Node, tagName: string): boolean {
  for (let up = node.parent; up; up = up.parent) if (up.element.tagName === tagName) return true
  return false
}

/** Find the nearest element that holds an image besides the caption, and little else. */
function frameOf(caption: Node): Node | undefined {
  let frame = caption.parent
  for (let up = 0; up < MAX_LEVELS && frame?.parent; up++, frame = frame.parent) {
    if (frame.element.tagName === 'figure') return frame
    if (frame.media === 0) continue
    return FRAMES.has(frame.element.tagName) &&
      !frame.structured &&
      frame.text <= caption.text + MAX_OTHER_TEXT
      ? frame
      : undefined
  }
  return undefined
}
