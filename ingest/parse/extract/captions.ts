/**
 * Captions in the many forms that sites write them become `figcaption` of the `figure` they belong to, so that no caption is
 * taken for a paragraph. Text stays as it is and where it is.
 */
import type {Element} from 'hast'

const CAPTION =
  /(?:^|[-_])(?:wp-caption-text|(?:image|img|photo|figure|media|news|picture|pic|bild|foto|slide)?[-_]?captions?(?:[-_](?:text|full|content|inner))?|legend|bildunterschrift|bildtext|imagetext|didascalia|pie-?de-?foto|legende)$/i
const CREDIT =
  /(?:^|[-_])(?:credits?|copyright|photographer|image-?source|photo-?by|attribution|bildquelle)(?:$|[-_])/i
const MEDIA = new Set('audio embed iframe img object picture video'.split(' '))
/** What may become a figure round an image and its caption. */
const FRAMES = new Set('a center div li p section span'.split(' '))
/** What is a caption by its place, without a name. */
const WORDY = new Set('cite div h2 h3 h4 h5 h6 p small span'.split(' '))
const STRUCTURED = new Set('blockquote dl ol pre table ul'.split(' '))
/** Levels between a caption and what holds it and the image. */
const HIGHEST = 4
/** Text of a frame besides the caption, in characters: more is no frame. */
const BESIDE = 60

interface Node {
  element: Element
  /** In document order. */
  index: number
  parent: Node | undefined
  text: number
  media: number
  structured: boolean
}

const hasClass = ({properties}: Element, pattern: RegExp): boolean =>
  Array.isArray(properties.className) && properties.className.some((name) => pattern.test(String(name)))

/** In place. */
export function markCaptions(container: Element): void {
  const order = measured(container)
  for (const node of order) if (node.element.tagName === 'figure') settleFigure(node, order)
  for (const node of order) {
    const {element} = node
    if (element.tagName === 'figcaption' || !WORDY.has(element.tagName) || node.text === 0) continue
    if (!isNamedCaption(element) || isWithin(node, 'figcaption') || node.media > 0) continue
    const frame = frameOf(node)
    if (!frame) continue
    if (frame.element.tagName === 'figure') element.tagName = 'figcaption'
    else {
      frame.element.tagName = 'figure'
      settleFigure(frame, order)
    }
  }
}

/** Small print beside an image and nothing else is about it, as is what says who took it. */
const isNamedCaption = (element: Element): boolean =>
  element.tagName === 'small' || hasClass(element, CAPTION) || hasClass(element, CREDIT)

/** Elements in document order, each with what it holds. */
function measured(container: Element): Node[] {
  const order: Node[] = []
  const stack: {element: Element; parent: Node | undefined}[] = [{element: container, parent: undefined}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {element, parent} = top
    const node: Node = {
      element,
      index: order.length,
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
  for (const {parent, text, media, structured} of order.toReversed()) {
    if (!parent) continue
    parent.text += text
    parent.media += media
    parent.structured ||= structured
  }
  return order
}

/** Words in a figure that stand in no caption are one; those that name where the image is from are its credit. */
function settleFigure(figure: Node, order: readonly Node[]): void {
  if (figure.structured || figure.media === 0) return
  for (let index = figure.index + 1; index < order.length; index++) {
    const node = order[index]
    if (!node || !holds(figure, node)) break
    const {element} = node
    if (node.text === 0 || node.media > 0 || !WORDY.has(element.tagName)) continue
    if (isWithin(node, 'figcaption') || isWithin(node, 'button')) continue
    if (element.tagName === 'cite' || hasClass(element, CREDIT)) {
      element.children = [
        {type: 'element', tagName: 'span', properties: {className: ['credit']}, children: element.children},
      ]
    }
    element.tagName = 'figcaption'
  }
}

function holds(outer: Node, node: Node): boolean {
  for (let up = node.parent; up; up = up.parent) if (up === outer) return true
  return false
}

function isWithin(node: Node, tagName: string): boolean {
  for (let up = node.parent; up; up = up.parent) if (up.element.tagName === tagName) return true
  return false
}

/** The nearest element that holds an image besides the caption, and little else. */
function frameOf(caption: Node): Node | undefined {
  let frame = caption.parent
  for (let up = 0; up < HIGHEST && frame?.parent; up++, frame = frame.parent) {
    if (frame.element.tagName === 'figure') return frame
    if (frame.media === 0) continue
    return FRAMES.has(frame.element.tagName) && !frame.structured && frame.text <= caption.text + BESIDE
      ? frame
      : undefined
  }
  return undefined
}
