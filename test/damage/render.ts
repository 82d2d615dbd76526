/** A document as clean HTML, one block a line: what the operators damage. */
import type {ViewBlock} from '../ingest/parse/article-view.ts'

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const cells = (row: readonly string[], tag: 'td' | 'th'): string =>
  `<tr>${row.map((cell) => `<${tag}>${escapeText(cell)}</${tag}>`).join('')}</tr>`

function renderBlock(block: ViewBlock): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escapeText(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${escapeText(block.text)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      const items = block.items.map(
        ({lead, text}) => `<li>${lead ? `<b>${escapeText(lead)}</b> ` : ''}${escapeText(text)}</li>`,
      )
      return `<${tag}>\n${items.join('\n')}\n</${tag}>`
    }
    case 'table':
      return `<table>\n<thead>${cells(block.header, 'th')}</thead>\n<tbody>\n${block.rows.map((row) => cells(row, 'td')).join('\n')}\n</tbody></table>`
  }
}

export const render = (document: readonly ViewBlock[]): string => document.map(renderBlock).join('\n')
