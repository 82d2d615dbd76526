/** A passage that left the article although it reads as prose, and its blocks, as they would be in the article. */
import type {ElementContent, Root} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import type {Processor} from 'unified'
import {VFile} from 'vfile'
import type {BodyBlock} from '../../../schemas/body.ts'
import {flowBlocks} from '../blocks/flow.ts'
import type {Passage} from '../findings/report.ts'

/** Turns the article’s tree into mdast. */
export type Convert = Pick<Processor<undefined, Root, MdastRoot>, 'runSync'>

/** Elements that mean nothing without their table, figure or list of terms. */
const GROUPED = new Set('caption dd dt figcaption legend summary td th'.split(' '))
/** Elements that mean nothing without their table, and are more than one line. */
const ROWS = new Set('tbody tfoot thead tr'.split(' '))

/**
 * The blocks of a passage, without keys. It takes the way of the article, so that its links, marks and lists are kept and nothing
 * unsafe is; what that way reports is about no text of the article and is not kept.
 */
export function passageBlocks({nodes}: Passage, {data}: VFile, convert: Convert): BodyBlock[] {
  readControls(nodes)
  const file = new VFile({
    data: {...(data.url !== undefined && {url: data.url}), ...(data.base !== undefined && {base: data.base})},
  })
  const tree = convert.runSync({type: 'root', children: nodes.map(asWhole)}, file)
  const entries = flowBlocks(tree.children, {
    style: 'normal',
    level: 0,
    report: () => undefined,
    takeTitle: () => false,
    flow: flowBlocks,
  })
  return entries.map(({block}) => block)
}

/** A part of a table or figure that stayed in the article is a group of its own, and so are its words. */
const asWhole = (node: ElementContent): ElementContent => {
  if (node.type !== 'element') return node
  if (GROUPED.has(node.tagName)) return {...node, tagName: 'div', properties: {}}
  return ROWS.has(node.tagName) ? {type: 'element', tagName: 'table', properties: {}, children: [node]} : node
}

/** Elements that leave an article with their words, and what shows these words. */
const CONTROLS: Readonly<Record<string, string>> = {button: 'span', dialog: 'div'}

/** Read buttons and dialogs as their words, in place: the words may be why the passage comes back. */
function readControls(nodes: readonly ElementContent[]): void {
  const stack = [...nodes]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    node.tagName = CONTROLS[node.tagName] ?? node.tagName
    for (const child of node.children) stack.push(child)
  }
}
