/** Converters that others use, each as a function from HTML to what it makes of it, as text that can be searched. */
import {htmlToPortableText} from '@portabletext/html'
import type {Nodes} from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import {unified} from 'unified'
import {blockTools, parseHtml} from '../../../../bench/support/block-tools.ts'

const remark = unified().use(rehypeParse).use(rehypeRemark).freeze()

/** Text of an mdast node, blocks separated by line breaks. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if (!('children' in node)) return `(${node.type})`
  const flow = node.children.some(
    (child) => 'children' in child && child.type !== 'link' && child.type !== 'strong',
  )
  return node.children.map(textOf).join(flow ? '\n' : '')
}

interface PeerBlock {
  _type: string
  style?: string
  listItem?: string
  children?: {text?: string; marks?: string[]}[]
  markDefs?: {href?: string}[]
}

/** One line for each block: its style, its text, its marks and addresses. */
function lines(blocks: readonly PeerBlock[]): string {
  return blocks
    .map(({_type, style, listItem, children = [], markDefs = []}) => {
      const text = children.map(({text = ''}) => text).join('')
      const marks = children.flatMap((child) => child.marks ?? []).filter((mark) => mark.length < 10)
      const hrefs = markDefs.map(({href = ''}) => href)
      return [listItem ?? style ?? _type, text, ...marks, ...hrefs].join('|')
    })
    .join('\n')
}

export const peers = {
  '@portabletext/html': (html: string) =>
    lines(htmlToPortableText(html, {parseHtml}) as unknown as PeerBlock[]),
  'block-tools': (html: string) => lines(blockTools(html) as unknown as PeerBlock[]),
  'rehype-remark': (html: string) => textOf(remark.runSync(remark.parse(html)) as unknown as Nodes),
}
