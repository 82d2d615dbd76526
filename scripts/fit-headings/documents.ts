/**
 * The pages on which the heading models are fitted: ../shared/corpora/pages, which contains whole pages with the text
 * of their articles. The author's tags of headings, paragraphs, lists and tables in the article count as the truth.
 */
import type {Element, Root} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {FLOW, HEADINGS, LISTS, STRONG} from '../../ingest/parse/repair/tree/lib/names.ts'
import {
  isBlank,
  isElement,
  isOneOf,
  isTag,
  type Node,
  plainText,
  rawText,
} from '../../ingest/parse/repair/tree/lib/nodes.ts'

import {halfOf, nameOf, pagesOf} from '../corpora.ts'

interface Item {
  /** Bold words at the start that end in a colon, with the colon; empty if there are none. */
  lead: string
  /** The whole text with the lead-in. */
  text: string
}

type Block =
  | {type: 'heading'; level: number; text: string}
  | {type: 'paragraph'; text: string; bold: boolean}
  | {type: 'list'; items: Item[]}
  | {type: 'table'}

/** An article as labelled blocks. */
export interface Document {
  id: string
  blocks: Block[]
}

/** Sets whose truth is the whole text of the article. */
const SETS = ['wcxb', 'scrapinghub']
/** Fewest blocks and paragraphs of an article that shows how its author marks headings. */
const MIN_COUNTS = {blocks: 8, paragraphs: 4}
/** Elements in or around an article that do not belong to it. */
const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template nav footer aside form figure button select head'.split(' '),
)

/**
 * The articles to fit on, from the seen half, in the order of the files. The documents of the damage run come from the
 * same pages without our code (`scripts/page-documents/`); here our rules decide what is bold or a lead-in.
 */
export function documents(): Document[] {
  const parser = unified().use(rehypeParse)
  const found: Document[] = []
  for (const set of SETS) {
    for (const {id, html, truth} of pagesOf(set)) {
      const name = nameOf(set, id)
      if (!truth.text || halfOf(name) !== 'seen') continue
      const blocks = blocksOf(parser.parse(html) as Root, isIn(truth.text))
      const paragraphs = blocks.filter(({type}) => type === 'paragraph').length
      if (blocks.length >= MIN_COUNTS.blocks && paragraphs >= MIN_COUNTS.paragraphs)
        found.push({id: name, blocks})
    }
  }
  return found
}

/** Only letters and digits, so that white space and typography do not matter. */
const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether an article contains a piece of text. */
function isIn(article: string): (text: string) => boolean {
  const whole = keyOf(article)
  const lines = new Set(article.split('\n').map(keyOf))
  // A few words may be anywhere in a page; they belong to the article only if it has a line with just these words.
  return (text) => {
    const key = keyOf(text)
    return key.length > 0 && (key.length < 40 ? lines.has(key) : whole.includes(key))
  }
}

function blocksOf(tree: Root, isArticle: (text: string) => boolean): Block[] {
  const blocks: Block[] = []
  const seen = new Set<string>()
  const put = (block: Block): void => {
    const key = JSON.stringify(block)
    if (block.type !== 'table' && seen.has(key)) return
    seen.add(key)
    blocks.push(block)
  }
  const stack: Node[] = tree.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node) || SKIPPED.has(node.tagName)) continue
    if (isOneOf(node, HEADINGS) || isTag(node, 'p')) {
      const text = plainText(node)
      if (holdsBlocks(node) || text.length < 2 || !isArticle(text)) continue
      if (isTag(node, 'p')) put({type: 'paragraph', text, bold: isBold(node)})
      else put({type: 'heading', level: levelOf(node, blocks.length === 0), text})
    } else if (isOneOf(node, LISTS)) {
      const items = node.children.filter((child) => isTag(child, 'li')).map((item) => itemOf(item as Element))
      if (items.length > 1 && items.every(({text}) => isArticle(text))) put({type: 'list', items})
    } else if (isTag(node, 'table')) put({type: 'table'})
    else for (const child of node.children.toReversed()) stack.push(child)
  }
  return blocks
}

/** Only the first heading can be the title; levels below the fourth are too rare to distinguish. */
function levelOf(node: Element, first: boolean): number {
  const level = Number(node.tagName.slice(1))
  return level === 1 && !first ? 2 : Math.min(level, 4)
}

const holdsBlocks = (node: Element): boolean =>
  node.children.some((child) => isTag(child, 'br') || isOneOf(child, FLOW))

function shownOf(node: Element): Node[] {
  return node.children.filter((child) => !isBlank(child))
}

function isBold(node: Element): boolean {
  const shown = shownOf(node)
  return shown.length > 0 && shown.every((child) => isOneOf(child, STRONG))
}

function itemOf(item: Element): Item {
  let shown = shownOf(item)
  const [only] = shown
  if (shown.length === 1 && isTag(only, 'p')) shown = shownOf(only)
  const [first, second] = shown
  const text = plainText(item)
  if (!isOneOf(first, STRONG) || !second) return {lead: '', text}
  const lead = plainText(first)
  const outside = second.type === 'text' && /^\s*[:：]/u.test(rawText(second))
  return {lead: /[:：]$/u.test(lead) ? lead : outside ? `${lead}:` : '', text}
}
