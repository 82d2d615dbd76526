/** A table as a rectangular block. */
import type {RootContent} from 'mdast'
import type {CellBlock, Table, TableCell, TableRow} from '../../../schemas/body.ts'
import type {Report} from '../findings/report.ts'
import type {Caption, Grid, GridCell, GridRow} from '../markdown/nodes.ts'
import type {SourceRange, TracedText} from '../trace/traced-text.ts'
import {hull, join, rangesOf} from '../trace/traced-text.ts'
import {captionText} from './caption.ts'
import {cellBlocks} from './cell.ts'
import {contentOf} from './content.ts'
import type {Context} from './context.ts'
import type {Entry} from './entry.ts'
import {originAt} from './entry.ts'
import {expandGrid, type Place} from './grid.ts'
import {createKeys} from './keys.ts'
import {isLayout} from './layout.ts'

/** Characters that spans may repeat in one table, beyond which covered places stay empty. */
const MAX_REPEATED = 100_000

interface Content {
  blocks: CellBlock[]
  text: TracedText
}

/** The block of a table, after it what its rows could not hold; the content of a frame as blocks. */
export function tableBlocks(node: Grid, context: Context): Entry[] {
  const rows = node.children.filter((child): child is GridRow => child.type === 'gridRow')
  const captions = node.children.filter((child): child is Caption => child.type === 'caption')
  const stray = node.children.filter((child) => child.type === 'flow')
  const expanded = isLayout(node, rows) ? undefined : expandGrid(rows)
  if (!expanded) {
    report(
      'table-flattened',
      'A table that is only used for layout, or has no proper rows, was read as text.',
      context,
      node,
    )
    return context.flow([...captions, ...rows, ...stray] as RootContent[], context)
  }
  const contents = createContents(context.report)
  const places = withoutBlanks(expanded.rows, contents.of)
  // With its blanks gone it may be no more than a frame.
  if (places.length * (places[0]?.length ?? 0) < 2) {
    return context.flow([...captions, ...rows, ...stray] as RootContent[], context)
  }
  if (expanded.cut)
    report(
      'table-cut',
      'Some cells span more rows or columns than a table can have. Their text appears only once.',
      context,
      node,
    )
  else if (expanded.spanned) reportSpans(places, contents.of, context)
  if (expanded.padded)
    report('table-padded', 'Rows shorter than the table were filled with empty cells.', context, node)

  const heads = headerRows(node, places)
  const columns = headerColumns(places.slice(heads))
  const alignment = alignments(places.slice(heads))
  const caption = captionText(captions)
  const block: Table = {
    _type: 'table',
    _key: '',
    ...(caption.value ? {caption: caption.value} : {}),
    headerRows: heads,
    ...(columns > 0 ? {headerColumns: columns} : {}),
    ...(alignment ? {alignment} : {}),
    rows: toRows(places, contents),
  }
  const text = join([caption, ...contents.texts(places)])
  return context.flow(stray as RootContent[], context, [{block, ...text}])
}

function report(
  code: 'table-flattened' | 'table-cut' | 'table-padded',
  message: string,
  context: Context,
  node: Grid,
): void {
  context.report({code, message, ranges: rangesOf(originAt(node))})
}

/** The blocks of each cell, made once however many places it covers. */
function createContents(reportRepair: Report) {
  const made = new Map<GridCell, Content>()
  let repeated = 0
  const of = (cell: GridCell | undefined): Content => {
    if (!cell) return {blocks: [], text: {value: '', origin: []}}
    const known = made.get(cell)
    if (known) return known
    const entries = cellBlocks(cell.children, reportRepair)
    const key = createKeys()
    for (const {block} of entries) block._key = key(contentOf(block))
    const content: Content = {
      blocks: entries.map(({block}) => ({...block, style: 'normal'})),
      text: join(entries),
    }
    made.set(cell, content)
    return content
  }
  return {
    of,
    /** Blocks for a place; a copy for each, since an editor changes one without the other. */
    take({cell, repeated: again}: Place): CellBlock[] {
      const {blocks, text} = of(cell)
      if (again) repeated += text.value.length
      if (blocks.length === 0 || (again && repeated > MAX_REPEATED)) return [emptyBlock()]
      return again ? structuredClone(blocks) : blocks
    },
    /** The text of every cell, once, in reading order. */
    texts(places: readonly Place[][]): TracedText[] {
      const cells = new Set(places.flatMap((row) => row.flatMap(({cell}) => cell ?? [])))
      return [...cells].map((cell) => of(cell).text)
    },
  }
}

/** The Studio's tables need a block to type in, in every cell. */
function emptyBlock(): CellBlock {
  const block: CellBlock = {
    _type: 'block',
    _key: '',
    style: 'normal',
    children: [{_type: 'span', _key: createKeys()(''), text: '', marks: []}],
    markDefs: [],
  }
  block._key = createKeys()(contentOf(block))
  return block
}

/** Rows and columns in which no place has text only keep others apart. */
function withoutBlanks(rows: readonly Place[][], of: (cell: GridCell | undefined) => Content): Place[][] {
  const filled = (place: Place | undefined): boolean => of(place?.cell).text.value !== ''
  const kept = rows.filter((row) => row.some(filled))
  const columns = (kept[0] ?? []).map((_, column) => kept.some((row) => filled(row[column])))
  return columns.every(Boolean) ? kept : kept.map((row) => row.filter((_, column) => columns[column]))
}

/** The rows that the table declares as its head; otherwise the rows at its top with only header cells. */
function headerRows(node: Grid, rows: readonly Place[][]): number {
  if (node.headRows !== undefined) {
    const head = new Set(node.children.filter((child) => child.type === 'gridRow').slice(0, node.headRows))
    const cells = new Set([...head].flatMap((row) => row.children))
    return leading(rows, (row) =>
      row.some(({cell, repeated}) => !repeated && cell !== undefined && cells.has(cell)),
    )
  }
  const heads = leading(rows, (row) => row.every(({cell}) => cell?.header ?? true))
  // A row of one cell is the head of a section if others of its kind follow.
  const isSection = (row: readonly Place[] | undefined): boolean =>
    row !== undefined && row.length > 1 && row.every(({cell}) => cell?.header && cell === row[0]?.cell)
  return isSection(rows[heads - 1]) && rows.slice(heads).some(isSection) ? heads - 1 : heads
}

/** Columns at the left that hold only header cells below the head. */
function headerColumns(rows: readonly Place[][]): number {
  const columns = (rows[0] ?? []).map((_, column) => column)
  return leading(columns, (column) => rows.every((row) => row[column]?.cell?.header === true))
}

function leading<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  const first = items.findIndex((item) => !test(item))
  return first === -1 ? items.length : first
}

/** Alignment of the columns, where the source gives any. */
function alignments(rows: readonly Place[][]): Table['alignment'] {
  const found = (rows[0] ?? []).map((first, column) => {
    const align = first.cell?.align
    return align && rows.every((row) => row[column]?.cell?.align === align) ? align : 'none'
  })
  return found.some((align) => align !== 'none') ? found : undefined
}

function toRows(places: readonly Place[][], contents: ReturnType<typeof createContents>): TableRow[] {
  const rowKey = createKeys()
  return places.map((row) => {
    const cellKey = createKeys()
    const cells = row.map((place): TableCell => {
      const value = contents.take(place)
      return {_type: 'cell', _key: cellKey(value.map((block) => block._key).join()), value}
    })
    return {_type: 'row', _key: rowKey(cells.map((cell) => cell._key).join()), cells}
  })
}

function reportSpans(rows: readonly Place[][], of: (cell: GridCell) => Content, context: Context): void {
  const spanning = new Set(rows.flat().flatMap(({cell, repeated}) => (repeated && cell ? [cell] : [])))
  const ranges = [...spanning].flatMap((cell): SourceRange[] => {
    const range = hull(of(cell).text.origin)
    return range ? [range] : []
  })
  if (ranges.length === 0) return
  const count = ranges.length === 1 ? 'A cell spans' : `${ranges.length} cells span`
  const message = `${count} several rows or columns. The text was repeated in each of them.`
  context.report({code: 'table-spans-expanded', message, ranges})
}
