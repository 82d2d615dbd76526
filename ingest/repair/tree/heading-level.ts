import type {Root} from 'hast'
import {HEADINGS} from './names.ts'
import {isElement, isOneOf, type Node} from './nodes.ts'

/** The level that most headings below the title have; the second where there are none. */
export function commonLevel(tree: Root): string {
  const counts = new Map<string, number>()
  const stack: Node[] = [...tree.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isOneOf(node, HEADINGS)) {
      if (node.tagName !== 'h1') counts.set(node.tagName, (counts.get(node.tagName) ?? 0) + 1)
    } else if (isElement(node)) for (const child of node.children) stack.push(child)
  }
  // Of two as common, the higher.
  const [level] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? ['h2']
  return level
}
