/** Where a node and all that it holds stand in the source. */
import type {Nodes} from 'hast'
import type {SourceRange} from './traced-text.ts'
import {hull} from './traced-text.ts'

/**
 * The smallest range round a node and its descendants, those of a template too: an element that was never closed has no
 * end of its own, and text that a repair put together no position. Undefined where nothing of it is from the source.
 */
export function extentOf(node: Nodes): SourceRange | undefined {
  let start = Number.POSITIVE_INFINITY
  let end = -1
  const stack: Nodes[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const origin = top.type === 'text' ? top.data?.origin : undefined
    const range = origin ? hull(origin) : rangeOf(top)
    if (range) {
      start = Math.min(start, range.start)
      end = Math.max(end, range.end)
    }
    if ('children' in top) for (const child of top.children) stack.push(child)
    if (top.type === 'element' && top.content) stack.push(top.content)
  }
  return end < 0 ? undefined : {start, end}
}

function rangeOf({position}: Nodes): SourceRange | undefined {
  const start = position?.start.offset
  const end = position?.end.offset
  return start === undefined || end === undefined ? undefined : {start, end}
}
