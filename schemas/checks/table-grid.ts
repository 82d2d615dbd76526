import type {Path} from '@sanity/types'

/** The part of a table that is checked. Fields may be missing while an editor is creating it. */
export interface TableDraft {
  caption?: string
  headerRows?: number
  headerColumns?: number
  rows?: {_key: string; cells?: unknown[]}[]
}

/** A problem, and the field that it is about. */
export interface Problem {
  message: string
  path?: Path
}

/** Reports rows with more or fewer cells than the first row. */
export function raggedRows(table: TableDraft | undefined): true | Problem[] {
  const [first, ...others] = table?.rows ?? []
  if (!first) return true
  const width = first.cells?.length ?? 0
  const problems = others.flatMap((row, index): Problem[] => {
    const cells = row.cells?.length ?? 0
    if (cells === width) return []
    return [
      {
        message: `Row ${index + 2} has ${cells} cells, the first row has ${width}. Add or remove cells until every row has ${width}.`,
        path: ['rows', {_key: row._key}],
      },
    ]
  })
  return problems.length > 0 ? problems : true
}

/** Reports more header rows or columns than the table has. */
export function headersInside(table: TableDraft | undefined): true | Problem[] {
  if (!table) return true
  const rows = table.rows?.length ?? 0
  const columns = table.rows?.[0]?.cells?.length ?? 0
  const problems: Problem[] = []
  const {headerRows = 0, headerColumns = 0} = table
  if (headerRows > rows) {
    problems.push({
      message: `${headerRows} header rows, but the table has ${rows} rows.`,
      path: ['headerRows'],
    })
  }
  if (headerColumns > columns) {
    problems.push({
      message: `${headerColumns} header columns, but the table has ${columns} columns.`,
      path: ['headerColumns'],
    })
  }
  return problems.length > 0 ? problems : true
}

/** Reports a table without header rows and header columns. */
export function headerMissing(table: TableDraft | undefined): true | string {
  if (!table || (table.headerRows ?? 0) > 0 || (table.headerColumns ?? 0) > 0) return true
  return 'No header row. Screen readers use it to describe cells. Is the first row a header?'
}

/** Reports a missing caption. */
export function captionMissing(table: TableDraft | undefined): true | string {
  return !table || table.caption?.trim() ? true : 'No caption. Add a short one that describes the table.'
}
