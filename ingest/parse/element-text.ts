/** The text inside an element, as plain text. */
import type {Element, Nodes} from 'hast'

/** Text of an element, white space collapsed, up to `limit` characters; a space for each element in it. */
export const textIn = (element: Element, limit = 2000): string => gather(element, limit, NONE, NONE)

/** Text that a reader sees: no scripts and styles, and no space where an element only marks a word or a part of one. */
export const shownText = (element: Element, limit = 2000): string => gather(element, limit, SILENT, JOINED)

const NONE: ReadonlySet<string> = new Set()
const SILENT = new Set('noscript script style svg template'.split(' '))
const JOINED = new Set('b cite em font i mark q s strong sub sup u wbr'.split(' '))

function gather(
  element: Element,
  limit: number,
  silent: ReadonlySet<string>,
  joined: ReadonlySet<string>,
): string {
  let text = ''
  const stack: Nodes[] = [element]
  for (let node = stack.pop(); node && text.length < limit; node = stack.pop()) {
    if (node.type === 'text') text += node.value
    if (!('children' in node)) continue
    if (node.type === 'element' && node !== element) {
      if (silent.has(node.tagName)) continue
      if (!joined.has(node.tagName)) text += ' '
    }
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) stack.push(child)
    }
  }
  return limit === Number.POSITIVE_INFINITY ? text : text.replace(/\s+/g, ' ').trim()
}
