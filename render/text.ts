import {isPortableTextToolkitList, toPlainText} from '@portabletext/toolkit'
import type {BodyBlock, TableCell} from './body.ts'
import {type List, nest} from './nest.ts'
import {readBody} from './read-body.ts'

/**
 * The body of an article as plain text, for search, previews and counting words: blocks parted by an empty line, list items
 * by a marker, cells by tabs. What is only an address or a rule is left out.
 *
 * @param body Portable Text, as stored or as the queries give it; null for none.
 */
export function renderText(body: unknown): string {
  return nest(readBody(body))
    .map((node) => (node._type === '@list' ? listText(node) : blockText(node)))
    .filter((text) => text)
    .join('\n\n')
}

function blockText(block: BodyBlock): string {
  switch (block._type) {
    case 'block':
      return toPlainText(block).trim()
    case 'quote':
      return block.blocks.map(blockText).join('\n\n')
    case 'table':
      return [block.caption, ...block.rows.map((cells) => cells.map(cellText).join('\t'))]
        .filter(Boolean)
        .join('\n')
    case 'figure':
      return [block.caption ?? block.alt, block.credit].filter(Boolean).join('\n')
    case 'code':
      return block.code
    case 'embed':
      return block.caption ?? ''
    case 'divider':
      return ''
  }
}

/** A cell is one line, so that rows stay rows. */
function cellText(cell: TableCell): string {
  return cell.map(blockText).join(' ').replace(/\s+/g, ' ').trim()
}

function listText(list: List, indent = ''): string {
  const lines: string[] = []
  for (const [index, item] of list.children.entries()) {
    const spans = item.children.flatMap((child) => (isPortableTextToolkitList(child) ? [] : [child]))
    const marker = list.listItem === 'number' ? `${index + 1}. ` : '- '
    const text = toPlainText({...item, children: spans}).trim()
    if (text) lines.push(`${indent}${marker}${text}`)
    for (const child of item.children) {
      if (isPortableTextToolkitList(child) && child.mode === 'html')
        lines.push(listText(child, `${indent}  `))
    }
  }
  return lines.join('\n')
}
