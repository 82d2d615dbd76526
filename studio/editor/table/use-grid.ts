import {type RefObject, useMemo, useReducer, useRef, useState} from 'react'
import type {DataGridHandle} from 'react-data-grid'
import type {Choice, Place} from './changes.ts'
import {pasted, typedInto, widthOf} from './grid.ts'
import {columnsOf, type Line, lineOf} from './grid-columns.tsx'
import {type History, record, redo, startHistory, undo} from './history.ts'
import {newKey} from './new-key.ts'
import {emptied, type Range, rangeOf} from './range.ts'
import type {Cell, TableNode} from './types.ts'
import {type SelectedCells, useRange} from './use-range.ts'

type Step = {type: 'change'; next: TableNode} | {type: 'undo' | 'redo'}

function reduce(history: History<TableNode>, step: Step): History<TableNode> {
  if (step.type === 'change') return record(history, step.next)
  return step.type === 'undo' ? undo(history) : redo(history)
}

/** A table that is being edited in its grid, with its own history. */
export interface GridState {
  /** The table when the grid was opened. Changes that others make meanwhile are kept, because only differences from it are applied. */
  opened: TableNode
  table: TableNode
  width: number
  lines: Line[]
  columns: ReturnType<typeof columnsOf>
  selection: SelectedCells
  grid: RefObject<DataGridHandle | null>
  isChanged: boolean
  canRedo: boolean
  undo: () => void
  redo: () => void
  /** Makes a change from a menu at the active cell. */
  choose: (choice: Choice) => void
  type: (place: Place, text: string) => void
  paste: (place: Place, cells: readonly (readonly Cell[])[]) => void
  /** Clears the selected cells. */
  clear: (range: Range | undefined, place: Place) => void
}

/** Edits a copy of a table until it is applied. */
export function useGrid(given: TableNode, readOnly: boolean): GridState {
  const [opened] = useState(given)
  const [history, send] = useReducer(reduce, opened, startHistory<TableNode>)
  const selection = useRange()
  const {place, range} = selection
  const grid = useRef<DataGridHandle>(null)
  const table = history.now
  const width = widthOf(table)
  const lines = useMemo(() => table.rows.map(({_key, cells}) => lineOf(_key, cells)), [table.rows])
  const columns = useMemo(() => columnsOf(width, table, !readOnly, range), [width, table, readOnly, range])
  const change = (next: TableNode) => send({type: 'change', next})
  return {
    opened,
    table,
    width,
    lines,
    columns,
    selection,
    grid,
    isChanged: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => send({type: 'undo'}),
    redo: () => send({type: 'redo'}),
    choose: ({change: changed, next}) => {
      const after = place && changed(table, place, newKey)
      // The last row or column cannot be deleted here. The table as a whole is deleted in the text.
      if (!place || !after) return
      change(after)
      const to = next?.(place) ?? place
      grid.current?.setActivePosition({rowIdx: Math.min(to.row, after.rows.length - 1), idx: to.column + 1})
    },
    type: (at, text) => change(typedInto(table, at, text, newKey)),
    paste: (at, cells) => change(pasted(table, at, cells, newKey)),
    clear: (cells, at) => change(emptied(table, cells ?? rangeOf(at, at), newKey)),
  }
}
