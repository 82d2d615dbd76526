/**
 * Beginnings of a paragraph that designs set apart in elements of their own: an initial (“T” before “he harbour”), and
 * the place and agency of a report (“HARBOUR TOWN (GW) —”). Alone they look like labels; they are put back into the paragraph.
 */
import type {Element, ElementContent, Text} from 'hast'
import {textIn} from '../element-text.ts'
import {setText} from '../trace/attach.ts'
import {extentOf} from '../trace/extent.ts'

/** Class names of an initial. */
const INITIAL =
  /(?:^|[-_])(?:drop-?caps?|dropped-?cap|initial(?:-?cap)?|lettrine|first-?letter|big-?letter|versal|kapit[aä]lchen)(?:$|[-_])/i
/** Maximum length of an initial with its quotation mark or article, in characters. */
const MAX_INITIAL = 4
/** Place and agency before the first words of a report. */
const PLACE =
  /^(?:\p{Lu}{2}[\p{Lu}\p{N}\s.,'’/-]{0,40}(?:\([^()]{2,20}\)\s?)?|\p{Lu}[^()—–.!?]{1,40}\([^()]{2,20}\)\s?)[—–]$/u
const BLOCKS = new Set('div p section span'.split(' '))
const BOXES = new Set('article div section'.split(' '))

/** Whether a line is the place and agency before the first words of a report. */
export const isPlaceOfReport = (text: string): boolean => PLACE.test(text)

/** Put such beginnings into the paragraphs that they begin, in place. Only neighbours are looked at. */
export function joinOpenings(container: Element): void {
  const stack: Element[] = [container]
  for (let element = stack.pop(); element; element = stack.pop()) {
    let moved: Set<ElementContent> | undefined
    for (const [index, child] of element.children.entries()) {
      if (child.type !== 'element') continue
      stack.push(child)
      const opening = BLOCKS.has(child.tagName) ? openingOf(child) : undefined
      if (!opening) continue
      const next = firstParagraph(nextElement(element.children, index))
      if (next?.tagName !== 'p' || !(opening === 'place' || beginsLower(next))) continue
      next.children = [
        ...child.children,
        ...(opening === 'place' ? [spaceAfter(child)] : []),
        ...next.children,
      ]
      moved ??= new Set()
      moved.add(child)
    }
    if (moved) element.children = element.children.filter((child) => !moved.has(child))
  }
}

/** The white space that the end of a block implies, with its place in the source. */
function spaceAfter(element: Element): Text {
  const at = extentOf(element)?.end ?? 0
  const text: Text = {type: 'text', value: ' ', ...(element.position && {position: element.position})}
  setText(text, {value: ' ', origin: [{length: 1, start: at, end: at, copied: false}]})
  return text
}

function openingOf(element: Element): 'initial' | 'place' | undefined {
  const {className} = element.properties
  const text = textIn(element, 80)
  if (text === '' || text.length > 64) return undefined
  if (
    text.length <= MAX_INITIAL &&
    Array.isArray(className) &&
    className.some((name) => INITIAL.test(String(name)))
  )
    return 'initial'
  return isPlaceOfReport(text) && element.children.every(({type}) => type === 'text') ? 'place' : undefined
}

const beginsLower = (element: Element): boolean => /^[\p{Ll}’']/u.test(textIn(element, 20))

/** Maximum depth of a paragraph in the boxes that begin with it. */
const MAX_DEPTH = 4

/** The paragraph that an element is, or that the box begins with. */
function firstParagraph(element: Element | undefined): Element | undefined {
  let found = element
  for (let depth = 0; found && BOXES.has(found.tagName) && depth < MAX_DEPTH; depth++)
    found = nextElement(found.children, -1)
  return found
}

function nextElement(siblings: readonly ElementContent[], index: number): Element | undefined {
  for (const node of siblings.slice(index + 1, index + 4)) {
    if (node.type === 'element') return node
    if (node.type === 'text' && node.value.trim() !== '') return undefined
  }
  return undefined
}
