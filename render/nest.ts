/** List items gathered in lists: Portable Text keeps them flat. */
import type {
  buildMarksTree,
  ToolkitPortableTextHtmlList,
  ToolkitPortableTextListItem,
} from '@portabletext/toolkit'
import type {ListItem as Kind} from '../schemas/names.ts'
import type {ShownBlock, TextBlock} from './body.ts'

/** A text block as the toolkit takes it. */
export type PortableTextBlock = Parameters<typeof buildMarksTree>[0]
/** A list whose deeper lists are inside its items, as the toolkit describes it. */
export type List = ToolkitPortableTextHtmlList
/** An item of a `List`: its text, and the lists below it. */
export type ListItem = ToolkitPortableTextListItem
/** A block outside of lists, or a list. */
type Nested<Block extends ShownBlock = ShownBlock> = Block | List

type ItemBlock = Extract<TextBlock, {listItem: Kind}>

/**
 * Gathers list items in lists, deeper lists inside the item before them. A skipped level is an item without
 * text. Not the toolkit's own `nestLists`: where a sublist changes its kind, version 6.0.0 closes the list around it too
 * (findings/portable-text-sublist-kind.sh).
 */
export function nest<Block extends ShownBlock>(blocks: readonly Block[]): Nested<Block>[] {
  const nested: Nested<Block>[] = []
  /** Lists that the next item may continue, from the outermost; each is one level deeper than the one before it. */
  const open: List[] = []
  for (const block of blocks) {
    if (!isItem(block)) {
      open.length = 0
      nested.push(block)
      continue
    }
    const {level} = block
    open.length = Math.min(open.length, level)
    if (open.length === level && open.at(-1)?.listItem !== block.listItem) open.pop()
    while (open.length < level) {
      const list = emptyList(block, open.length + 1)
      const around = open.at(-1)
      if (around) lastItem(around, block).children.push(list)
      else nested.push(list)
      open.push(list)
    }
    open.at(-1)?.children.push({...block, children: [...block.children]})
  }
  return nested
}

const isItem = (block: ShownBlock): block is ItemBlock =>
  block._type === 'block' && block.listItem !== undefined

const emptyList = ({_key, listItem}: ItemBlock, level: number): List => ({
  _type: '@list',
  _key: `${_key}-list-${level}`,
  mode: 'html',
  level,
  listItem,
  children: [],
})

/** The item that deeper lists go into; one without text where the list has none yet. */
function lastItem(list: List, block: ItemBlock): ListItem {
  const last = list.children.at(-1)
  if (last) return last
  const item: ListItem = {...block, _key: `${block._key}-item-${list.level}`, level: list.level, children: []}
  list.children.push(item)
  return item
}
