/** The source range of a node and its descendants. */
import type {Nodes} from 'hast'
import type {SourceRange} from './traced-text.ts'
import {hull} from './traced-text.ts'

/**
 * Find the smallest range around a node and its descendants, including those of a template: an element that was never
 * closed has no end of its own, and text that a repair assembled has no position. Returns undefined if nothing of it is
 * from the source.
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
