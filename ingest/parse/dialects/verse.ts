/** Lines that only a style sheet puts below each other, as in verse. */
import type {Element, ElementContent} from 'hast'
import {classesOf, isBlank, made, styleOf} from './hast.ts'

/** Classes of a line of verse. */
const LINE = /^(?:(?:verse|poem|poetry|stanza|song|lyrics?)[-_]{1,2}line|line|l|long-line|verse|v)$/i

/** Elements that are lines only by a style. */
const PHRASES = new Set(['em', 'i', 'span', 'strong'])

/** Put a break between the lines of an element that consists of such lines, in place. */
export function breakLines(element: Element): void {
  const {children} = element
  const lines = children.filter((child): child is Element => child.type === 'element' && isLine(child))
  if (lines.length < 2) return
  // Text beside the lines shows that the class means something else.
  const isWhole = children.every(
    (child) => isBlank(child) || (child.type === 'element' && (isLine(child) || child.tagName === 'br')),
  )
  if (!isWhole) return
  const broken: ElementContent[] = []
  let last: ElementContent | undefined
  for (const child of children) {
    const needsBreak =
      last?.type === 'element' && last.tagName !== 'br' && child.type === 'element' && child.tagName !== 'br'
    if (needsBreak) broken.push(breakBefore(child))
    broken.push(child)
    if (!isBlank(child)) last = child
  }
  element.children = broken
}

/** A break in the place where a line begins. */
function breakBefore({position}: ElementContent): Element {
  const line = made('br', [], undefined)
  return position ? {...line, position: {start: position.start, end: position.start}} : line
}

const isLine = (element: Element): boolean =>
  PHRASES.has(element.tagName) &&
  (styleOf(element, 'display') === 'block' || classesOf(element).some((name) => LINE.test(name)))
