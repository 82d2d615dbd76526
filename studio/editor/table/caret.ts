/** Converts between points of the editor and places in a table. */
import type {Caret} from './split-row.ts'
import type {BodyNode, TableNode} from './types.ts'

/** A step of a path: a key, the name of a field, or an index. */
type Step = unknown
/** A point in the text, as the editor stores it. */
export interface Point {
  path: readonly Step[]
  offset: number
}

const keyOf = (step: Step): string | undefined =>
  typeof step === 'object' && step !== null && '_key' in step ? String(step._key) : undefined

/** The table that contains a point, and the place in it; undefined outside of tables. */
export function tableAt(
  body: readonly {_key: string; _type: string}[],
  point: Point | undefined,
): {table: TableNode; caret: Caret} | undefined {
  const [block, , rowStep, , cellStep, , textStep] = point?.path ?? []
  const table = body.find(({_key}) => _key === keyOf(block)) as BodyNode | undefined
  if (!point || table?._type !== 'table') return undefined
  const row = table.rows.findIndex(({_key}) => _key === keyOf(rowStep))
  const column = table.rows[row]?.cells.findIndex(({_key}) => _key === keyOf(cellStep)) ?? -1
  const cell = table.rows[row]?.cells[column]
  if (!cell) return undefined
  const index = cell.value.findIndex(({_key}) => _key === keyOf(textStep))
  const text = cell.value[Math.max(0, index)]
  const span = keyOf(point.path[8])
  let before = 0
  for (const child of text?.children ?? []) {
    if (child._key === span) break
    before += child.text?.length ?? 0
  }
  return {table, caret: {row, column, block: Math.max(0, index), offset: before + point.offset}}
}

/** The point at the start of a cell. */
export function startOfCell(table: TableNode, row: number, column: number): Point | undefined {
  const line = table.rows[row]
  const cell = line?.cells[column]
  const block = cell?.value[0]
  const span = block?.children?.[0]
  if (!line || !cell || !block || !span) return undefined
  const path = [
    {_key: table._key},
    'rows',
    {_key: line._key},
    'cells',
    {_key: cell._key},
    'value',
    {_key: block._key},
    'children',
    {_key: span._key},
  ]
  return {path, offset: 0}
}
