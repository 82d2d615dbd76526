/**
 * Buttons that open a section of the text: in a list of questions each question is a button, and its answer the panel that
 * the button controls (the accordion and disclosure patterns of the ARIA Authoring Practices).
 */
import type {Element} from 'hast'
import {textIn} from './element-text.ts'

/** Minimum and maximum length of a question, in characters. */
const MIN_LENGTH = 12
const MAX_LENGTH = 300
/** Maximum number of elements searched for a heading. */
const MAX_SEARCHED = 20

/** Whether a button is the heading of the section that it opens: it says so by its states, and holds a heading or a question. */
export function isDisclosure(element: Element): boolean {
  const {tagName, properties} = element
  if (tagName !== 'button' && properties.role !== 'button') return false
  if (properties.ariaExpanded === undefined && properties.ariaControls === undefined) return false
  const text = textIn(element, MAX_LENGTH + 1)
  if (text.length < MIN_LENGTH || text.length > MAX_LENGTH) return false
  return /[?？؟]$/u.test(text) || holdsHeading(element)
}

function holdsHeading(element: Element): boolean {
  const stack: Element[] = [element]
  for (let seen = 0, top = stack.pop(); top && seen < MAX_SEARCHED; seen++, top = stack.pop()) {
    if (/^h[2-6]$/.test(top.tagName)) return true
    for (const child of top.children) if (child.type === 'element') stack.push(child)
  }
  return false
}
