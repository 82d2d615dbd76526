import type {PhrasingContent, RootContent, TableCell, TableRow} from 'mdast'
import type {TableCell as Cell, Table} from '../body.ts'
import {caption} from './caption.ts'
import {phrasing} from './phrasing.ts'

/**
 * A table of GitHub's Markdown, after its caption. Such a table has exactly one header row: without one it gets an
 * empty one, and of several the later ones become rows of the body.
 *
 * @see https://github.github.com/gfm/#tables-extension-
 */
export function table(value: Table): RootContent[] {
  const rows = value.rows.map((cells): TableRow => ({type: 'tableRow', children: cells.map(cell)}))
  const head: TableRow[] =
    value.headerRows > 0 ? [] : [{type: 'tableRow', children: value.alignment.map(() => cell([]))}]
  const align = value.alignment.map((alignment) => alignment ?? null)
  return [...caption(value.caption), {type: 'table', align, children: [...head, ...rows]}]
}

/** A cell is one line: blocks are parted by `<br>`, list items keep a marker. */
function cell(blocks: Cell): TableCell {
  const children: PhrasingContent[] = []
  let number = 0
  for (const block of blocks) {
    number = block.listItem === 'number' ? number + 1 : 0
    if (children.length > 0) children.push({type: 'html', value: '<br>'})
    if (block.listItem) children.push({type: 'text', value: number ? `${number}. ` : '• '})
    children.push(...phrasing(block, 'html'))
  }
  return {type: 'tableCell', children}
}
