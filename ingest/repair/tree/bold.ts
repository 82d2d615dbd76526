/** Whether a line is bold from end to end, however its marks are nested. */
import {STRONG} from './names.ts'
import {isBlank, isElement, isTag, type Node} from './nodes.ts'

export function isBold(line: readonly Node[]): boolean {
  const shown = line.filter((node) => !isBlank(node) && !isTag(node, 'br'))
  return shown.length > 0 && shown.every((node) => isElement(node) && boldInside(node))
}

/** Bold itself, or a lone bold child inside a span. */
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
