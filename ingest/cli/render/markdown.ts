/**
 * An article as Markdown (GFM). What Markdown has no word for: lists and several blocks in a cell become one line,
 * header columns and captions become plain text.
 */
import type {BlockContent, ListItem, PhrasingContent, Root, RootContent, TableRow} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown} from 'mdast-util-to-markdown'
import type {BodyBlock, Table, TextBlock} from '../../../schemas/body.ts'
import type {ParsedArticle} from '../../parse/types.ts'
import {type ListRun, type RunOfBlocks, runsOf} from './runs.ts'

export function renderMarkdown(article: ParsedArticle): string {
  return toMarkdown(toMdast(article), {bullet: '-', emphasis: '_', rule: '-', extensions: [gfmToMarkdown()]})
}

function toMdast(article: ParsedArticle): Root {
  const title: RootContent[] =
    article.title === undefined
      ? []
      : [{type: 'heading', depth: 1, children: [{type: 'text', value: article.title}]}]
  return {type: 'root', children: [...title, ...runsOf(article.body).flatMap(run)]}
}

function run(node: RunOfBlocks): BlockContent[] {
  if (node.type === 'quote') return [{type: 'blockquote', children: node.runs.flatMap(run)}]
  return node.type === 'list' ? [list(node)] : bodyBlock(node.block)
}

function list({listItem, items}: ListRun): BlockContent {
  return {
    type: 'list',
    ordered: listItem === 'number',
    spread: false,
    children: items.map(({block, lists}): ListItem => {
      const lead: BlockContent[] = block ? [{type: 'paragraph', children: phrasing(block)}] : []
      return {type: 'listItem', spread: false, children: [...lead, ...lists.map(list)]}
    }),
  }
}

function bodyBlock(block: BodyBlock): BlockContent[] {
  switch (block._type) {
    case 'block': {
      const depth = Number(/^h([2-6])$/.exec(block.style)?.[1] ?? 0) as 0 | 2 | 3 | 4
      return depth > 0
        ? [{type: 'heading', depth: depth || 2, children: phrasing(block)}]
        : [{type: 'paragraph', children: phrasing(block)}]
    }
    case 'table':
      return [...captionOf(block.caption), table(block)]
    case 'figure':
      return [paragraph({type: 'image', url: block.url, alt: block.alt ?? ''}), ...captionOf(block.caption)]
    case 'embed':
      return [
        paragraph({type: 'link', url: block.url, children: [{type: 'text', value: block.url}]}),
        ...captionOf(block.caption),
      ]
    case 'code':
      return [{type: 'code', value: block.code, lang: block.language ?? null}]
    case 'divider':
      return [{type: 'thematicBreak'}]
  }
}

const paragraph = (child: PhrasingContent): BlockContent => ({type: 'paragraph', children: [child]})

const captionOf = (caption: string | undefined): BlockContent[] =>
  caption ? [paragraph({type: 'emphasis', children: lines(caption)})] : []

/** GFM has exactly one header row: where the table has none, an empty one. */
function table(block: Table): BlockContent {
  const rows = block.rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.cells.map((cell) => ({
        type: 'tableCell',
        children: cell.value.flatMap((value, index): PhrasingContent[] => [
          ...(index > 0 ? [{type: 'text', value: ' '} as const] : []),
          ...phrasing(value, ' '),
        ]),
      })),
    }),
  )
  const empty: TableRow = {
    type: 'tableRow',
    children: (block.rows[0]?.cells ?? []).map(() => ({type: 'tableCell', children: []})),
  }
  const align = block.alignment?.map((name) => (name === 'none' ? null : name))
  return {type: 'table', ...(align ? {align} : {}), children: block.headerRows > 0 ? rows : [empty, ...rows]}
}

/** Marks that Markdown lacks, as the HTML that it allows. */
const html: Record<string, string> = {sub: 'sub', sup: 'sup', underline: 'u'}

function phrasing(block: TextBlock, lineEnd?: string): PhrasingContent[] {
  const links = new Map(block.markDefs.map((link) => [link._key, link]))
  return block.children.flatMap(({text, marks}): PhrasingContent[] => {
    const value = lineEnd === undefined ? text : text.replaceAll('\n', lineEnd)
    let nodes: PhrasingContent[] = marks.includes('code') ? [{type: 'inlineCode', value}] : lines(value)
    for (const mark of marks) {
      const link = links.get(mark)
      const tag = html[mark]
      if (link) nodes = [{type: 'link', url: link.href, title: link.title ?? null, children: nodes}]
      else if (mark === 'strong') nodes = [{type: 'strong', children: nodes}]
      else if (mark === 'em') nodes = [{type: 'emphasis', children: nodes}]
      else if (mark === 'strike-through') nodes = [{type: 'delete', children: nodes}]
      else if (tag) nodes = [{type: 'html', value: `<${tag}>`}, ...nodes, {type: 'html', value: `</${tag}>`}]
    }
    return nodes
  })
}

function lines(value: string): PhrasingContent[] {
  return value
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{type: 'break'} as const] : []),
      ...(line ? [{type: 'text', value: line} as const] : []),
    ])
}
