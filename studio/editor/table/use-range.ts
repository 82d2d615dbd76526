import {useMemo, useState} from 'react'
import type {Place} from './changes.ts'
import {type Range, rangeOf} from './range.ts'

/** How far each key goes: down, to the right. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

interface Chosen {
  /** The active cell. */
  place: Place | undefined
  /** Where several are chosen: the rectangle between the active cell and another. */
  range: Range | undefined
  /** Another cell is active: it is chosen alone. */
  activate: (place: Place | undefined) => void
  /** The rectangle reaches from the active cell to this one; nothing but the active cell is chosen without one. */
  reachTo: (place: Place | undefined) => void
  /** The cell that an arrow key reaches to; undefined for other keys. */
  stepTo: (key: string, size: {rows: number; columns: number}) => Place | undefined
}

/** Which cells of a grid are chosen, as in a spreadsheet. */
export function useRange(): Chosen {
  const [place, setPlace] = useState<Place>()
  const [reach, setReach] = useState<Place>()
  const range = useMemo(() => (place && reach ? rangeOf(place, reach) : undefined), [place, reach])
  return {
    place,
    range,
    activate: (next) => {
      setReach(undefined)
      setPlace(next)
    },
    reachTo: setReach,
    stepTo: (key, {rows, columns}) => {
      const arrow = ARROWS[key]
      const from = reach ?? place
      if (!arrow || !from) return undefined
      const [down, right] = arrow
      return {
        row: Math.min(rows - 1, Math.max(0, from.row + down)),
        column: Math.min(columns - 1, Math.max(0, from.column + right)),
      }
    },
  }
}
