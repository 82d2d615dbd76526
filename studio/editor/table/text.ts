/** Reads, splits and joins the text of cells and blocks, with its marks. Pure. */
import type {Cell, CellBlock, NewKey, Span, TextBlock} from './types.ts'

/** The text of a block. */
type Texts = Pick<CellBlock, 'children' | 'markDefs'>

/** The text of a block without marks. */
export const textOfBlock = ({children = []}: Texts): string => children.map(({text = ''}) => text).join('')

/** The text of a cell, with one line for each block. */
export const textOfCell = ({value}: Cell): string => value.map(textOfBlock).join('\n')

/** A cell with plain text, with one block for each line. */
export function cellOf(text: string, newKey: NewKey): Cell {
  return cellOfBlocks(
    text.split('\n').map((line) => blockOf([{text: line}], newKey)),
    newKey,
  )
}

/** A cell with blocks; with an empty one if none are given. */
export const cellOfBlocks = (value: CellBlock[], newKey: NewKey): Cell => ({
  _type: 'cell',
  _key: newKey(),
  value: value.length > 0 ? value : [blockOf([{text: ''}], newKey)],
})

/** A block of a cell, made of texts with their marks. */
export function blockOf(
  spans: readonly {text: string; marks?: string[]}[],
  newKey: NewKey,
  markDefs: CellBlock['markDefs'] = [],
): CellBlock {
  return {
    _type: 'block',
    _key: newKey(),
    style: 'normal',
    markDefs,
    children: (spans.length > 0 ? spans : [{text: ''}]).map(
      ({text, marks = []}): Span => ({
        _type: 'span',
        _key: newKey(),
        text,
        marks,
      }),
    ),
  }
}

/**
 * The part of a block between two offsets, with its marks and links.
 *
 * @param start offset in UTF-16 units, as the editor counts
 */
export function sliceText(block: Texts, start: number, end: number, newKey: NewKey): CellBlock {
  const spans: {text: string; marks: string[]}[] = []
  let at = 0
  for (const {text = '', marks = []} of block.children ?? []) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + text.length)]
    if (from < to) spans.push({text: text.slice(from - at, to - at), marks})
    at += text.length
  }
  const used = new Set(spans.flatMap(({marks}) => marks))
  const links = (block.markDefs ?? []).filter(({_key}) => used.has(_key))
  return blockOf(spans, newKey, links)
}

/** The same without white space at both ends. */
export function trimmedSlice(block: Texts, start: number, end: number, newKey: NewKey): CellBlock {
  const text = textOfBlock(block).slice(start, end)
  const lead = text.length - text.trimStart().length
  return sliceText(block, start + lead, Math.max(start + lead, start + text.trimEnd().length), newKey)
}

/** The text of a cell as a paragraph of the body. */
export const asParagraph = ({children, markDefs}: Texts, newKey: NewKey): TextBlock => ({
  _type: 'block',
  _key: newKey(),
  style: 'normal',
  ...(markDefs ? {markDefs} : {}),
  ...(children ? {children} : {}),
})

/** Whether a block contains only white space. */
export const isEmpty = (block: Texts): boolean => textOfBlock(block).trim() === ''

/** Splits a block at its line breaks. */
export function linesOf(block: Texts, newKey: NewKey): CellBlock[] {
  const text = textOfBlock(block)
  const lines: CellBlock[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push(sliceText(block, start, start + line.length, newKey))
    start += line.length + 1
  }
  return lines
}

/** Replaces the text of a cell. Marks and links of unchanged text are kept. */
export function retyped(cell: Cell, text: string, newKey: NewKey): Cell {
  if (text === textOfCell(cell)) return cell
  const value = text.split('\n').map((line, index): CellBlock => {
    const block = cell.value[index]
    return block ? withLine(block, line, newKey) : blockOf([{text: line}], newKey)
  })
  return {...cell, value}
}

/** Replaces the text of a block. New text gets the marks of the text in front of it. */
function withLine(block: CellBlock, line: string, newKey: NewKey): CellBlock {
  const before = textOfBlock(block)
  if (before === line) return block
  let start = 0
  while (start < before.length && start < line.length && before[start] === line[start]) start++
  let end = 0
  while (
    end < Math.min(before.length, line.length) - start &&
    before[before.length - 1 - end] === line[line.length - 1 - end]
  )
    end++
  const typed = line.slice(start, line.length - end)
  const head = sliceText(block, 0, start, newKey).children ?? []
  const tail = end > 0 ? (sliceText(block, before.length - end, before.length, newKey).children ?? []) : []
  const spans = [...head.filter(({text}) => text), ...tail.filter(({text}) => text)]
  const at = head.filter(({text}) => text).length - 1
  const near = spans[Math.max(0, at)] ?? block.children?.[0]
  if (!near) return {...block, children: blockOf([{text: line}], newKey).children ?? []}
  const children =
    spans.length === 0
      ? [{...near, text: typed}]
      : spans.map((span, index) =>
          index !== Math.max(0, at)
            ? span
            : {...span, text: at < 0 ? typed + (span.text ?? '') : (span.text ?? '') + typed},
        )
  return {...block, children: joinedSpans(children)}
}

/** Joins neighbouring spans with the same marks. */
function joinedSpans(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans) {
    const last = kept.at(-1)
    if (last && last.marks?.join() === span.marks?.join())
      kept[kept.length - 1] = {...last, text: (last.text ?? '') + (span.text ?? '')}
    else kept.push(span)
  }
  return kept
}
