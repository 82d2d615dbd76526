/** Whether a line is bold from end to end, however its marks are nested. */
import {STRONG} from './names.ts'
import {isBlank, isElement, type Node, plainText} from './nodes.ts'

/** Whether phrasing content is all bold. */
export function isBold(line: readonly Node[]): boolean {
  // Word ends its paragraphs with an empty element.
  const shown = line.filter((node) => plainText(node) !== '')
  return shown.length > 0 && shown.every((node) => isElement(node) && boldInside(node))
}

/** Whether a node is bold itself, or a chain of only children that ends in a bold one. */
function boldInside(node: Node): boolean {
  let inner = node
  for (;;) {
    if (!isElement(inner)) return false
    if (STRONG.has(inner.tagName)) return true
    const [only, ...others] = inner.children.filter((child) => !isBlank(child))
    if (!only || others.length > 0) return false
    inner = only
  }
}
