import type {Root, RootContent} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown} from 'mdast-util-to-markdown'
import type {BodyBlock, Unknown} from '../body.ts'
import {nest} from '../nest.ts'
import {readBody} from '../read-body.ts'
import {embed} from './embed.ts'
import {figure} from './figure.ts'
import {list} from './list.ts'
import {table} from './table.ts'
import {textBlock} from './text-block.ts'

function handle(block: BodyBlock): RootContent[] {
  switch (block._type) {
    case 'block':
      return [textBlock(block)]
    case 'quote':
      return [
        {type: 'blockquote', children: block.blocks.map((each) => textBlock({...each, style: 'normal'}))},
      ]
    case 'table':
      return table(block)
    case 'figure':
      return figure(block)
    case 'code':
      return [{type: 'code', lang: block.language ?? null, value: block.code}]
    case 'embed':
      return [embed(block)]
    case 'divider':
      return [{type: 'thematicBreak'}]
  }
}

/** The body of an article as an mdast tree. */
export function toMdast(body: unknown, onUnknown?: (unknown: Unknown) => void): Root {
  const nodes = nest(readBody(body, onUnknown))
  return {
    type: 'root',
    children: nodes.flatMap((node) => (node._type === '@list' ? [list(node)] : handle(node))),
  }
}

export interface RenderMarkdownOptions {
  /** Told of what is left out because no renderer knows it. */
  onUnknown?: (unknown: Unknown) => void
}

/** mdast as GitHub's Markdown; text that would be read as markup is escaped. */
export function writeMarkdown(root: Root): string {
  return toMarkdown(root, {
    extensions: [gfmToMarkdown({tablePipeAlign: false})],
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    fences: true,
    resourceLink: true,
  })
}

/**
 * The body of an article as GitHub's Markdown. Underline, subscript and superscript, and line ends in cells, are written as
 * HTML (`<u>`, `<sub>`, `<sup>`, `<br>`); no other HTML occurs. What Markdown cannot say is lost: more than one header row, header
 * columns, lists in cells (their items become lines), the tie between a caption and its table or image.
 *
 * @param body Portable Text, as stored or as the queries give it; null for none.
 */
export function renderMarkdown(body: unknown, options: RenderMarkdownOptions = {}): string {
  return writeMarkdown(toMdast(body, options.onUnknown))
}
