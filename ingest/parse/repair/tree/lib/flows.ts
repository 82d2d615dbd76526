/** The sequences of blocks that rules look at: the children of the root and of quotations. */
import type {Root} from 'hast'
import {isOneOf, type Node} from './nodes.ts'

const CONTAINERS: ReadonlySet<string> = new Set(['aside', 'blockquote', 'details'])

/** Replace the children of every flow container by the result of `transform`, outer containers first. */
export function mapFlows(tree: Root, transform: (siblings: Node[]) => Node[]): void {
  const stack: {children: Node[]}[] = [tree as {children: Node[]}]
  for (let container = stack.pop(); container; container = stack.pop()) {
    const before = container.children
    const after = transform(before)
    if (after !== before) container.children = after
    for (const child of after) if (isOneOf(child, CONTAINERS)) stack.push(child as {children: Node[]})
  }
}
