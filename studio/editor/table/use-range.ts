import {useMemo, useState} from 'react'
import {isPressed, type PressedKeys} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import type {Place} from './changes.ts'
import {type Range, rangeOf} from './range.ts'

/** The shortcuts that extend the selection, and how many rows and columns each moves its end. */
const DIRECTIONS = [
  [SHORTCUTS.extendUp, -1, 0],
  [SHORTCUTS.extendDown, 1, 0],
  [SHORTCUTS.extendLeft, 0, -1],
  [SHORTCUTS.extendRight, 0, 1],
] as const

/** The selected cells of a grid. */
export interface SelectedCells {
  /** The active cell. */
  place: Place | undefined
  /** The rectangle between the active cell and another one, if several cells are selected. */
  range: Range | undefined
  /** Makes a cell active, and selects only that one. */
  activate: (place: Place | undefined) => void
  /** Selects the rectangle between the active cell and this one, or only the active cell. */
  extendTo: (place: Place | undefined) => void
  /** The cell to which a shortcut extends the selection; undefined for other keys. */
  neighbour: (event: PressedKeys, size: {rows: number; columns: number}) => Place | undefined
}

/** Keeps track of the selected cells, as a spreadsheet does. */
export function useRange(): SelectedCells {
  const [place, setPlace] = useState<Place>()
  const [end, setEnd] = useState<Place>()
  const range = useMemo(() => (place && end ? rangeOf(place, end) : undefined), [place, end])
  return {
    place,
    range,
    activate: (next) => {
      setEnd(undefined)
      setPlace(next)
    },
    extendTo: setEnd,
    neighbour: (event, {rows, columns}) => {
      const direction = DIRECTIONS.find(([shortcut]) => isPressed(shortcut, event))
      const from = end ?? place
      if (!direction || !from) return undefined
      const [, down, right] = direction
      return {
        row: Math.min(rows - 1, Math.max(0, from.row + down)),
        column: Math.min(columns - 1, Math.max(0, from.column + right)),
      }
    },
  }
}
