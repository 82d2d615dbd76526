import type {Element, ElementContent, Text} from 'hast'

/** The text nodes under an element, in order. */
export function textNodesIn(element: Element): Text[] {
  const found: Text[] = []
  const stack: ElementContent[] = element.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') found.push(node)
    else if (node.type === 'element') for (const child of node.children.toReversed()) stack.push(child)
  }
  return found
}
