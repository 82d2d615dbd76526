/**
 * Make a clean document from a page: the headings, paragraphs, lists and plain tables that the known text of the page
 * confirms. It uses nothing of our pipeline, so that the document can judge it.
 */
import type {Element, Nodes, Root} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'

interface ListItem {
  lead?: string
  text: string
  items?: ListItem[]
}

/** A block in the form of `seed/expected.json`, which the damage scripts and the scorer read. */
export type DocumentBlock =
  | {type: 'heading'; level: number; text: string}
  | {type: 'paragraph'; text: string}
  | {type: 'list'; ordered: boolean; items: ListItem[]}
  | {type: 'table'; header: string[]; rows: string[][]}

/** Longest document that is made from a page, in blocks. */
const MAX_BLOCKS = 26
/** A shorter document, or one with fewer paragraphs, is not significant. */
const MIN_BLOCKS = 8
const MIN_PARAGRAPHS = 4

const SILENT = new Set(['script', 'style', 'noscript', 'template'])
const FURNITURE = new Set([
  ...['nav', 'footer', 'aside', 'form', 'figure', 'button', 'select', 'head'],
  ...SILENT,
])
const FLOW = new Set([
  ...['p', 'div', 'ul', 'ol', 'table', 'section', 'blockquote', 'figure', 'dl', 'pre', 'br'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
])

// Paragraphs that could be of another kind (typed bullets and numbers), or that belong to the site and not the article.
const DISPUTED = /^(?:[•·–—*-]|\(?\d{1,2}[.)])\s/
const SITE =
  /^(?:read more|also read|up next|copyright|advertisement|share|related|tags?:|keywords|©|sign up|subscribe|follow us)/i
/** Wrongly decoded bytes: such a page is not a clean document. */
const MOJIBAKE = /[ÂÃâ][\u0080-\u00bf\u2000-\u22ff]/

const parser = unified().use(rehypeParse).freeze()

/**
 * The document of a page; undefined if too little of it is certain. `truth` is the text of the article as people marked
 * it; a block counts if `truth` contains its letters and digits in one run.
 */
export function blocksOfPage(html: string, truth: string): DocumentBlock[] | undefined {
  const known = lettersOf(truth)
  const isKnown = (text: string): boolean => {
    const letters = lettersOf(text)
    return letters.length > 0 && known.includes(letters)
  }
  const blocks = unique(walk(parser.parse(html) as Root, isKnown))
    .filter((block) => !('text' in block) || !(DISPUTED.test(block.text) || SITE.test(block.text)))
    .slice(0, MAX_BLOCKS)
    .map(settleLevel)
  if (blocks.at(-1)?.type === 'heading') blocks.pop()
  const paragraphs = blocks.filter(({type}) => type === 'paragraph').length
  const enough = blocks.length >= MIN_BLOCKS && paragraphs >= MIN_PARAGRAPHS
  return enough && !MOJIBAKE.test(JSON.stringify(blocks)) ? blocks : undefined
}

/** There is at most one title, and it comes first; the content model has heading levels up to 4. */
function settleLevel(block: DocumentBlock, index: number): DocumentBlock {
  if (block.type !== 'heading') return block
  return {...block, level: block.level === 1 && index > 0 ? 2 : Math.min(block.level, 4)}
}

/**
 * Pages often contain text twice, for phones and for desktops; documents with known repetitions are made by the damage
 * scripts.
 */
function unique(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const seen = new Set<string>()
  return blocks.filter((block) => {
    const text = JSON.stringify(block)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

function walk(root: Root, isKnown: (text: string) => boolean): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element') {
      if (FURNITURE.has(node.tagName)) continue
      const block = blockOf(node)
      if (block !== 'children') {
        if (block && textsOf(block).every((text) => isKnown(text))) blocks.push(block)
        continue
      }
    }
    if ('children' in node) stack.push(...node.children.toReversed())
  }
  return blocks
}

/** The block of an element; undefined if its kind is not certain; `children` if it only contains other blocks. */
function blockOf(node: Element): DocumentBlock | undefined | 'children' {
  const name = node.tagName
  if (/^h[1-6]$/.test(name) || name === 'p') {
    const text = textOf(node)
    if (text.length < 2 || holds(node, FLOW)) return undefined
    return name === 'p' ? {type: 'paragraph', text} : {type: 'heading', level: Number(name[1]), text}
  }
  if (name === 'ul' || name === 'ol') {
    const items = named(node, 'li').map(itemOf)
    return items.length >= 2 && items.every((item) => item !== undefined)
      ? {type: 'list', ordered: name === 'ol', items}
      : undefined
  }
  return name === 'table' ? tableOf(node) : 'children'
}

function itemOf(node: Element): ListItem | undefined {
  const nested = node.children.filter((child) => isNamed(child, 'ul') || isNamed(child, 'ol')) as Element[]
  let own = node.children.filter((child) => !nested.includes(child as Element) && !isBlank(child))
  const only = own[0]
  if (own.length === 1 && only && isNamed(only, 'p')) own = only.children.filter((child) => !isBlank(child))
  if (own.some((child) => isFlow(child) || isNamed(child, 'img') || holds(child, FLOW))) return undefined
  const [first, ...rest] = own
  const hasLead =
    first !== undefined &&
    rest.length > 0 &&
    (isNamed(first, 'b') || isNamed(first, 'strong')) &&
    textOf(first).endsWith(':')
  const text = rest.map(rawText).join('')
  const item: ListItem = hasLead
    ? {lead: textOf(first), text: squeezed(text)}
    : {text: squeezed(own.map(rawText).join(''))}
  if (!item.text || nested.length > 1) return undefined
  if (nested[0]) {
    const items = named(nested[0], 'li').map(itemOf)
    if (!items.every((one) => one !== undefined)) return undefined
    item.items = items
  }
  return item
}

/** A table with labels in its first row, the same number of cells in each row, no spans, and only text in its cells. */
function tableOf(node: Element): DocumentBlock | undefined {
  const rows = descendants(node, 'tr').map((row) =>
    row.children.filter((child): child is Element => isNamed(child, 'td') || isNamed(child, 'th')),
  )
  const [width = 0] = rows.map((row) => row.length)
  const plain = rows
    .flat()
    .every(({properties}) => Number(properties.rowSpan ?? 1) === 1 && Number(properties.colSpan ?? 1) === 1)
  if (rows.length < 3 || width < 2 || width > 8 || !plain || rows.some((row) => row.length !== width))
    return undefined
  if (holds(node, new Set(['table', 'ul', 'ol']))) return undefined
  const [header = [], ...body] = rows.map((row) => row.map(textOf))
  if (header.some((text) => text === '') || body.flat().some((text) => text.length > 200)) return undefined
  return {type: 'table', header, rows: body}
}

/** All texts of a block that the truth must contain. */
function textsOf(block: DocumentBlock): string[] {
  if (block.type === 'list') return block.items.flatMap(itemTexts)
  if (block.type === 'table') return [block.header, ...block.rows].flat().filter(Boolean)
  return [block.text]
}

const itemTexts = (item: ListItem): string[] => [
  (item.lead ?? '') + item.text,
  ...(item.items ?? []).flatMap(itemTexts),
]

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
const textOf = (node: Nodes): string => squeezed(rawText(node))
const isNamed = (node: Nodes, name: string): node is Element =>
  node.type === 'element' && node.tagName === name
const isFlow = (node: Nodes): boolean => node.type === 'element' && FLOW.has(node.tagName)
const isBlank = (node: Nodes): boolean =>
  node.type === 'comment' || (node.type === 'text' && !node.value.trim())
const named = (node: Element, name: string): Element[] =>
  node.children.filter((child): child is Element => isNamed(child, name))

function rawText(node: Nodes): string {
  const texts: string[] = []
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'text') texts.push(next.value)
    else if ('children' in next && !(next.type === 'element' && SILENT.has(next.tagName)))
      stack.push(...next.children.toReversed())
  }
  return texts.join('')
}

function descendants(node: Element, name: string): Element[] {
  const found: Element[] = []
  const stack: Nodes[] = node.children.toReversed()
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (isNamed(next, name)) found.push(next)
    else if ('children' in next) stack.push(...next.children.toReversed())
  }
  return found
}

function holds(node: Nodes, names: ReadonlySet<string>): boolean {
  const stack: Nodes[] = 'children' in node ? [...node.children] : []
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'element' && names.has(next.tagName)) return true
    if ('children' in next) stack.push(...next.children)
  }
  return false
}
