/** The part of a body that a change affected: its blocks before and after the change, and where they are. Pure. */
import {isEqual} from './equal.ts'

/** A block of a body. */
export interface Block {
  _key: string
  _type: string
}

/** A change of neighbouring blocks. */
export interface Window {
  before: readonly Block[]
  after: readonly Block[]
  /** Key of the block in front of them; absent at the beginning of the body. */
  follows?: string
}

/** The difference between two bodies: everything between the blocks at the beginning and at the end that both share. */
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
 * Reverts a change, even if its blocks have moved since.
 *
 * @returns the body without the change; undefined if its blocks were edited since
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
