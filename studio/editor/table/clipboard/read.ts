import {cellOf} from '../text.ts'
import type {Cell, NewKey} from '../types.ts'
import {type ReadTable, readHtmlTable} from './html.ts'
import {isTsv, readTsv} from './tsv.ts'

/** The table in the HTML of a clipboard; undefined if it contains none, or anything besides it. */
export function htmlTableOn(data: DataTransfer, newKey: NewKey): ReadTable | undefined {
  const html = data.getData('text/html')
  return html.includes('<t')
    ? readHtmlTable(new DOMParser().parseFromString(html, 'text/html').body, newKey)
    : undefined
}

/** The cells on a clipboard, where any text is at least one cell; undefined if it contains no text. */
export function cellsOn(data: DataTransfer, newKey: NewKey): Cell[][] | undefined {
  const table = htmlTableOn(data, newKey)
  if (table) return table.rows
  const text = data.getData('text/plain')
  if (isTsv(text) || text.includes('\n'))
    return readTsv(text).map((cells) => cells.map((cell) => cellOf(cell, newKey)))
  return text === '' ? undefined : [[cellOf(text, newKey)]]
}
