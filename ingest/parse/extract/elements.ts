/** What elements, roles and class names say of a part of a page, as data. */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import {isHidden} from '../hidden.ts'
import {kindOfName, type RegionKind} from './region-kinds.ts'

/** Elements whose text no reader sees, or not as text. */
const SILENT = new Set('datalist noscript script select style template textarea'.split(' '))

/** Elements that are no part of an article, unless a page that never closes them holds its article in one. */
const FURNITURE = new Set('aside footer menu nav search'.split(' '))

/** Elements that are none as a rule, and yet some sites put a whole page in one. */
const WRAPPERS = new Set(['dialog', 'form'])

/** Roles with the same meaning. */
const FURNITURE_ROLES = new Set(
  'alertdialog complementary contentinfo dialog menu menubar navigation search toolbar tooltip'.split(' '),
)

const bodyNames =
  /(?:^|[-_])(?:article|blog|entry|main|news|page|post|story)[-_]?(?:body|content|copy|main|text)(?:[-_]|$)/i

/** Elements that may hold an article: those that only group. */
export const CONTAINERS = new Set(
  'article aside body center dialog div footer form main section table tbody td tr'.split(' '),
)

const classesOf = ({properties}: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : []

const names = (element: Element): string[] => {
  const {properties} = element
  return [...classesOf(element), ...(typeof properties.id === 'string' ? [properties.id] : [])]
}

export const isSilent = ({tagName}: Element): boolean => SILENT.has(tagName)

export const isFurniture = (element: Element): boolean =>
  FURNITURE.has(element.tagName) || FURNITURE_ROLES.has(String(element.properties.role ?? '').toLowerCase())

/** Kinds by name, since pages use few names many times over. */
export type KindCache = Map<string, RegionKind | undefined>

/** What the names of an element say that it is; the kind that is first in the table counts. */
export function kindOf(element: Element, known: KindCache): RegionKind | undefined {
  // An id of a heading is made of its words.
  const own = HEADINGS.has(element.tagName) ? classesOf(element) : names(element)
  for (const name of own) {
    let kind = known.get(name)
    if (!kind && !known.has(name)) {
      kind = kindOfName(name)
      known.set(name, kind)
    }
    if (kind && !isMadeOfHeading(name, element) && !isMadeOfText(name, element)) return kind
  }
  return undefined
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Ids are often made of the words of a heading: then they say what the text is about, not what the element is for. */
function isMadeOfHeading(name: string, element: Element): boolean {
  const heading = HEADINGS.has(element.tagName)
    ? element
    : element.children.find((child) => child.type === 'element' && HEADINGS.has(child.tagName))
  if (heading?.type !== 'element') return false
  const words =
    textIn(heading, 200)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const named = name.toLowerCase()
  // "Related posts" over a part of that name is furniture all the same.
  const least = heading === element ? 1 : 4
  return words.length >= least && words.slice(0, 4).every((word) => named.includes(word))
}

const ingredients = /(?:^|[-_])ingredients?(?:[-_]|$)/i

/** Named as what a dish is made of. */
export const isNamedIngredients = (element: Element): boolean =>
  names(element).some((name) => ingredients.test(name))

/** Fewest words of a name that is made of what the element begins with. */
const FEWEST_NAMED = 3
/** Characters of its text in which they stand. */
const BEGINNING = 120

/** `have-the-right-tools-handy`: where a table of contents leads, named by the words that stand there, however deep the heading is. */
function isMadeOfText(name: string, element: Element): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < FEWEST_NAMED) return false
  const text = ` ${(
    textIn(element, BEGINNING)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')} `
  return text.startsWith(` ${words.join(' ')} `)
}

/** Outside of the article unless most of its prose is in there: hidden until a script shows it, or the page's one form. */
export const isDoubtful = (element: Element): boolean => WRAPPERS.has(element.tagName) || isHidden(element)

/** Clipped to nothing: read out, never seen. */
export const isClipped = ({properties}: Element): boolean =>
  typeof properties.style === 'string' &&
  /(?:^|;)\s*clip\s*:\s*rect\(\s*[01](?:px)?[\s,]/i.test(properties.style)

/** Marked by the page as the body of an article. */
export function isNamedBody(element: Element): boolean {
  const {properties, tagName} = element
  if (tagName === 'article' || tagName === 'main') return true
  if (properties.role === 'main' || properties.role === 'article') return true
  if (Array.isArray(properties.itemProp) && properties.itemProp.includes('articleBody')) return true
  return names(element).some((name) => bodyNames.test(name))
}

/** An element as a person would name it. */
export function describeElement(element: Element): string {
  const [name] = names(element)
  return name ? `<${element.tagName}> “${name}”` : `<${element.tagName}>`
}
