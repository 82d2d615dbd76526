/** The entries of the menus above a table. Each is a pure change of the table at the place of the caret. */
import {
  alignColumn,
  insertColumn,
  insertRow,
  moveColumn,
  moveRow,
  removeColumn,
  removeRow,
  widthOf,
} from './grid.ts'
import type {NewKey, TableNode} from './types.ts'

/** A cell, by its indexes. */
export interface Place {
  row: number
  column: number
}

/** An entry of a menu. */
export interface Choice {
  text: string
  tone?: 'critical'
  /** The place of the caret after the change, if it moves. */
  next?: (place: Place) => Place
  /** The changed table; undefined if nothing is left of it. */
  change: (table: TableNode, place: Place, newKey: NewKey) => TableNode | undefined
  /** Whether the change is possible there. */
  fits?: (table: TableNode, place: Place) => boolean
}

const down = ({row, column}: Place): Place => ({row: row + 1, column})
const up = ({row, column}: Place): Place => ({row: row - 1, column})
const right = ({row, column}: Place): Place => ({row, column: column + 1})
const left = ({row, column}: Place): Place => ({row, column: column - 1})

/** The menu for rows. */
export const ROW_CHOICES: readonly Choice[] = [
  {text: 'Insert a row above', change: (table, {row}, newKey) => insertRow(table, row, newKey)},
  {
    text: 'Insert a row below',
    next: down,
    change: (table, {row}, newKey) => insertRow(table, row + 1, newKey),
  },
  {
    text: 'Move the row up',
    next: up,
    fits: (_, {row}) => row > 0,
    change: (table, {row}) => moveRow(table, row, row - 1),
  },
  {
    text: 'Move the row down',
    next: down,
    fits: ({rows}, {row}) => row < rows.length - 1,
    change: (table, {row}) => moveRow(table, row, row + 1),
  },
  {text: 'Delete the row', tone: 'critical', change: (table, {row}) => removeRow(table, row)},
]

/** The menu for columns. */
export const COLUMN_CHOICES: readonly Choice[] = [
  {
    text: 'Insert a column to the left',
    change: (table, {column}, newKey) => insertColumn(table, column, newKey),
  },
  {
    text: 'Insert a column to the right',
    next: right,
    change: (table, {column}, newKey) => insertColumn(table, column + 1, newKey),
  },
  {
    text: 'Move the column left',
    next: left,
    fits: (_, {column}) => column > 0,
    change: (table, {column}, newKey) => moveColumn(table, column, column - 1, newKey),
  },
  {
    text: 'Move the column right',
    next: right,
    fits: (table, {column}) => column < widthOf(table) - 1,
    change: (table, {column}, newKey) => moveColumn(table, column, column + 1, newKey),
  },
  {text: 'Align left', change: (table, {column}) => alignColumn(table, column, 'left')},
  {text: 'Align center', change: (table, {column}) => alignColumn(table, column, 'center')},
  {text: 'Align right', change: (table, {column}) => alignColumn(table, column, 'right')},
  {text: 'Default alignment', change: (table, {column}) => alignColumn(table, column, 'none')},
  {text: 'Delete the column', tone: 'critical', change: (table, {column}) => removeColumn(table, column)},
]
