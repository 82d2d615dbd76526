import 'react-data-grid/lib/styles.css'
import type {ClipboardEvent, ComponentProps} from 'react'
import {DataGrid} from 'react-data-grid'
import {useColorSchemeValue} from 'sanity'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import type {Place} from './changes.ts'
import {writeHtmlTable} from './clipboard/html.ts'
import {cellsOn} from './clipboard/read.ts'
import {writeTsv} from './clipboard/tsv.ts'
import type {Line} from './grid-columns.tsx'
import {newKey} from './new-key.ts'
import {cellsIn, headerRowsIn, type Range} from './range.ts'
import {textOfCell} from './text.ts'
import type {TableNode} from './types.ts'
import type {GridState} from './use-grid.ts'

type GridProps = ComponentProps<typeof DataGrid<Line>>
type Handler<Name extends keyof GridProps> = NonNullable<GridProps[Name]>

/** The cells of a long table in a data grid, of which only the visible part is drawn. */
export function TableGrid({state, readOnly}: {state: GridState; readOnly: boolean}) {
  const {table, lines, columns, selection, grid} = state
  const {range, activate} = selection
  const scheme = useColorSchemeValue()
  return (
    <DataGrid
      ref={grid}
      aria-label={table.caption || 'Table'}
      className={scheme === 'dark' ? 'rdg-dark' : 'rdg-light'}
      style={{blockSize: 'min(60vh, 640px)'}}
      columns={columns}
      rows={lines}
      rowKeyGetter={({key}) => key}
      rowClass={(_, row) => (row < table.headerRows ? 'copydesk-header-row' : undefined)}
      onActivePositionChange={({rowIdx, column}) =>
        activate(column && rowIdx >= 0 ? placeOf(rowIdx, column.idx) : undefined)
      }
      onCellMouseDown={extendByMouse(state)}
      onCellKeyDown={handleKey(state, readOnly)}
      onRowsChange={(changed, {indexes, column}) => {
        const [row] = indexes
        const text = row === undefined ? undefined : changed[row]?.[column.key]
        if (row !== undefined && text !== undefined) state.type(placeOf(row, column.idx), text)
      }}
      onCellPaste={({row, column}, event) => {
        const cells = readOnly ? undefined : cellsOn(event.clipboardData, newKey)
        if (cells) {
          event.preventDefault()
          state.paste(placeOf(lines.indexOf(row), column.idx), cells)
        }
        return row
      }}
      onCellCopy={({row, column}, event) => {
        event.preventDefault()
        if (range) copyRange(table, range, event)
        else event.clipboardData.setData('text/plain', row[column.key] ?? '')
      }}
    />
  )
}

/** The first column of the grid holds the numbers of the rows. */
const placeOf = (row: number, index: number): Place => ({row, column: Math.max(0, index - 1)})

/** A click with Shift selects the cells between the active one and the clicked one. */
const extendByMouse =
  ({selection: {place, extendTo}}: GridState): Handler<'onCellMouseDown'> =>
  ({rowIdx, column}, event) => {
    const isExtending = event.shiftKey && place !== undefined
    extendTo(isExtending ? placeOf(rowIdx, column.idx) : undefined)
    if (!isExtending) return
    event.preventGridDefault()
    event.preventDefault()
  }

const handleKey =
  ({selection, lines, width, clear}: GridState, readOnly: boolean): Handler<'onCellKeyDown'> =>
  ({mode}, event) => {
    const {place, range, extendTo, neighbour} = selection
    if (mode !== 'ACTIVE' || !place) return
    const next = neighbour(event, {rows: lines.length, columns: width})
    if (next) {
      event.preventGridDefault()
      event.preventDefault()
      extendTo(next)
    } else if (isPressed(SHORTCUTS.clearCells, event) && !readOnly) {
      event.preventGridDefault()
      clear(range, place)
    } else if (isPressed(SHORTCUTS.clearSelection, event) && range) {
      // The dialog would close otherwise.
      event.stopPropagation()
      extendTo(undefined)
    }
  }

function copyRange(table: TableNode, range: Range, {clipboardData}: ClipboardEvent): void {
  const cells = cellsIn(table, range)
  clipboardData.setData('text/plain', writeTsv(cells.map((line) => line.map(textOfCell))))
  clipboardData.setData('text/html', writeHtmlTable(cells, headerRowsIn(table, range)))
}
