/**
 * Keys from content: a block keeps its key whatever happens to its neighbours. Equal blocks in one array are told apart
 * by their order.
 */
import {hash} from 'node:crypto'

/** 12 hex digits: in a body of a thousand blocks, two keys meet by chance once in 500 million bodies. */
const LENGTH = 12

/** Gives the key of a value in one array; call once for each of its items, in order. */
export function createKeys(): (content: string) => string {
  const used = new Map<string, number>()
  const taken = new Set<string>()
  return (content) => {
    let copy = used.get(content) ?? 0
    let key: string
    do key = hash('sha256', copy ? `${content}\u0000${copy}` : content).slice(0, LENGTH)
    while (taken.has(key) && ++copy)
    used.set(content, copy + 1)
    taken.add(key)
    return key
  }
}
