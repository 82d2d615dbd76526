/** Blocks in the groups that a document shows them in: quotations and nested lists, which Portable Text keeps flat. */

import type {BodyBlock, TextBlock} from '../../../schemas/body.ts'
import type {ListItem} from '../../../schemas/names.ts'

export interface ListRun {
  type: 'list'
  listItem: ListItem
  items: ItemRun[]
}

/** An item without a block of its own only holds a deeper list. */
interface ItemRun {
  block?: TextBlock
  lists: ListRun[]
}

interface QuoteRun {
  type: 'quote'
  runs: (ListRun | TextRun)[]
}

export interface TextRun {
  type: 'block'
  block: BodyBlock
}

export type RunOfBlocks = ListRun | QuoteRun | TextRun

export function runsOf(blocks: readonly BodyBlock[]): RunOfBlocks[] {
  const runs: RunOfBlocks[] = []
  for (let index = 0; index < blocks.length; ) {
    const quoted = blocks.slice(index, runEnd(blocks, index, isQuote))
    if (quoted.length > 0) runs.push({type: 'quote', runs: listsIn(quoted)})
    const rest = blocks.slice(
      index + quoted.length,
      runEnd(blocks, index + quoted.length, (block) => !isQuote(block)),
    )
    for (const run of listsIn(rest)) runs.push(run)
    index += quoted.length + rest.length
  }
  return runs
}

const isQuote = (block: BodyBlock): boolean => block._type === 'block' && block.style === 'blockquote'
const isItem = (block: BodyBlock): block is TextBlock =>
  block._type === 'block' && block.listItem !== undefined

function runEnd(blocks: readonly BodyBlock[], start: number, test: (block: BodyBlock) => boolean): number {
  let end = start
  for (let block = blocks[end]; block && test(block); block = blocks[end]) end++
  return end
}

/** A list for each run of items; also within a table cell. */
export function listsIn(blocks: readonly BodyBlock[]): (ListRun | TextRun)[] {
  const runs: (ListRun | TextRun)[] = []
  /** Lists that are open, outermost first. */
  let open: ListRun[] = []
  for (const block of blocks) {
    if (!isItem(block)) {
      open = []
      runs.push({type: 'block', block})
      continue
    }
    const level = Math.max(1, block.level ?? 1)
    const listItem = block.listItem ?? 'bullet'
    open.length = Math.min(open.length, level)
    if (open.length === level && open.at(-1)?.listItem !== listItem) open.pop()
    while (open.length < level) {
      const list: ListRun = {type: 'list', listItem, items: []}
      const parent = open.at(-1)
      if (parent) {
        const last = parent.items.at(-1) ?? {lists: []}
        if (parent.items.length === 0) parent.items.push(last)
        last.lists.push(list)
      } else runs.push(list)
      open.push(list)
    }
    open.at(-1)?.items.push({block, lists: []})
  }
  return runs
}
