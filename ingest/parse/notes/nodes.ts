/** Nodes that a note needs and the source does not write: all know their place in it. */
import type {Element, ElementContent, Text} from 'hast'
import type {SourceRange} from '../trace/traced-text.ts'

/** A text with the place of a range of the source. */
export const textAt = (value: string, {start, end}: SourceRange): Text => ({
  type: 'text',
  value,
  data: {origin: [{length: value.length, start, end, copied: false}]},
})

/** A space between two words that the markup keeps apart. */
export const spaceAt = (offset: number): Text => textAt(' ', {start: offset, end: offset})

/** An element in the place of another. */
export const elementAt = (tagName: string, {position}: Element, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
  ...(position && {position}),
})

/** The range of an element. */
export const rangeOf = ({position}: Element): SourceRange => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? position?.start.offset ?? 0,
})

/** Whether a node shows nothing by itself. */
export const isBlank = (node: ElementContent): boolean =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')

/** Whether an element shows any text. */
export function hasText(element: Element): boolean {
  const stack: ElementContent[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text' && node.value.trim() !== '') return true
    if (node.type === 'element') for (const child of node.children) stack.push(child)
  }
  return false
}
