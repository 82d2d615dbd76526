/** The sequences of blocks that the rules look at: the root's, and those of quotes. */
import type {Root} from 'hast'
import {isOneOf, type Node} from './nodes.ts'

const CONTAINERS: ReadonlySet<string> = new Set(['aside', 'blockquote', 'details'])

/** Replace the children of every flow container, innermost last, by what `transform` makes of them. */
export function mapFlows(tree: Root, transform: (siblings: Node[]) => Node[]): void {
  const stack: {children: Node[]}[] = [tree as {children: Node[]}]
  for (let container = stack.pop(); container; container = stack.pop()) {
    const before = container.children
    const after = transform(before)
    if (after !== before) container.children = after
    for (const child of after) if (isOneOf(child, CONTAINERS)) stack.push(child as {children: Node[]})
  }
}
