/** What parsing an article again would change, for people. */
import {textsOf} from '../../../schemas/block-texts.ts'
import type {DraftedBlock} from '../../../schemas/body.ts'

/** A block that was added, removed or changed. */
export interface BlockChange {
  change: 'added' | 'removed' | 'changed'
  type: string
  /** The earlier text of a removed or changed block. */
  before?: string
  after?: string
}

/** Blocks are compared by their keys, which come from their text, so a change of only marks or cells keeps the key. */
export function blockChanges(before: readonly DraftedBlock[], after: readonly DraftedBlock[]): BlockChange[] {
  const old = new Map(before.map((block) => [block._key, block]))
  const fresh = new Set(after.map(({_key}) => _key))
  const removed = before.filter(({_key}) => !fresh.has(_key))
  const changes: BlockChange[] = removed.map((block) => ({
    change: 'removed',
    type: typeOf(block),
    before: textOf(block),
  }))
  for (const block of after) {
    const known = old.get(block._key)
    if (!known) changes.push({change: 'added', type: typeOf(block), after: textOf(block)})
    else if (JSON.stringify(known) !== JSON.stringify(block)) {
      changes.push({change: 'changed', type: typeOf(block), before: textOf(known), after: textOf(block)})
    }
  }
  return changes
}

const typeOf = (block: DraftedBlock): string =>
  block._type === 'block' ? (block.listItem ?? block.style) : block._type

/** The words of a block in one line; its address where it has no words. */
function textOf(block: DraftedBlock): string {
  const texts = textsOf(block)
  const words = texts.filter(({role}) => role !== 'address')
  const line = (words.length > 0 ? words : texts).map(({text}) => text.replaceAll('\t', ' | ')).join(' / ')
  return line || '—'
}
