/** What the Studio's tables do besides what they do by themselves: a new row by Tab, ranges of cells from and to the clipboard. */
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
import {startOfCell, tableAt} from './caret.ts'
import {readHtmlTable, writeHtmlTable} from './clipboard/html.ts'
import {isTsv, readTsv} from './clipboard/tsv.ts'
import {insertColumn, insertRow, moveColumn, pasted, removeColumn, tableOf} from './grid.ts'
import {cellsIn, headersIn} from './range.ts'
import {stepsBetween} from './steps.ts'
import {cellOf} from './text.ts'
import type {Cell, NewKey, TableNode} from './types.ts'

const {getTableSelection} = defineTable()

type Selected = NonNullable<EditorSelection>

const bodyOf = ({context}: EditorSnapshot) => context.value as {_key: string; _type: string}[]

/** The table and the place in it that the caret, or the start of a selection, is at. */
export function tableIn(snapshot: EditorSnapshot) {
  const {selection} = snapshot.context
  if (!selection) return undefined
  return tableAt(bodyOf(snapshot), selection.backward ? selection.focus : selection.anchor)
}

/** Makes one state of a table of another: one step of the editor's history, and only what differs is written. */
export const changeTable = (before: TableNode, after: TableNode, now?: TableNode): BehaviorAction[] =>
  stepsBetween(before, after, now).map((step) => raise(step as Parameters<typeof raise>[0]))

/** A type, not an interface: events are records of anything. */
export type TableChange = {before: TableNode; after: TableNode}

/** What a bar, a menu or a grid sends to change a table, of which somebody else may have changed another part since. */
export const tableChange = (change: TableChange) => ({type: 'custom.table.change', ...change}) as const

const onTableChange: Behavior = defineBehavior<TableChange, 'custom.table.change', {now: TableNode}>({
  on: 'custom.table.change',
  guard: ({snapshot, event: {before}}) => {
    const now = bodyOf(snapshot).find(({_key}) => _key === before._key)
    return now?._type === 'table' && {now: now as TableNode}
  },
  actions: [({event: {before, after}}, {now}) => changeTable(before, after, now)],
}) as Behavior

export function selectCell(table: TableNode, row: number, column: number): BehaviorAction[] {
  const point = startOfCell(table, row, column)
  return point ? [raise({type: 'select', at: {anchor: point, focus: point} as Selected})] : []
}

/** Tab in the last cell makes a row, and goes to its first cell. */
const tabPastEnd = (newKey: NewKey): Behavior =>
  defineBehavior({
    on: 'keyboard.keydown',
    guard: ({snapshot, event: {originEvent}}) => {
      const {key, shiftKey, altKey, ctrlKey, metaKey} = originEvent
      if (key !== 'Tab' || shiftKey || altKey || ctrlKey || metaKey) return false
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

interface Piece {
  rows: Cell[][]
  headerRows: number
  caption?: string
}

/** A range of cells on the clipboard; undefined where it holds something else, or what the editor itself put there. */
function rangeOn(data: DataTransfer, newKey: NewKey): Piece | undefined {
  if (data.getData('application/x-portable-text') !== '') return undefined
  const html = data.getData('text/html')
  if (html.includes('<t')) {
    const read = readHtmlTable(new DOMParser().parseFromString(html, 'text/html').body, newKey)
    if (read) return read
  }
  const text = data.getData('text/plain')
  if (!isTsv(text)) return undefined
  return {rows: readTsv(text).map((row) => row.map((cell) => cellOf(cell, newKey))), headerRows: 0}
}

/** A range of cells goes into the cells from the caret on, or becomes a table between the paragraphs. */
const pasteRange = (newKey: NewKey): Behavior =>
  defineBehavior({
    on: 'clipboard.paste',
    guard: ({snapshot, event}) => {
      const range = rangeOn(event.originEvent.dataTransfer, newKey)
      if (!range) return false
      const found = tableIn(snapshot)
      // A single cell is text like any other where the caret is in a text.
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

/** The selected cells as a spreadsheet and a word processor take them, beside what the editor puts on the clipboard. */
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
          writeHtmlTable(cellsIn(table, range), headersIn(table, range)),
        )
      }),
    ],
  ],
})

/** How columns stand, and which are headers, goes with them when they are put in, moved and taken out. */
const columnsKeepTheirLook = (newKey: NewKey): Behavior[] => {
  const upkeep = (
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
    upkeep('insert', (table, column, {position}) =>
      insertColumn(table, position === 'before' ? column : column + 1, newKey),
    ),
    upkeep('unset', (table, column) => removeColumn(table, column)),
    upkeep('move', (table, column, {to}) => {
      const target = tableAt([table], {path: to as unknown[], offset: 0})
      return target && moveColumn(table, column, target.caret.column, newKey)
    }),
  ]
}

export const tableBehaviors = (newKey: NewKey): Behavior[] => [
  tabPastEnd(newKey),
  pasteRange(newKey),
  copyAsHtml,
  onTableChange,
  ...columnsKeepTheirLook(newKey),
]
