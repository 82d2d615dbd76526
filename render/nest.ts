import {
  type buildMarksTree,
  nestLists,
  type ToolkitPortableTextHtmlList,
  type ToolkitPortableTextListItem,
} from '@portabletext/toolkit'
import type {BodyBlock} from './body.ts'

/** A text block as the toolkit takes it. */
export type PortableTextBlock = Parameters<typeof buildMarksTree>[0]
export type List = ToolkitPortableTextHtmlList
export type ListItem = ToolkitPortableTextListItem
export type Nested<Block extends BodyBlock = BodyBlock> = Block | List

/** Blocks with their list items gathered in lists, deeper lists inside the item before them. */
export function nest<Block extends BodyBlock>(blocks: Block[]): Nested<Block>[] {
  return nestLists(blocks, 'html').filter((node) => node._type !== '@list' || node.mode === 'html')
}
