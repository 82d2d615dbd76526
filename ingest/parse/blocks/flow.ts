/** Flow content as blocks in reading order. */
import type {BlockContent, List, ListItem as MdastItem, Paragraph, RootContent} from 'mdast'
import type {BlockStyle, ListItem} from '../../../schemas/names.ts'
import {rangesOf, slice} from '../trace/traced-text.ts'
import type {Context} from './context.ts'
import type {Entry} from './entry.ts'
import {originAt, originOfBreak} from './entry.ts'
import {figureBlocks} from './figure.ts'
import {lineBlocks} from './line.ts'
import {tableBlocks} from './table.ts'

const headingStyles: Record<number, BlockStyle> = {1: 'h2', 2: 'h2', 3: 'h3'}

/** Converts flow content and appends it to `entries`. */
export function flowBlocks(nodes: readonly RootContent[], context: Context, entries: Entry[] = []): Entry[] {
  for (const node of nodes) addNode(node, context, entries)
  return entries
}

function addNode(node: RootContent, context: Context, entries: Entry[]): void {
  switch (node.type) {
    case 'paragraph':
    case 'caption':
      add(entries, lineBlocks(node.children, {style: context.style}))
      break
    case 'heading': {
      const blocks = lineBlocks(spaced(node.children), {style: headingStyles[node.depth] ?? 'h4'})
      for (const entry of blocks) {
        const isTitle = node.depth === 1 && entry.block._type === 'block'
        if (isTitle && context.takeTitle(entry, entries.length)) continue
        entries.push(entry)
      }
      break
    }
    case 'blockquote':
      flowBlocks(node.children, {...context, style: 'blockquote'}, entries)
      break
    case 'list':
      addList(node, context, entries)
      break
    case 'listItem':
      addItem(node, 'bullet', context, entries)
      break
    case 'code':
      addCode(node, entries)
      break
    case 'thematicBreak':
      entries.push({block: {_type: 'divider', _key: ''}, value: '', origin: originAt(node)})
      break
    case 'grid':
      add(entries, tableBlocks(node, context))
      break
    case 'figure':
      add(entries, figureBlocks(node, context))
      break
    default:
      // An unknown node becomes its children, phrasing a paragraph.
      if ('children' in node) flowBlocks(node.children as RootContent[], context, entries)
      else add(entries, lineBlocks([node] as Paragraph['children'], {style: context.style}))
  }
}

function add(entries: Entry[], more: readonly Entry[]): void {
  for (const entry of more) entries.push(entry)
}

/** A heading is one line: a line break in it only fits it to a column. */
function spaced(nodes: Paragraph['children']): Paragraph['children'] {
  return nodes.map((node) =>
    node.type === 'break' ? {type: 'text', value: ' ', data: {origin: originOfBreak(node)}} : node,
  )
}

function addCode(node: Extract<BlockContent, {type: 'code'}>, entries: Entry[]): void {
  if (node.value.trim() === '') return
  const origin = node.data?.origin ?? originAt(node)
  if (node.lang === 'math') {
    const {value} = node
    const body = value.trim()
    const from = value.indexOf(body)
    const text = slice({value, origin}, from, from + body.length)
    entries.push({block: {_type: 'latex', _key: '', body}, value: body, origin: text.origin})
    return
  }
  entries.push({
    block: {_type: 'code', _key: '', code: node.value, ...(node.lang ? {language: node.lang} : {})},
    value: node.value,
    origin,
  })
}

function addList(list: List, context: Context, entries: Entry[]): void {
  const listItem = list.ordered ? 'number' : 'bullet'
  if (list.ordered && typeof list.start === 'number' && list.start !== 1) {
    context.report({
      code: 'list-start',
      message: `A numbered list begins at ${list.start}. In the article it begins at 1.`,
      ranges: rangesOf(originAt(list)),
      before: String(list.start),
      after: '1',
    })
  }
  const before = entries.at(-1)?.block
  const runsOn =
    before?._type === 'block' && before.listItem === 'number' && before.level === context.level + 1
  if (list.ordered && runsOn && (list.start ?? 1) === 1) {
    context.report({
      code: 'list-renumbered',
      message: 'A numbered list follows another one. In the article they are one list, whose numbers go on.',
      ranges: rangesOf(originAt(list)),
    })
  }
  for (const [index, item] of list.children.entries()) {
    const {length} = entries
    addItem(item, listItem, {...context, level: context.level + 1}, entries)
    if (list.ordered && index < list.children.length - 1) reportBreak(entries, length, list, context)
  }
}

/** Report a numbered list that a block breaks which an item cannot hold: the items after it count from 1 again. */
function reportBreak(entries: readonly Entry[], from: number, list: List, context: Context): void {
  const last = entries.at(-1)?.block
  if (entries.length === from || (last?._type === 'block' && last.listItem !== undefined)) return
  context.report({
    code: 'list-renumbered',
    message:
      'An item of a numbered list holds more than text, so the items after it are a list of their own.',
    ranges: rangesOf(originAt(list)),
  })
}

/**
 * An item is one block: its paragraphs follow each other on lines of their own. What an item cannot hold (a heading, a
 * table, a figure) becomes a block after it, and the item's later paragraphs come after that.
 */
function addItem(item: MdastItem, listItem: ListItem, context: Context, entries: Entry[]): void {
  const {style} = context
  const level = Math.max(1, context.level)
  let lines: Paragraph['children'] = []
  /** Whether a block that the item cannot hold has ended it. */
  let left = false
  const flush = (): void => {
    if (lines.length > 0) add(entries, lineBlocks(lines, left ? {style} : {style, listItem, level}))
    lines = []
  }
  for (const child of item.children) {
    if (child.type === 'paragraph' || child.type === 'caption') {
      if (left) flush()
      else if (lines.length > 0) lines.push({type: 'break'})
      for (const node of child.children) lines.push(node)
      continue
    }
    flush()
    if (child.type !== 'list') left = true
    addNode(child, {...context, level}, entries)
  }
  flush()
}
