/** Lines of verse: those that only a style sheet puts below each other, and those that are blocks of their own. */
import type {Element, ElementContent} from 'hast'
import {EMBEDDED, PHRASING} from '../markdown/elements.ts'
import {classesOf, isBlank, made, styleOf} from './hast.ts'

/** Classes of a line of verse. */
const LINE = /^(?:(?:verse|poem|poetry|stanza|song|lyrics?)[-_]{1,2}line|line|l|long-line|verse|v)$/i

/** Elements that are lines only by a style. */
const PHRASES = new Set(['em', 'i', 'span', 'strong'])

/** Class names of verse, in several languages. */
const VERSE =
  /^(?:poem|poetry|verse|verses|stanza|strophe|lyrics?|song-text|gedicht|po[eè]me|poema|poesia|wiersz)(?:[-_](?:body|text|content|wrapper))?$/i

/** Elements that verse is in. */
const HOLDERS = new Set(['blockquote', 'div', 'section'])

/** Elements of a line besides those of phrases. */
const IN_LINES = new Set('a abbr br cite q ruby small span time u'.split(' '))

/**
 * Make one paragraph of blocks that are lines of verse, in place, so that none of them passes for a paragraph or a heading.
 * Either all have a line's class, or the element is named as verse and they have none.
 */
export function joinLines(element: Element): void {
  if (!HOLDERS.has(element.tagName)) return
  const lines = element.children.filter((child): child is Element => child.type === 'element')
  if (lines.length < 2 || lines.length < element.children.filter((child) => !isBlank(child)).length) return
  const isNamed = classesOf(element).some((name) => VERSE.test(name))
  if (!lines.every((line) => isBlockLine(line, isNamed))) return
  const paragraph = lines.flatMap((line, index) => [
    ...(index > 0 ? [breakBefore(line)] : []),
    ...line.children.filter((child) => child.type !== 'element' || child.tagName !== 'br'),
  ])
  if (element.tagName === 'blockquote') element.children = [made('p', paragraph, element)]
  else {
    element.tagName = 'p'
    element.children = paragraph
  }
}

/** Whether a `div` is a line: only phrases in it, and a line's class, or a place in what is named as verse. */
const isBlockLine = (line: Element, isInVerse: boolean): boolean =>
  line.tagName === 'div' &&
  (isInVerse || classesOf(line).some((name) => LINE.test(name))) &&
  line.children.every(
    (child) =>
      child.type !== 'element' ||
      ((PHRASING.has(child.tagName) || IN_LINES.has(child.tagName)) && !EMBEDDED.has(child.tagName)),
  )

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
