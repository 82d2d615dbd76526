/**
 * Whether what was left out is in doubt: it reads as prose, and nothing but the rule that took it says that it is not the
 * article's.
 */
import type {Element} from 'hast'
import {isHidden} from '../hidden.ts'
import {readsAsProse} from '../metadata/reads-as-prose.ts'
import {COMMENTS_HEADING, READ_ALSO, RELATED_HEADING} from '../related-phrases.ts'
import {isSilent} from './elements.ts'
import {type Line, linesOf} from './lines.ts'
import {isAboutSite} from './site-boilerplate.ts'

/** A line with a larger share of links is a link, and not a sentence with one. */
const MAX_LINKED_SHARE = 0.5
/** A region with a larger share of links leads to other pages. */
const MIN_LINKED_SHARE = 0.3
/** Minimum length of an author’s name that identifies a line about them. */
const MIN_NAME_LENGTH = 5

/** Whether a line is a sentence or more, outside links. */
export const isProse = ({text, linked}: Pick<Line, 'text' | 'linked'>): boolean =>
  linked < MAX_LINKED_SHARE * text.length && readsAsProse(text)

/** Whether an element holds such a line. */
export const holdsProse = (element: Element): boolean => shownLines(element).some(isProse)

/** What is known of an element that was left out for its name. */
export interface Named {
  element: Element
  /** Length of its text, and of that in links, in characters. */
  text: number
  linked: number
  /** Authors of the article. */
  authors: readonly string[]
}

/**
 * Whether an element that was left out for its name holds prose, and nothing besides the name speaks against that: it is
 * neither hidden nor a form, and says neither what it is nor whom it is about, and few of its words are links.
 */
export function isInDoubtByName({element, text, linked, authors}: Named): boolean {
  if (linked > MIN_LINKED_SHARE * text || isHidden(element)) return false
  const lines = shownLines(element)
  const names = authors.filter(({length}) => length >= MIN_NAME_LENGTH)
  return (
    lines.some((line) => isProse(line) && !isAboutSite(line.text)) &&
    !lines.some((line) => saysItself(line) || names.some((name) => line.text.startsWith(name))) &&
    !holdsForm(element)
  )
}

/** Whether a line says that what follows are comments or other articles. */
const saysItself = ({text}: Line): boolean =>
  COMMENTS_HEADING.test(text) || RELATED_HEADING.test(text) || READ_ALSO.test(text)

/** Lines that readers see as text. */
const shownLines = (element: Element): Line[] =>
  linesOf(element).filter(
    ({nodes: [node], ancestors}) =>
      !(node?.type === 'element' && isSilent(node)) && !ancestors.some(isSilent),
  )

const CONTROLS = new Set(['input', 'select', 'textarea'])

/** Whether readers can fill something in. Some systems wrap any text in a form. */
function holdsForm(element: Element): boolean {
  const stack = [element]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (CONTROLS.has(top.tagName) && top.properties.type !== 'hidden') return true
    for (const child of top.children) if (child.type === 'element') stack.push(child)
  }
  return false
}
