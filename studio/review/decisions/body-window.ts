/** The stretch of a body that a change touched: what stood there, what stands there now, and after which block. */
import {isEqual} from './equal.ts'

export interface Block {
  _key: string
  _type: string
}

export interface Window {
  before: readonly Block[]
  after: readonly Block[]
  /** Key of the block before the stretch; absent where it begins the body. */
  follows?: string
}

/** What differs between two bodies: everything between the blocks that both begin and end with. */
export function windowOf(before: readonly Block[], after: readonly Block[]): Window {
  let start = 0
  while (start < before.length && start < after.length && isEqual(before[start], after[start])) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    isEqual(before.at(-1 - end), after.at(-1 - end))
  )
    end++
  const follows = before[start - 1]?._key
  return {
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
    ...(follows !== undefined && {follows}),
  }
}

/**
 * Takes a change back, wherever its blocks stand by now.
 *
 * @returns the body as it was there; undefined when somebody changed the place since
 */
export function takeBack(body: readonly Block[], {before, after, follows}: Window): Block[] | undefined {
  const first = after[0]
  const start = first
    ? body.findIndex(({_key}) => _key === first._key)
    : follows === undefined
      ? 0
      : body.findIndex(({_key}) => _key === follows) + 1
  if (start < 0 || (!first && follows !== undefined && start === 0)) return undefined
  if (!isEqual(body.slice(start, start + after.length), after)) return undefined
  return [...body.slice(0, start), ...before, ...body.slice(start + after.length)]
}
