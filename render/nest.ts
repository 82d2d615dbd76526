/** List items gathered in lists: Portable Text keeps them flat. */
import {
  type buildMarksTree,
  nestLists,
  type ToolkitPortableTextHtmlList,
  type ToolkitPortableTextListItem,
} from '@portabletext/toolkit'
import type {ShownBlock} from './body.ts'

/** A text block as the toolkit takes it. */
export type PortableTextBlock = Parameters<typeof buildMarksTree>[0]
/** A list with its items. */
export type List = ToolkitPortableTextHtmlList
/** An item with its text and the lists inside it. */
export type ListItem = ToolkitPortableTextListItem
/** A block that is not in a list, or a list. */
export type Nested<Block extends ShownBlock = ShownBlock> = Block | List

/** Gathers list items in lists, deeper lists inside the item before them. */
export function nest<Block extends ShownBlock>(blocks: Block[]): Nested<Block>[] {
  return nestLists(blocks, 'html').filter((node) => node._type !== '@list' || node.mode === 'html')
}
