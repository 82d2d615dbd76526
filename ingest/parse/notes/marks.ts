/** Marks of notes: the “1”, “[2]” or “*” in a sentence that leads to a note, and the same sign before the note itself. */
import type {Element, ElementContent, Nodes} from 'hast'

/** A number, a letter or a sign, alone or in brackets. */
const MARK =
  /^[[({]?(?:\d{1,3}|[a-z]|[ivx]{1,6}|[*†‡§¶‖]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?:foot|end)?note \d{1,3})[\])}]?[.:]?$/iu

/** Maximum length of the text of a mark, in characters. */
const MAX_LENGTH = 14

/** Names that producers give to marks and notes, in classes, ids and addresses. */
const NAMED =
  /(?:foot|end|side|margin)[-_]?note|note[-_]?ref|cite[-_](?:note|ref)|ftn(?:ref)?\d|(?:^|[#\s_-])fn(?:ref)?(?:[-:_\s\d]|$)/i

/** Attributes in which a producer says that an element is a mark or a note. */
const NAMING = ['id', 'name', 'className', 'href', 'role', 'rel', 'epub:type', 'ariaLabel', 'style'] as const

/** Whether the names of an element are those of a mark or a note. */
export const isNamedNote = ({properties}: Element): boolean =>
  NAMING.some((name) => {
    const value = properties[name]
    return (
      value !== undefined &&
      value !== null &&
      NAMED.test(Array.isArray(value) ? value.join(' ') : String(value))
    )
  })

/** Names of the element that holds the words of a note. */
const BODY =
  /^(?:side|margin|foot|end)-?notes?(?:[-_]{1,2}(?:content|text|body|note|inner|tooltip))?$|-footnotes?__(?:note|content|text)$|^footnote_tooltip$/i

/** Whether an element is named as the words of a note. */
export const isNoteBody = ({properties: {className, role}}: Element): boolean =>
  role === 'doc-footnote' ||
  (Array.isArray(className) && className.some((name) => typeof name === 'string' && BODY.test(name)))

/** The text of an element if it can be that of a mark. */
export function markText(element: Element): string | undefined {
  let text = ''
  const stack: Nodes[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') {
      text += node.value
      if (text.length > 4 * MAX_LENGTH) return undefined
    } else if ('children' in node) for (const child of node.children.toReversed()) stack.push(child)
  }
  const shown = text.replace(/\s+/g, ' ').trim()
  return shown.length <= MAX_LENGTH && MARK.test(shown) ? shown : undefined
}

/** The id that a link to the same page leads to. */
export function targetOf({properties: {href}}: Element, page: string | undefined): string | undefined {
  if (typeof href !== 'string') return undefined
  const at = href.indexOf('#')
  if (at < 0 || at === href.length - 1) return undefined
  if (at > 0 && (page === undefined || href.slice(0, at) !== page.split('#')[0])) return undefined
  const written = href.slice(at + 1)
  try {
    return decodeURIComponent(written)
  } catch {
    // An address with a stray per cent sign is used as it is.
    return written
  }
}

/** Whether an element is a superscript by its tag, its class or its style. */
export const isRaised = ({tagName, properties: {className, style}}: Element): boolean =>
  tagName === 'sup' ||
  (typeof style === 'string' && /vertical-align\s*:\s*super/i.test(style)) ||
  (Array.isArray(className) && className.some((name) => name === 'superscript' || name === 'sup'))

/** Whether an element, or the only element in it, is a superscript. */
export function holdsRaised(element: Element): boolean {
  for (let inner: Element | undefined = element; inner; inner = onlyElement(inner.children)) {
    if (inner.tagName === 'sup') return true
  }
  return false
}

function onlyElement(children: readonly ElementContent[]): Element | undefined {
  const shown = children.filter(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  )
  const [only] = shown
  return shown.length === 1 && only?.type === 'element' ? only : undefined
}
