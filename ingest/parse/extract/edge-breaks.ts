/** Thematic breaks that separate nothing: those before the first and after the last content of an article. */
import type {Element, ElementContent} from 'hast'
import {EMBEDDED} from '../markdown/elements.ts'

/** Remove them, in place. */
export function dropEdgeBreaks(container: Element): void {
  for (const fromEnd of [false, true]) {
    const stack: {node: ElementContent; parent: Element | undefined}[] = [
      {node: container, parent: undefined},
    ]
    const rules: {node: Element; parent: Element}[] = []
    for (let top = stack.pop(); top; top = stack.pop()) {
      const {node, parent} = top
      if (
        node.type === 'text'
          ? node.value.trim() !== ''
          : node.type === 'element' && EMBEDDED.has(node.tagName)
      )
        break
      if (node.type !== 'element') continue
      if (node.tagName === 'hr' && parent) rules.push({node, parent})
      for (const child of fromEnd ? node.children : node.children.toReversed())
        stack.push({node: child, parent: node})
    }
    for (const {node, parent} of rules) parent.children = parent.children.filter((child) => child !== node)
  }
}
