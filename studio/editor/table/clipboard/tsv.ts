/**
 * Ranges of cells as spreadsheets copy them: cells are separated by tabs. A cell with a tab, a line break or a quotation mark is in quotation
 * marks, and quotation marks inside it are doubled.
 */

/** Whether a text is a range of a spreadsheet: it contains a tab that does not only indent a line. */
export const isTsv = (text: string): boolean =>
  /[^\t\n\r]\t|\t[^\t\n\r]/.test(text) && !/^\t+[^\t]*$/.test(text)

/** Splits a range into rows of cells. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  while (at <= source.length) {
    const {value, end} = source[at] === '"' ? readQuoted(source, at) : readPlain(source, at)
    row.push(value)
    if (source[end] !== '\t') {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  return rows
}

function readPlain(source: string, start: number): {value: string; end: number} {
  let end = start
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++
  return {value: source.slice(start, end), end}
}

/** A quotation mark that is never closed is part of the text. */
function readQuoted(source: string, start: number): {value: string; end: number} {
  let value = ''
  let at = start + 1
  for (;;) {
    const close = source.indexOf('"', at)
    if (close === -1) return readPlain(source, start)
    value += source.slice(at, close)
    if (source[close + 1] === '"') {
      value += '"'
      at = close + 2
      continue
    }
    const next = source[close + 1]
    return next === undefined || next === '\t' || next === '\n'
      ? {value, end: close + 1}
      : readPlain(source, start)
  }
}

/** Rows of cells as a spreadsheet reads them. */
export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(quoted).join('\t')).join('\n')

const quoted = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
