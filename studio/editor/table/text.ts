/** Text of cells and blocks, as pure functions: taken apart and put together with its marks. */
import type {Cell, CellBlock, NewKey, Span, TextBlock} from './types.ts'

/** What the text of a block is made of. */
type Texts = Pick<CellBlock, 'children' | 'markDefs'>

export const textOfBlock = ({children = []}: Texts): string => children.map(({text = ''}) => text).join('')

/** Text of a cell, a line for each of its blocks. */
export const textOfCell = ({value}: Cell): string => value.map(textOfBlock).join('\n')

/** A cell of plain text: a block for each line. */
export function cellOf(text: string, newKey: NewKey): Cell {
  return cellOfBlocks(
    text.split('\n').map((line) => blockOf([{text: line}], newKey)),
    newKey,
  )
}

export const cellOfBlocks = (value: CellBlock[], newKey: NewKey): Cell => ({
  _type: 'cell',
  _key: newKey(),
  value: value.length > 0 ? value : [blockOf([{text: ''}], newKey)],
})

/** A block of a cell from stretches of text and their marks; links are given beside them. */
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
 * A stretch of a block's text, from one offset to another, with the marks and links that it has.
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

/** A stretch without white space at its ends. */
export function trimmedSlice(block: Texts, start: number, end: number, newKey: NewKey): CellBlock {
  const text = textOfBlock(block).slice(start, end)
  const lead = text.length - text.trimStart().length
  return sliceText(block, start + lead, Math.max(start + lead, start + text.trimEnd().length), newKey)
}

/** A cell's text as a paragraph of the body. */
export const asParagraph = ({children, markDefs}: Texts, newKey: NewKey): TextBlock => ({
  _type: 'block',
  _key: newKey(),
  style: 'normal',
  ...(markDefs ? {markDefs} : {}),
  ...(children ? {children} : {}),
})

export const isEmpty = (block: Texts): boolean => textOfBlock(block).trim() === ''

/** Blocks of a text parted at its line breaks. */
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

/** A cell retyped: marks and links stay where the text stayed. */
export function retyped(cell: Cell, text: string, newKey: NewKey): Cell {
  if (text === textOfCell(cell)) return cell
  const value = text.split('\n').map((line, index): CellBlock => {
    const block = cell.value[index]
    return block ? withLine(block, line, newKey) : blockOf([{text: line}], newKey)
  })
  return {...cell, value}
}

/** What is typed goes into the stretch that it was typed after. */
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

/** Stretches with the same marks are one. */
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
