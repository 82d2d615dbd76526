/**
 * Keys from content: a block keeps its key whatever happens to its neighbours. Equal blocks in one array are told apart
 * by their order.
 */
import {digest} from './digest.ts'

/** Gives the key of a value in one array; call once for each of its items, in order. */
export function createKeys(): (content: string) => string {
  const used = new Map<string, number>()
  const taken = new Set<string>()
  return (content) => {
    let copy = used.get(content) ?? 0
    let key: string
    do key = digest(copy ? `${content}\u0000${copy}` : content)
    while (taken.has(key) && ++copy)
    used.set(content, copy + 1)
    taken.add(key)
    return key
  }
}
