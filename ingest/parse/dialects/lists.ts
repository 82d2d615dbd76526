/** Flat items as nested lists. */
import type {Element, ElementContent, Root} from 'hast'
import {elementsIn, isBlank, made, textOf} from './hast.ts'
import {type Item, itemOfBlock, kindOfItem, levelOf} from './items.ts'

interface PlacedItem extends Item {
  element: Element
}

/** Lists and items that follow each other. */
interface Run {
  nodes: ElementContent[]
  items: PlacedItem[]
  /** Whether one of the items has a level or kind of its own; otherwise the lists stay as they are. */
  isFlat: boolean
}

/** Nest the flat items among the children of a node, in place. Lists that follow each other are one, as their editor shows them. */
export function nestItems(node: Element | Root): void {
  const children = node.children as ElementContent[]
  if (!children.some((child) => child.type === 'element' && (isList(child) || isBlock(child)))) return
  const kept: ElementContent[] = []
  let run: Run = {nodes: [], items: [], isFlat: false}
  /** White space after an item, which counts only if no other item follows. */
  let blanks: ElementContent[] = []
  const flush = (): void => {
    kept.push(...(run.isFlat ? nested(run.items) : run.nodes), ...blanks)
    run = {nodes: [], items: [], isFlat: false}
    blanks = []
  }
  for (const child of children) {
    const found = child.type === 'element' ? itemsOf(child) : undefined
    if (found) {
      run.nodes.push(...blanks, child)
      run.items.push(...found.items)
      run.isFlat ||= found.isFlat
      blanks = []
    } else if (run.items.length > 0 && isBlank(child)) blanks.push(child)
    else {
      flush()
      kept.push(child)
    }
  }
  flush()
  node.children = kept
}

/** The items of a list without lists in it, or of a block that is an item; undefined for anything else. */
function itemsOf(element: Element): Omit<Run, 'nodes'> | undefined {
  const {tagName} = element
  if (tagName !== 'ul' && tagName !== 'ol') {
    const item = itemOfBlock(element)
    return item && {items: [{...item, element}], isFlat: true}
  }
  const items = elementsIn(element)
  if (items.length === 0 || !items.every((item) => item.tagName === 'li' && !elementsIn(item).some(isList)))
    return undefined
  const start = Number(textOf(element, 'start') ?? Number.NaN)
  const ofList = levelOf(element)
  let isFlat = false
  const placed = items.map((item, index): PlacedItem => {
    const level = levelOf(item) ?? ofList ?? 0
    const kind = kindOfItem(item)
    isFlat ||= level > 0 || kind !== undefined
    return {
      element: item,
      kind: kind ?? tagName,
      level,
      ...(index === 0 && Number.isSafeInteger(start) ? {start} : {}),
    }
  })
  return {items: placed, isFlat}
}

const isBlock = ({properties}: Element): boolean =>
  properties.dataSlateListStyleType !== undefined || properties.dataNodeType !== undefined

const isList = ({tagName}: Element): boolean => tagName === 'ul' || tagName === 'ol'

/** Items as lists; a deeper list is in the item before it. */
function nested(items: readonly PlacedItem[]): Element[] {
  const lists: Element[] = []
  const open: {list: Element; level: number}[] = []
  for (const {element, kind, level, start} of items) {
    while ((open.at(-1)?.level ?? -1) > level) open.pop()
    if (open.at(-1)?.level === level && open.at(-1)?.list.tagName !== kind) open.pop()
    let top = open.at(-1)
    if (top?.level !== level) {
      const list = made(kind, [], element)
      if (start !== undefined && start !== 1) list.properties.start = start
      const last = top?.list.children.at(-1)
      if (last?.type === 'element') last.children.push(list)
      else lists.push(list)
      top = {list, level}
      open.push(top)
    }
    top.list.children.push(element)
    if (element.tagName !== 'li') element.tagName = 'li'
    element.properties = {...element.properties, dataSlateListStyleType: undefined, dataNodeType: undefined}
  }
  return lists
}
