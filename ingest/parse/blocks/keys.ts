/**
 * Keys from content: a block keeps its key whatever happens to its neighbours. Equal blocks in one array differ
 * by their order.
 */
import {digest} from './digest.ts'

/** Gives the key of a value in one array, from its content in one part or two; call once for each of its items, in order. */
export function createKeys(): (content: string, more?: string) => string {
  /** How often each content came, by its digest: most arrays have one item, which needs no account. */
  let counts: Map<string, number> | undefined
  let first: string | undefined
  let taken: Set<string> | undefined
  return (content, more = '') => {
    const base = digest(content, more)
    if (first === undefined) {
      first = base
      return base
    }
    counts ??= new Map([[first, 1]])
    taken ??= new Set([first])
    let copy = counts.get(base) ?? 0
    let key = copy ? digest(content, more, `\u0000${copy}`) : base
    while (taken.has(key)) key = digest(content, more, `\u0000${++copy}`)
    counts.set(base, copy + 1)
    taken.add(key)
    return key
  }
}
