/** A body as Markdown. */
import type {Root} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown} from 'mdast-util-to-markdown'
import {markdownOf} from './blocks/index.ts'
import {list} from './blocks/list/markdown.ts'
import type {OnUnknown} from './body.ts'
import {withFootnotes} from './footnotes.ts'
import {nest} from './nest.ts'
import {readBody} from './read-body.ts'

/** The body of an article as an mdast tree. */
export function toMdast(body: unknown, onUnknown?: OnUnknown): Root {
  const {blocks, notes} = withFootnotes(readBody(body, onUnknown))
  const nodes = nest(blocks)
  return {
    type: 'root',
    children: [
      ...nodes.flatMap((node) => (node._type === '@list' ? [list(node)] : markdownOf(node._type, node))),
      ...notes,
    ],
  }
}

/** Options of `renderMarkdown`. */
export interface RenderMarkdownOptions {
  /** Called for each part that is left out because no renderer knows it. */
  onUnknown?: OnUnknown
}

/** Writes mdast as GitHub's Markdown. Text that would be read as markup is escaped. */
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
 * The body of an article as GitHub's Markdown. Underline, subscript and superscript, and line ends in cells, are written
 * as HTML (`<u>`, `<sub>`, `<sup>`, `<br>`); it contains no other HTML. Some of an article cannot be written in
 * Markdown: more than one header row, header columns, lists in cells (their items become lines), and which table or
 * image a caption belongs to.
 *
 * @param body Portable Text, as stored or as the queries return it; null for none.
 */
export function renderMarkdown(body: unknown, options: RenderMarkdownOptions = {}): string {
  return writeMarkdown(toMdast(body, options.onUnknown))
}
