/**
 * Keys from content: a block keeps its key whatever happens to its neighbours. Equal blocks in one array are told apart
 * by their order.
 */
import {digest} from './digest.ts'

/** Gives the key of a value in one array; call once for each of its items, in order. */
export function createKeys(): (content: string) => string {
  let first: {content: string; key: string} | undefined
  let used: Map<string, number> | undefined
  let taken: Set<string> | undefined
  return (content) => {
    if (!first) {
      // Most arrays have one item, and need no account of it.
      first = {content, key: digest(content)}
      return first.key
    }
    used ??= new Map([[first.content, 1]])
    taken ??= new Set([first.key])
    let copy = used.get(content) ?? 0
    let key: string
    do key = digest(copy ? `${content}\u0000${copy}` : content)
    while (taken.has(key) && ++copy)
    used.set(content, copy + 1)
    taken.add(key)
    return key
  }
}
