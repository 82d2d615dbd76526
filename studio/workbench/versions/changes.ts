/** The differences between two scrapes of an article, block by block, and which of them the editor changed too. Pure. */
import {textsOf} from '../../../schemas/block-texts.ts'
import type {Block} from '../../review/decisions/body-window.ts'
import {isEqual} from '../../review/decisions/equal.ts'

/** One difference between the older and the newer version of the body. */
export interface Change {
  /** Identifies the change in its list. */
  id: string
  /** The blocks in the version that the article was made from. */
  before: readonly Block[]
  /** The blocks in the newer version. */
  after: readonly Block[]
  /** The blocks in the article now. */
  mine: readonly Block[]
  /** Key of the block in front of them in the older version; absent at the beginning. */
  follows?: string
  /**
   * `open`: the editor did not change these blocks. `conflict`: the editor changed them too. `there`: the article already has
   * the newer text.
   */
  state: 'open' | 'conflict' | 'there'
}

/** A string that is equal for blocks with the same content, whatever their keys: two scrapes have different keys. */
function contentKey(block: Block): string {
  return JSON.stringify(block, (name, value) => (name === '_key' || name === 'markDefs' ? undefined : value))
}

/** The differences between two versions, in order, each compared with the article as it is now. */
export function changesOf(
  base: readonly Block[],
  newer: readonly Block[],
  current: readonly Block[],
): Change[] {
  const contents = new Set(current.map(contentKey))
  const byKey = new Map(current.map((block) => [block._key, block]))
  return hunksOf(base, newer).map(({from, to, start, end}, index): Change => {
    const before = base.slice(from, to)
    const after = newer.slice(start, end)
    const follows = base[from - 1]?._key
    const isThere =
      (after.length > 0 || before.length > 0) &&
      after.every((block) => contents.has(contentKey(block))) &&
      before.every(({_key}) => {
        const now = byKey.get(_key)
        return now === undefined || after.some((block) => contentKey(block) === contentKey(now))
      })
    const isTouched = before.some((block) => !isEqual(byKey.get(block._key), block))
    return {
      id: `change-${index}`,
      before,
      after,
      mine: before.flatMap(({_key}) => byKey.get(_key) ?? []),
      ...(follows !== undefined && {follows}),
      state: isThere ? 'there' : isTouched ? 'conflict' : 'open',
    }
  })
}

interface Hunk {
  from: number
  to: number
  start: number
  end: number
}

/** Everything outside the longest common subsequence of blocks. Bodies have hundreds of blocks, so a table of all pairs is small enough. */
function hunksOf(base: readonly Block[], newer: readonly Block[]): Hunk[] {
  const a = base.map(contentKey)
  const b = newer.map(contentKey)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const rows = a.length - tail - head
  const columns = b.length - tail - head
  const width = columns + 1
  const longest = new Uint32Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[head + i] === b[head + j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
    }
  }
  const hunks: Hunk[] = []
  let i = 0
  let j = 0
  while (i < rows || j < columns) {
    const [from, start] = [i, j]
    while ((i < rows || j < columns) && !(i < rows && j < columns && a[head + i] === b[head + j])) {
      const down = i < rows ? (longest[(i + 1) * width + j] ?? 0) : -1
      const right = j < columns ? (longest[i * width + j + 1] ?? 0) : -1
      if (down >= right) i++
      else j++
    }
    if (i > from || j > start)
      hunks.push({from: head + from, to: head + i, start: head + start, end: head + j})
    while (i < rows && j < columns && a[head + i] === b[head + j]) {
      i++
      j++
    }
  }
  return hunks
}

/** The new body, or a message for editors. */
export type Taken = {body: Block[]} | {error: string}

/** The article with the newer version of one change. It replaces what the editor wrote there. */
export function takeTheirs(current: readonly Block[], {before, after, follows}: Change): Taken {
  const gone = new Set(before.map(({_key}) => _key))
  const first = current.findIndex(({_key}) => gone.has(_key))
  const anchor = follows === undefined ? 0 : current.findIndex(({_key}) => _key === follows) + 1
  if (first < 0 && follows !== undefined && anchor === 0)
    return {error: 'The text around this change is no longer in the article. Correct it by hand.'}
  const at = first >= 0 ? first : anchor
  const rest = current.filter(({_key}) => !gone.has(_key))
  const taken = new Set(rest.map(({_key}) => _key))
  const fresh = after.map((block, index) => {
    // Replaced blocks keep their keys, so that references to them stay valid.
    const wanted = before[index]?._key ?? block._key
    let key = wanted
    for (let count = 2; taken.has(key); count++) key = `${wanted}-${count}`
    taken.add(key)
    return {...block, _key: key}
  })
  const ahead = current.slice(0, at).filter(({_key}) => !gone.has(_key)).length
  return {body: [...rest.slice(0, ahead), ...fresh, ...rest.slice(ahead)]}
}

/** The text of a block, for display. */
export function blockText(block: Block): string {
  return textsOf(block)
    .map(({text}) => text.replaceAll('\t', ' '))
    .join(' ')
}
