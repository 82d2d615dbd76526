import {tableOf} from '../../../../studio/editor/table/grid.ts'
import {asParagraph, blockOf, cellOf, textOfBlock, textOfCell} from '../../../../studio/editor/table/text.ts'
import type {NewKey, TableNode, TextBlock} from '../../../../studio/editor/table/types.ts'

/** Keys that count up. */
export function keys(): NewKey {
  let count = 0
  return () => `k${++count}`
}

export function table(rows: readonly (readonly string[])[], more: Partial<TableNode> = {}): TableNode {
  const newKey = keys()
  const cells = rows.map((row) => row.map((text) => cellOf(text, newKey)))
  return {...tableOf(cells, 0, newKey), _key: 'table', ...more} as TableNode
}

export const gridOf = ({rows}: Pick<TableNode, 'rows'>): string[][] =>
  rows.map(({cells}) => cells.map(textOfCell))

export function paragraph(...spans: (string | {text: string; marks: string[]})[]): TextBlock {
  const newKey = keys()
  return asParagraph(
    blockOf(
      spans.map((span) => (typeof span === 'string' ? {text: span} : span)),
      newKey,
    ),
    newKey,
  )
}

export {textOfBlock, textOfCell}
