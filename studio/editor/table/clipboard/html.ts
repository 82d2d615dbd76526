/** Reads and writes tables as HTML for the clipboard. The HTML is parsed into a document that runs and loads nothing. */
import {CELL_DECORATORS, type CellDecorator} from '../../../../schemas/names.ts'
import {blockOf, cellOfBlocks} from '../text.ts'
import type {Cell, CellBlock, NewKey, Span} from '../types.ts'

/** A table that was read from HTML. */
export interface ReadTable {
  rows: Cell[][]
  headerRows: number
  caption?: string
}

/** The largest number of rows or columns that one cell can span. */
const MAX_SPAN = 1000
const BLOCKS = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE DIV DL H1 H2 H3 H4 H5 H6 LI OL P PRE SECTION UL'.split(' '),
)
/** The elements that each decorator of a cell is read from; the first is written. */
const ELEMENTS: Record<CellDecorator, readonly [string, ...string[]]> = {
  strong: ['strong', 'b'],
  em: ['em', 'i'],
  code: ['code', 'tt'],
  sub: ['sub'],
  sup: ['sup'],
  latex: ['math'],
}
const MARKS: ReadonlyMap<string, string> = new Map(
  CELL_DECORATORS.flatMap((mark) =>
    ELEMENTS[mark].map((name): [string, string] => [name.toUpperCase(), mark]),
  ),
)
const SAFE = /^(?:https?:|mailto:|tel:)/i

/**
 * The only table in a piece of HTML. A cell that spans several rows or columns is repeated in each of them. Undefined if there is no table, or
 * text or another table besides it, because the HTML is then a part of a page.
 */
export function readHtmlTable(root: ParentNode, newKey: NewKey): ReadTable | undefined {
  const tables = [...root.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'))
  const [table] = tables
  if (!table || tables.length > 1 || hasTextBeside(root, table)) return undefined
  const grid: (Cell | undefined)[][] = []
  let headerRows = 0
  const trs = [...table.querySelectorAll('tr')].filter((tr) => tr.closest('table') === table)
  for (const [row, tr] of trs.entries()) {
    const line = rowAt(grid, row)
    const cells = [...tr.children].filter((cell) => cell.tagName === 'TD' || cell.tagName === 'TH')
    let column = 0
    for (const cell of cells) {
      while (line[column]) column++
      const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
      for (let down = 0; down < Math.min(high, trs.length - row); down++) {
        const target = rowAt(grid, row + down)
        for (let right = 0; right < wide; right++) target[column + right] = cellFrom(cell, newKey)
      }
      column += wide
    }
    const isHeader =
      tr.parentElement?.tagName === 'THEAD' ||
      (cells.length > 0 && cells.every((cell) => cell.tagName === 'TH'))
    if (isHeader && headerRows === row) headerRows++
  }
  if (grid.length === 0) return undefined
  const caption = table.querySelector('caption')?.textContent?.replace(/\s+/g, ' ').trim()
  const rows = grid.map((cells) => Array.from(cells, (cell) => cell ?? cellOfBlocks([], newKey)))
  return {rows, headerRows: headerRows === grid.length ? 0 : headerRows, ...(caption ? {caption} : {})}
}

function rowAt<Item>(grid: Item[][], row: number): Item[] {
  const line = grid[row] ?? []
  grid[row] = line
  return line
}

const spanOf = (cell: Element, name: string): number =>
  Math.min(MAX_SPAN, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1))

function hasTextBeside(root: ParentNode, table: Element): boolean {
  const copy = root.cloneNode(true) as ParentNode
  for (const other of copy.querySelectorAll('table, style, script, meta, title, head')) other.remove()
  return ((copy as unknown as Node).textContent ?? '').trim() !== '' && table !== null
}

/** The visible content of a cell: a block for each line, with the marks and links that cells allow. */
function cellFrom(cell: Element, newKey: NewKey): Cell {
  const blocks: CellBlock[] = []
  let spans: {text: string; marks: string[]}[] = []
  let links: NonNullable<CellBlock['markDefs']> = []
  const end = (): void => {
    const kept = tidy(spans)
    if (kept.length > 0) blocks.push(blockOf(kept, newKey, links))
    spans = []
    links = []
  }
  const walk = (node: Node, marks: readonly string[]): void => {
    if (node.nodeType === 3)
      spans.push({text: (node.nodeValue ?? '').replace(/\s+/g, ' '), marks: [...marks]})
    if (node.nodeType !== 1) return
    const element = node as Element
    if (element.tagName === 'STYLE' || element.tagName === 'SCRIPT') return
    if (element.tagName === 'BR') {
      end()
      return
    }
    const isBlock = BLOCKS.has(element.tagName)
    if (isBlock) end()
    const mark = MARKS.get(element.tagName)
    const own = mark && !marks.includes(mark) ? [...marks, mark] : [...marks]
    const href = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : ''
    if (SAFE.test(href)) {
      const key = newKey()
      links.push({_type: 'link', _key: key, href})
      own.push(key)
    }
    for (const child of element.childNodes) walk(child, own)
    if (isBlock) end()
  }
  for (const child of cell.childNodes) walk(child, [])
  end()
  return cellOfBlocks(blocks, newKey)
}

/** Removes spaces at both ends, and double spaces where texts meet. */
function tidy(spans: readonly {text: string; marks: string[]}[]): {text: string; marks: string[]}[] {
  const kept: {text: string; marks: string[]}[] = []
  for (const span of spans) {
    const last = kept.at(-1)
    const text = !last || last.text.endsWith(' ') ? span.text.trimStart() : span.text
    if (text === '') continue
    if (last && last.marks.join() === span.marks.join()) last.text += text
    else kept.push({text, marks: span.marks})
  }
  const last = kept.at(-1)
  if (last) last.text = last.text.trimEnd()
  return kept.filter(({text}) => text !== '')
}

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')

const TAGS: ReadonlyMap<string, string> = new Map(CELL_DECORATORS.map((mark) => [mark, ELEMENTS[mark][0]]))

/** Rows as an HTML table that spreadsheets and word processors can paste. */
export function writeHtmlTable(rows: readonly (readonly Cell[])[], headerRows: number): string {
  const lines = rows.map((cells, row) => {
    const tag = row < headerRows ? 'th' : 'td'
    return `<tr>${cells.map((cell) => `<${tag}>${cell.value.map(blockHtml).join('<br>')}</${tag}>`).join('')}</tr>`
  })
  return `<table>${lines.join('')}</table>`
}

function blockHtml({children = [], markDefs = []}: CellBlock): string {
  return children.map((span) => spanHtml(span, markDefs)).join('')
}

function spanHtml({text = '', marks = []}: Span, links: NonNullable<CellBlock['markDefs']>): string {
  return marks.reduceRight((html, mark) => {
    const tag = TAGS.get(mark)
    if (tag) return `<${tag}>${html}</${tag}>`
    const link = links.find(({_key}) => _key === mark)
    return link?.href ? `<a href="${escaped(link.href)}">${html}</a>` : html
  }, escaped(text))
}
