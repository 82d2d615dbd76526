/** What element names, roles and class names reveal about a region of a page, as data. */
import type {Element, ElementContent} from 'hast'
import {textIn} from '../element-text.ts'
import {isHidden} from '../hidden.ts'
import {kindOfName, type RegionKind} from './region-kinds.ts'

/** Elements whose text readers do not see, or not as text. */
const SILENT = new Set('datalist noscript script select style template textarea'.split(' '))

/** Elements outside the article, unless a page that never closes them has its article in one. */
const FURNITURE = new Set('aside footer menu nav search'.split(' '))

/** Elements usually outside the article, though some sites wrap a whole page in one. */
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

/** Whether readers see nothing of an element’s text. */
export const isSilent = ({tagName}: Element): boolean => SILENT.has(tagName)

/** Whether an element is navigation or similar, by its tag or role. */
export function isFurniture({tagName, properties: {role}}: Element): boolean {
  return FURNITURE.has(tagName) || (role !== undefined && FURNITURE_ROLES.has(String(role).toLowerCase()))
}

/** A kind, with the words of the name that says so, in lower case. */
interface NamedKind {
  kind: RegionKind
  words: readonly string[]
}

/** Kinds by name: pages use few names many times. */
export type KindCache = Map<string, NamedKind | undefined>

/** Find the first kind, in table order, that matches the names of an element. */
export function kindOf(element: Element, known: KindCache): RegionKind | undefined {
  const {className, id} = element.properties
  if (Array.isArray(className)) {
    for (const name of className) {
      const kind = kindNamed(String(name), element, known)
      if (kind) return kind
    }
  }
  // The id of a heading is made of its words.
  if (typeof id !== 'string' || HEADINGS.has(element.tagName)) return undefined
  return kindNamed(id, element, known)
}

function kindNamed(name: string, element: Element, known: KindCache): RegionKind | undefined {
  let found = known.get(name)
  if (!found && !known.has(name)) {
    const kind = kindOfName(name)
    found = kind && {kind, words: wordsOf(name)}
    known.set(name, found)
  }
  return found && !isNamedAfterHeading(name, element) && !isNamedAfterText(found.words, element)
    ? found.kind
    : undefined
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/**
 * Ids are often made of the words of a heading: such a name says what the text is about, not what the element is for.
 */
function isNamedAfterHeading(name: string, element: Element): boolean {
  const heading = HEADINGS.has(element.tagName)
    ? element
    : element.children.find((child) => child.type === 'element' && HEADINGS.has(child.tagName))
  if (heading?.type !== 'element') return false
  const words = wordsOf(textIn(heading, 200))
  const named = name.toLowerCase()
  // “Related posts” above a region of that name is still navigation.
  const least = heading === element ? 1 : 4
  return words.length >= least && words.slice(0, 4).every((word) => named.includes(word))
}

const ingredients = /(?:^|[-_])ingredients?(?:[-_]|$)/i

/** Whether an element is named as the ingredients of a recipe. */
export const isNamedIngredients = (element: Element): boolean =>
  names(element).some((name) => ingredients.test(name))

/** Minimum number of words in a name made of the element’s first words. */
const MIN_NAME_WORDS = 3
/** Number of characters in which those words must occur. */
const FIRST_CHARACTERS = 120

/** The first word of an element, in lower case. Nearly all elements differ from their names in that one already. */
function firstWordIn(element: Element): string | undefined {
  const stack: ElementContent[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') {
      const word = /[\p{L}\p{N}]+/u.exec(node.value)?.[0]
      if (word !== undefined) return word.toLowerCase()
    } else if (node.type === 'element') {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index]
        if (child) stack.push(child)
      }
    }
  }
  return undefined
}

/**
 * Whether a name repeats the element’s first words, as targets of a table of contents do: `have-the-right-tools-handy`.
 */
function isNamedAfterText(words: readonly string[], element: Element): boolean {
  if (words.length < MIN_NAME_WORDS || firstWordIn(element) !== words[0]) return false
  const text = ` ${wordsOf(textIn(element, FIRST_CHARACTERS)).join(' ')} `
  return text.startsWith(` ${words.join(' ')} `)
}

/**
 * Whether an element is outside the article unless it holds most of the prose: hidden until a script shows it, or the
 * page’s only form.
 */
export const isDoubtful = (element: Element): boolean => WRAPPERS.has(element.tagName) || isHidden(element)

/** Whether an element is clipped to nothing: read aloud, but never seen. */
export const isClipped = ({properties}: Element): boolean =>
  typeof properties.style === 'string' &&
  /(?:^|;)\s*clip\s*:\s*rect\(\s*[01](?:px)?[\s,]/i.test(properties.style)

/** Whether the page marks an element as the body of an article. */
export function isNamedBody(element: Element): boolean {
  const {properties, tagName} = element
  if (tagName === 'article' || tagName === 'main') return true
  if (properties.role === 'main' || properties.role === 'article') return true
  if (Array.isArray(properties.itemProp) && properties.itemProp.includes('articleBody')) return true
  return names(element).some((name) => bodyNames.test(name))
}

/** Describe an element for an editor: its tag and its first name. */
export function describeElement(element: Element): string {
  const [name] = names(element)
  return name ? `<${element.tagName}> “${name}”` : `<${element.tagName}>`
}
