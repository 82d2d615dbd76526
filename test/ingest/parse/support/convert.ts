/** The stations from tree to blocks, without the repairs, and short ways to write down what comes out. */
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import portableText, {type Blocks} from '../../../../ingest/parse/blocks/index.ts'
import {repairsOf} from '../../../../ingest/parse/findings/messages.ts'
import type {Repair} from '../../../../ingest/parse/findings/report.ts'
import toMdast from '../../../../ingest/parse/markdown/index.ts'
import sanitize from '../../../../ingest/parse/sanitize/index.ts'
import {attachOrigins} from '../../../../ingest/parse/trace/attach.ts'
import {traced} from '../../../../ingest/parse/trace/traced-text.ts'
import type {Metadata} from '../../../../ingest/parse/types.ts'
import type {BodyBlock, Table, TextBlock} from '../../../../schemas/body.ts'

const parser = unified().use(rehypeParse).freeze()
const stations = unified().use(sanitize).use(toMdast).use(portableText).freeze()

export interface Converted extends Blocks {
  repairs: Repair[]
}

export function convert(html: string, data: {url?: string; metadata?: Metadata} = {}): Converted {
  const file = new VFile({value: html, data})
  const tree = parser.parse(file)
  attachOrigins(tree, traced(html), html)
  const blocks = stations.stringify(stations.runSync(tree, file), file) as unknown as Blocks
  return {...blocks, repairs: repairsOf(file.messages)}
}

/** Marks of a span in angle brackets, links as their address. */
function spansView({children, markDefs}: TextBlock): string {
  const links = new Map(markDefs.map(({_key, href}) => [_key, href]))
  return children
    .map(({text, marks}) =>
      marks.length > 0 ? `<${marks.map((mark) => links.get(mark) ?? mark).join(' ')}>${text}</>` : text,
    )
    .join('')
}

/** One line for each block: `h2 Title`, `• Item`, `  1. Nested`, `> Quoted`. */
export const view = (blocks: readonly BodyBlock[]): string[] => blocks.map(line)

function line(block: BodyBlock): string {
  switch (block._type) {
    case 'block': {
      const quote = block.style === 'blockquote' ? '> ' : ''
      const style = block.style.startsWith('h') ? `${block.style} ` : ''
      const indent = '  '.repeat((block.level ?? 1) - 1)
      const bullet = block.listItem === 'number' ? '1. ' : block.listItem === 'bullet' ? '• ' : ''
      return quote + indent + bullet + style + spansView(block)
    }
    case 'table':
      return `table ${JSON.stringify(rowsView(block))}`
    case 'figure':
      return `figure ${[block.url, block.alt, block.caption].filter(Boolean).join(' | ')}`
    case 'embed':
      return `embed ${[block.url, block.caption].filter(Boolean).join(' | ')}`
    case 'code':
      return `code ${block.language ?? '-'} ${JSON.stringify(block.code)}`
    case 'latex':
      return `latex ${block.body}`
    case 'divider':
      return 'divider'
  }
}

export const rowsView = (table: Table): string[][] =>
  table.rows.map((row) => row.cells.map((cell) => view(cell.value).join(' / ')))

export function tableOf(html: string): Table {
  const table = convert(html).article.body.find((block) => block._type === 'table')
  if (!table) throw new Error('Expected a table')
  return table
}
