import type {Path} from '@sanity/types'

/** What the checks read of a table; an editor may have it half made. */
export interface TableDraft {
  caption?: string
  headerRows?: number
  headerColumns?: number
  rows?: {_key: string; cells?: unknown[]}[]
}

export interface Problem {
  message: string
  path?: Path
}

/** Rows whose number of cells differs from the first row's. */
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

/** Header rows or columns beyond the table's own. */
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

/** A table that neither has a header row nor a header column. */
export function headerMissing(table: TableDraft | undefined): true | string {
  if (!table || (table.headerRows ?? 0) > 0 || (table.headerColumns ?? 0) > 0) return true
  return 'No header row: readers who listen to the table cannot tell what a cell is about. Is the first row a header?'
}

export function captionMissing(table: TableDraft | undefined): true | string {
  return !table || table.caption?.trim() ? true : 'No caption. A short one says what the table shows.'
}
