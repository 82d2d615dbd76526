/** What editors write in place of lists: items with a kind and a level in their attributes, flat in one list or in none. */
import type {Element} from 'hast'
import {classesOf, textOf} from './hast.ts'

/** What an element says of itself as an item of a list. */
export interface Item {
  kind: 'ol' | 'ul'
  /** From 0. */
  level: number
  /** The number of a numbered item, where the source gives it. */
  start?: number
}

/** Levels in class names, of items or of their lists, and what is subtracted from them. */
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^ql-indent-(\d{1,2})$/, 0],
  [/^public-DraftStyleDefault-depth(\d)$/, 0],
  [/^lst-kix_\w{1,40}-(\d)$/, 0],
  [/^listindent(\d)$/, 1],
]

/** The level that an element's class or data names, from 0. */
export function levelOf(element: Element): number | undefined {
  for (const name of classesOf(element)) {
    for (const [pattern, less] of LEVELS) {
      const level = pattern.exec(name)?.[1]
      if (level) return Math.max(0, Number(level) - less)
    }
  }
  const level = textOf(element, 'dataAriaLevel')
  return level !== undefined && /^\d$/.test(level) ? Math.max(0, Number(level) - 1) : undefined
}

/** Kinds of Quill's items (`data-list`). */
const QUILL: Readonly<Record<string, Item['kind']>> = {
  bullet: 'ul',
  checked: 'ul',
  ordered: 'ol',
  unchecked: 'ul',
}
/** Kinds of BlockNote's blocks (`data-content-type`). */
const BLOCK_NOTE: Readonly<Record<string, Item['kind']>> = {
  bulletListItem: 'ul',
  checkListItem: 'ul',
  numberedListItem: 'ol',
}

/**
 * The kind that an item has by itself; otherwise it is that of its list.
 *
 * @example
 *   in: <ol><li data-list="bullet">Fruit</li></ol>
 *   out: <ul><li>Fruit</li></ul>
 */
export const kindOfItem = (item: Element): Item['kind'] | undefined => QUILL[textOf(item, 'dataList') ?? '']

/** A block outside of lists as an item: Plate's indented paragraphs and BlockNote's blocks. */
export function itemOfBlock(block: Element): Item | undefined {
  const style = textOf(block, 'dataSlateListStyleType')
  if (style !== undefined) {
    const isBullet = /^(?:disc|circle|square|todo|disclosure)/.test(style)
    const indent = Number(textOf(block, 'dataSlateIndent') ?? 1)
    return {
      kind: isBullet ? 'ul' : 'ol',
      level: Math.max(0, indent - 1),
      ...startOf(block, 'dataSlateListStart'),
    }
  }
  const content = blockNoteContent(block)
  const kind = content && BLOCK_NOTE[textOf(content, 'dataContentType') ?? '']
  return kind && content ? {kind, level: 0, ...startOf(content, 'dataStart')} : undefined
}

/** The content of one of BlockNote's blocks, which is two elements deep; undefined for any other element. */
function blockNoteContent(block: Element): Element | undefined {
  if (block.properties.dataNodeType !== 'blockOuter') return undefined
  const container = block.children.find((child) => child.type === 'element')
  const content = container?.children.find((child) => child.type === 'element')
  return content?.properties.dataContentType === undefined ? undefined : content
}

function startOf(element: Element, name: string): {start?: number} {
  const start = Number(textOf(element, name))
  return Number.isSafeInteger(start) ? {start} : {}
}
