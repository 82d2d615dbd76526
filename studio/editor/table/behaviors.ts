/** What tables do in addition to the editor's own behavior: Tab adds a row, and ranges of cells are copied and pasted. */
import type {EditorSelection, EditorSnapshot} from '@portabletext/editor'
import {
  type Behavior,
  type BehaviorAction,
  defineBehavior,
  effect,
  forward,
  raise,
} from '@portabletext/editor/behaviors'
import {defineTable} from '@portabletext/plugin-table'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {startOfCell, tableAt} from './caret.ts'
import {writeHtmlTable} from './clipboard/html.ts'
import {htmlTableOn} from './clipboard/read.ts'
import {isTsv, readTsv} from './clipboard/tsv.ts'
import {insertColumn, insertRow, moveColumn, pasted, removeColumn, tableOf} from './grid.ts'
import {cellsIn, headerRowsIn} from './range.ts'
import {stepsBetween} from './steps.ts'
import {cellOf} from './text.ts'
import type {Cell, NewKey, TableNode} from './types.ts'

const {getTableSelection} = defineTable()

type Selected = NonNullable<EditorSelection>

const bodyOf = ({context}: EditorSnapshot) => context.value as {_key: string; _type: string}[]

/** The table that contains the caret or the start of the selection, and the place in it. */
export function tableIn(snapshot: EditorSnapshot) {
  const {selection} = snapshot.context
  if (!selection) return undefined
  return tableAt(bodyOf(snapshot), selection.backward ? selection.focus : selection.anchor)
}

/** Changes a table in one step of the editor's history. Only differences are written. */
export const changeTable = (before: TableNode, after: TableNode, now?: TableNode): BehaviorAction[] =>
  stepsBetween(before, after, now).map((step) => raise(step as Parameters<typeof raise>[0]))

/** A change of a table. It is a type and not an interface, because the editor's events are records with any keys. */
export type TableChange = {before: TableNode; after: TableNode}

/** The event by which a bar, a menu or a grid changes a table. Changes that others have made in other cells since are kept. */
export const tableChange = (change: TableChange) => ({type: 'custom.table.change', ...change}) as const

const onTableChange: Behavior = defineBehavior<TableChange, 'custom.table.change', {now: TableNode}>({
  on: 'custom.table.change',
  guard: ({snapshot, event: {before}}) => {
    const now = bodyOf(snapshot).find(({_key}) => _key === before._key)
    return now?._type === 'table' && {now: now as TableNode}
  },
  actions: [({event: {before, after}}, {now}) => changeTable(before, after, now)],
}) as Behavior

/** Puts the caret into a cell. */
export function selectCell(table: TableNode, row: number, column: number): BehaviorAction[] {
  const point = startOfCell(table, row, column)
  return point ? [raise({type: 'select', at: {anchor: point, focus: point} as Selected})] : []
}

/** Tab in the last cell adds a row and moves to its first cell. */
const tabPastEnd = (newKey: NewKey): Behavior =>
  defineBehavior({
    on: 'keyboard.keydown',
    guard: ({snapshot, event: {originEvent}}) => {
      if (!isPressed(SHORTCUTS.nextCell, originEvent)) return false
      const found = tableIn(snapshot)
      if (!found) return false
      const {table, caret} = found
      const isLast =
        caret.row === table.rows.length - 1 && caret.column === (table.rows[caret.row]?.cells.length ?? 0) - 1
      return isLast && {table}
    },
    actions: [
      (_, {table}) => {
        const next = insertRow(table, table.rows.length, newKey)
        return [...changeTable(table, next), ...selectCell(next, next.rows.length - 1, 0)]
      },
    ],
  })

interface PastedCells {
  rows: Cell[][]
  headerRows: number
  caption?: string
}

/** The range of cells on a clipboard; undefined for other content, and for content that the editor copied itself. */
function rangeOn(data: DataTransfer, newKey: NewKey): PastedCells | undefined {
  if (data.getData('application/x-portable-text') !== '') return undefined
  const table = htmlTableOn(data, newKey)
  if (table) return table
  const text = data.getData('text/plain')
  if (!isTsv(text)) return undefined
  return {rows: readTsv(text).map((row) => row.map((cell) => cellOf(cell, newKey))), headerRows: 0}
}

/** Pasted cells replace the cells from the caret on, or become a new table outside of tables. */
const pasteRange = (newKey: NewKey): Behavior =>
  defineBehavior({
    on: 'clipboard.paste',
    guard: ({snapshot, event}) => {
      const range = rangeOn(event.originEvent.dataTransfer, newKey)
      if (!range) return false
      const found = tableIn(snapshot)
      // Outside of tables, a single cell is pasted as text.
      if (!found && range.rows.length === 1 && range.rows[0]?.length === 1) return false
      return {range, found}
    },
    actions: [
      (_, {range: {rows, headerRows, caption}, found}) => {
        if (!found) {
          const block = {...tableOf(rows, headerRows, newKey), _key: newKey(), ...(caption ? {caption} : {})}
          return [raise({type: 'insert.block', block: block as never, placement: 'auto', select: 'end'})]
        }
        const {table, caret} = found
        const next = pasted(table, caret, rows, newKey)
        return [...changeTable(table, next), ...selectCell(next, caret.row, caret.column)]
      },
    ],
  })

/** Copies the selected cells also as HTML, which spreadsheets and word processors can paste. */
const copyAsHtml: Behavior = defineBehavior({
  on: 'clipboard.copy',
  guard: ({snapshot}) => {
    const selection = getTableSelection(snapshot)
    const found = selection && tableIn(snapshot)
    return found ? {table: found.table, selection} : false
  },
  actions: [
    ({event}, {table, selection}) => [
      forward(event),
      effect(() => {
        const [[top, bottom], [left, right]] = [selection.rowRange, selection.colRange]
        const range = {top, bottom, left, right}
        event.originEvent.dataTransfer.setData(
          'text/html',
          writeHtmlTable(cellsIn(table, range), headerRowsIn(table, range)),
        )
      }),
    ],
  ],
})

/** Keeps the alignment of columns and the number of header columns correct when columns are inserted, moved and deleted. */
const columnProperties = (newKey: NewKey): Behavior[] => {
  const on = (
    name: 'insert' | 'unset' | 'move',
    change: (table: TableNode, column: number, event: Record<string, unknown>) => TableNode | undefined,
  ): Behavior =>
    defineBehavior<Record<string, unknown>, `custom.${string}`, {table: TableNode; column: number}>({
      on: `custom.${name}.column`,
      guard: ({snapshot, event}) => {
        const found = tableAt(bodyOf(snapshot), {path: event.at as unknown[], offset: 0})
        const isPlain = !found?.table.alignment && !found?.table.headerColumns
        return found && !isPlain ? {table: found.table, column: found.caret.column} : false
      },
      actions: [
        ({event}, {table, column}) => {
          const next = change(table, column, event)
          return next ? changeTable(table, next) : [forward(event)]
        },
      ],
    })
  return [
    on('insert', (table, column, {position}) =>
      insertColumn(table, position === 'before' ? column : column + 1, newKey),
    ),
    on('unset', (table, column) => removeColumn(table, column)),
    on('move', (table, column, {to}) => {
      const target = tableAt([table], {path: to as unknown[], offset: 0})
      return target && moveColumn(table, column, target.caret.column, newKey)
    }),
  ]
}

/** All behaviors of tables. */
export const tableBehaviors = (newKey: NewKey): Behavior[] => [
  tabPastEnd(newKey),
  pasteRange(newKey),
  copyAsHtml,
  onTableChange,
  ...columnProperties(newKey),
]
