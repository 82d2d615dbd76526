/** Nests list items that only say how deep they are. */
import {element, type HtmlElement, type HtmlNode} from './html.ts'

/** One item of a flat list. */
interface FlatItem {
  /** The outermost is 1. */
  level: number
  tag: 'ol' | 'ul'
  children: readonly HtmlNode[]
  /** Whether the task is done, if the item is one. */
  isDone?: boolean
}

/** A checkbox before an item's text. */
const box = (isDone: boolean): HtmlElement =>
  element('input', [], {type: 'checkbox', disabled: '', ...(isDone && {checked: ''})})

/** An item's content with its checkbox, if it is a task. */
export const withBox = (children: readonly HtmlNode[], isDone: boolean | undefined): readonly HtmlNode[] =>
  isDone === undefined ? children : [box(isDone), ...children]

/** Lists from items in order: a deeper item goes into the item before it, and another kind begins another list. */
function nestItems(items: readonly FlatItem[]): HtmlElement[] {
  const lists: HtmlElement[] = []
  const open: {level: number; tag: string; items: HtmlElement[]; last: HtmlNode[] | undefined}[] = []
  for (const {level, tag, children, isDone} of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    if (open.at(-1)?.level === level && open.at(-1)?.tag !== tag) open.pop()
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = {level, tag, items: [], last: undefined}
      ;(open.at(-1)?.last ?? lists).push(element(tag, list.items))
      open.push(list)
    }
    const list = open.at(-1)
    if (!list) continue
    list.last = [...withBox(children, isDone)]
    list.items.push(element('li', list.last))
  }
  return lists
}

/** A part of a flat document: blocks as they are, or an item of a list. */
export type FlatPart = {item: FlatItem} | {nodes: readonly HtmlNode[]}

/** The blocks of a flat document, with each row of items as lists. */
export function nestParts(parts: readonly FlatPart[]): HtmlNode[] {
  const nodes: HtmlNode[] = []
  let row: FlatItem[] = []
  const close = (): void => {
    for (const list of nestItems(row)) nodes.push(list)
    row = []
  }
  for (const part of parts) {
    if ('item' in part) row.push(part.item)
    else {
      close()
      for (const node of part.nodes) nodes.push(node)
    }
  }
  close()
  return nodes
}
