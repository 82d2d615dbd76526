/** HTML that is put together from parts of a document, so that each word keeps its place in the source. */
import type {Edit, TracedText} from '../../trace/traced-text.ts'
import {edit, inserted, join, sourceRange} from '../../trace/traced-text.ts'

/** An element whose content is still a tree. */
export interface HtmlElement {
  tag: string
  /** Values are words of the source, or constants. An empty one is written without its value. */
  attributes: Readonly<Record<string, TracedText | string>>
  children: readonly HtmlNode[]
}

/** An element, or HTML as text. */
export type HtmlNode = HtmlElement | TracedText

const VOID = new Set(['br', 'hr', 'img', 'input'])
const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

/** Whether a node is an element. */
export const isElement = (node: HtmlNode): node is HtmlElement => 'tag' in node

/** Make an element. */
export const element = (
  tag: string,
  children: readonly HtmlNode[],
  attributes: HtmlElement['attributes'] = {},
): HtmlElement => ({tag, attributes, children})

/** Plain text as HTML. */
export function escaped(text: TracedText): TracedText {
  const edits: Edit[] = Array.from(text.value.matchAll(/[&<>"]/g), ({0: character, index}) => ({
    start: index,
    end: index + 1,
    value: ESCAPES[character] ?? character,
  }))
  return edit(text, edits)
}

/** Line breaks of plain text as elements. */
export function withBreaks(text: TracedText): TracedText {
  const edits: Edit[] = Array.from(text.value.matchAll(/\r?\n|[\u2028\u2029]/g), ({0: ending, index}) => ({
    start: index,
    end: index + ending.length,
    value: '<br>',
  }))
  return edit(text, edits)
}

/** Whether there are words or media in some nodes. */
export const hasContent = (nodes: readonly HtmlNode[]): boolean =>
  nodes.some((node) =>
    isElement(node)
      ? node.tag === 'img' || node.tag === 'iframe' || hasContent(node.children)
      : /\S/.test(node.value),
  )

/** Write nodes as HTML. Tags have the place of the text before them, or `at`. */
export function serialize(nodes: readonly HtmlNode[], at: number): TracedText {
  const parts: TracedText[] = []
  let place = at
  const tag = (value: string): void => {
    parts.push(inserted(value, place))
  }
  const copy = (text: TracedText): void => {
    if (text.value === '') return
    parts.push(text)
    place = sourceRange(text, text.value.length, text.value.length).end
  }
  const write = (node: HtmlNode): void => {
    if (!isElement(node)) {
      copy(node)
      return
    }
    tag(`<${node.tag}`)
    for (const [name, value] of Object.entries(node.attributes)) {
      tag(value === '' ? ` ${name}` : ` ${name}="`)
      if (value === '') continue
      if (typeof value === 'string') tag(value)
      else copy(value)
      tag('"')
    }
    tag('>')
    if (VOID.has(node.tag)) return
    for (const child of node.children) write(child)
    tag(`</${node.tag}>`)
  }
  nodes.forEach((node, index) => {
    if (index > 0) tag('\n')
    write(node)
  })
  return join(parts)
}
