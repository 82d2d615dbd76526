import type {ParsedArticle} from '../../../ingest/parse/types.ts'
import type {BodyBlock, TextBlock} from '../../../schemas/body.ts'

/** A block as the fixtures write it: what a reader sees, keys and marks aside. */
export type ViewBlock =
  | {type: 'heading'; level: number; text: string}
  | {type: 'paragraph'; text: string}
  | {type: 'list'; ordered: boolean; items: {lead?: string; text: string}[]}
  | {type: 'table'; header: string[]; rows: string[][]}

const textOf = (block: TextBlock): string =>
  block.children
    .map((span) => span.text)
    .join('')
    .trim()

function itemOf(block: TextBlock): {lead?: string; text: string} {
  const [first, ...rest] = block.children
  const text = textOf(block)
  if (!first?.marks.includes('strong') || rest.length === 0) return {text}
  const lead = first.text.trim()
  return {lead, text: text.slice(lead.length).trim()}
}

/** Title and body in the form of the fixtures; items in a row make one list, since Portable Text has no list of its own. */
export function viewOf(article: ParsedArticle): ViewBlock[] {
  const view: ViewBlock[] = article.title ? [{type: 'heading', level: 1, text: article.title}] : []
  let open: TextBlock | undefined
  for (const block of article.body) {
    if (block._type === 'block' && block.listItem) {
      const last = view.at(-1)
      if (last?.type === 'list' && open?.listItem === block.listItem) last.items.push(itemOf(block))
      else view.push({type: 'list', ordered: block.listItem === 'number', items: [itemOf(block)]})
      open = block
      continue
    }
    open = undefined
    view.push(...viewOfBlock(block))
  }
  return view
}

function viewOfBlock(block: BodyBlock): ViewBlock[] {
  if (block._type === 'block') {
    const text = textOf(block)
    const level = /^h(\d)$/.exec(block.style)?.[1]
    return [level ? {type: 'heading', level: Number(level), text} : {type: 'paragraph', text}]
  }
  if (block._type === 'code') return [{type: 'paragraph', text: block.code}]
  if (block._type !== 'table') return []
  const rows = block.rows.map((row) => row.cells.map((cell) => cell.value.map(textOf).join(' ')))
  return [
    {
      type: 'table',
      header: block.headerRows > 0 ? (rows[0] ?? []) : [],
      rows: rows.slice(block.headerRows > 0 ? 1 : 0),
    },
  ]
}
