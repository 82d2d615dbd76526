/** An article as an HTML document fragment. Parsing it gives the same blocks. */
import type {Element, ElementContent, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {BodyBlock, Span, Table, TextBlock} from '../../../schemas/body.ts'
import type {ParsedArticle} from '../../parse/types.ts'
import {h, text} from './hast.ts'
import {type ListRun, listsIn, type RunOfBlocks, runsOf} from './runs.ts'

export function renderHtml(article: ParsedArticle): string {
  return `${toHtml(toHast(article)).replaceAll('\r', '&#13;')}\n`
}

function toHast(article: ParsedArticle): Root {
  const title = article.title === undefined ? [] : [h('h1', {}, [text(article.title)])]
  const children = [...title, ...runsOf(article.body).map(run)]
  return {
    type: 'root',
    children: children.flatMap((child, index) => (index > 0 ? [text('\n'), child] : [child])),
  }
}

function run(node: RunOfBlocks): Element {
  if (node.type === 'quote') return h('blockquote', {}, node.runs.map(run))
  return node.type === 'list' ? list(node) : bodyBlock(node.block)
}

function list({listItem, items}: ListRun): Element {
  return h(
    listItem === 'number' ? 'ol' : 'ul',
    {},
    items.map(({block, lists}) => h('li', {}, [...(block ? phrasing(block) : []), ...lists.map(list)])),
  )
}

function bodyBlock(block: BodyBlock): Element {
  switch (block._type) {
    case 'block':
      return h(block.style.startsWith('h') ? block.style : 'p', {}, phrasing(block))
    case 'table':
      return table(block)
    case 'figure':
      return figure(
        h('img', {src: block.url, ...(block.alt ? {alt: block.alt} : {})}, []),
        block.caption,
        block.credit,
      )
    case 'embed':
      return figure(h('iframe', {src: block.url, sandbox: ['allow-scripts']}, []), block.caption)
    case 'code': {
      const properties = block.language ? {className: [`language-${block.language}`]} : {}
      return h('pre', {}, [h('code', properties, [text(block.code)])])
    }
    case 'divider':
      return h('hr', {}, [])
  }
}

function figure(content: Element, caption: string | undefined, credit?: string): Element {
  const words = [
    ...(caption ? lines(caption) : []),
    ...(caption && credit ? [text(' ')] : []),
    ...(credit ? [h('span', {className: ['credit']}, lines(credit))] : []),
  ]
  return h('figure', {}, words.length > 0 ? [content, h('figcaption', {}, words)] : [content])
}

function table(block: Table): Element {
  const caption = block.caption ? [h('caption', {}, lines(block.caption))] : []
  const rows = block.rows.map((row, y) =>
    h(
      'tr',
      {},
      row.cells.map((cell, x) => {
        const align = block.alignment?.[x]
        const properties = align && align !== 'none' ? {align} : {}
        if (y < block.headerRows) return h('th', {scope: 'col', ...properties}, cellContent(cell.value))
        if (x < (block.headerColumns ?? 0))
          return h('th', {scope: 'row', ...properties}, cellContent(cell.value))
        return h('td', properties, cellContent(cell.value))
      }),
    ),
  )
  const head = rows.slice(0, block.headerRows)
  const body = rows.slice(block.headerRows)
  return h('table', {}, [
    ...caption,
    ...(head.length > 0 ? [h('thead', {}, head)] : []),
    ...(body.length > 0 ? [h('tbody', {}, body)] : []),
  ])
}

function cellContent(blocks: readonly TextBlock[]): ElementContent[] {
  const [only] = blocks
  return blocks.length === 1 && only && !only.listItem ? phrasing(only) : listsIn(blocks).map(run)
}

const elements: Record<string, string> = {
  code: 'code',
  em: 'em',
  'strike-through': 's',
  strong: 'strong',
  sub: 'sub',
  sup: 'sup',
  underline: 'u',
}

function phrasing(block: TextBlock): ElementContent[] {
  const links = new Map(block.markDefs.map((link) => [link._key, link]))
  return block.children.flatMap((span: Span): ElementContent[] => {
    let nodes = lines(span.text)
    // Innermost last, as the marks are ordered: an annotation, which comes last, is outermost.
    for (const mark of span.marks) {
      const link = links.get(mark)
      if (link) nodes = [h('a', {href: link.href, ...(link.title ? {title: link.title} : {})}, nodes)]
      else if (elements[mark]) nodes = [h(elements[mark], {}, nodes)]
    }
    return nodes
  })
}

/** Line ends as breaks. */
function lines(value: string): ElementContent[] {
  return value
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [h('br', {}, [])] : []), ...(line ? [text(line)] : [])])
}
