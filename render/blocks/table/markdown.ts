import type {PhrasingContent, RootContent, TableCell, TableRow} from 'mdast'
import type {ShownCell, ShownTable} from '../../body.ts'
import {caption} from '../../markdown/caption.ts'
import {phrasing} from '../../markdown/phrasing.ts'

/**
 * A table of GitHub's Markdown after its caption. Such a table has exactly one header row: a table without one gets an
 * empty one, and of several header rows the later ones become rows of the body.
 *
 * @see https://github.github.com/gfm/#tables-extension-
 */
export function markdown(value: ShownTable): RootContent[] {
  const rows = value.rows.map((cells): TableRow => ({type: 'tableRow', children: cells.map(cell)}))
  const head: TableRow[] =
    value.headerRows > 0 ? [] : [{type: 'tableRow', children: value.alignment.map(() => cell([]))}]
  const align = value.alignment.map((alignment) => alignment ?? null)
  return [...caption(value.caption), {type: 'table', align, children: [...head, ...rows]}]
}

/** A cell is one line: `<br>` separates its blocks, and list items keep a marker. */
function cell(blocks: ShownCell): TableCell {
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
