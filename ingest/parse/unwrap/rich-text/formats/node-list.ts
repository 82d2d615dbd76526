/** Lists of typed nodes. */
import type {JsonNode} from '../../json/tree.ts'
import {type Context, isTrue} from '../context.ts'
import {element, type HtmlElement, type HtmlNode, isElement} from '../html.ts'
import {withBox} from '../lists.ts'
import {bare} from '../marks.ts'
import {kindOf} from '../names.ts'
import {attributeWritten, childrenOf, isLeaf, nameOf, number} from './node.ts'

/** A list, or an item outside any list as a list of one. */
export function listOf(
  context: Context,
  value: JsonNode,
  contentOf: (item: JsonNode) => HtmlNode[],
): HtmlNode[] {
  const source = context.document.value
  const isItem = kindOf(nameOf(source, value)) === 'item'
  const items: HtmlElement[] = []
  const start = number(source, value, 'start', 'order')
  let next = start ?? 1
  let last: HtmlNode[] = []
  for (const one of isItem ? [value] : childrenOf(value)) {
    // Some formats put a list straight into a list, after the item that it belongs to.
    if (kindOf(nameOf(source, one)) === 'list' && items.length > 0) {
      for (const list of listOf(context, one, contentOf)) last.push(list)
      continue
    }
    if (
      isLeaf(source, one) &&
      !/\S/.test(attributeWritten(source, one, 'text', 'value')?.replaceAll('\\n', '') ?? '')
    )
      continue
    last = [...withBox(contentOf(one), stateOf(source, one))]
    const [only] = last
    // Lexical before 0.44: an item that is only there to hold the list of the item before it.
    if (last.length === 1 && only && isElement(only) && /^[ou]l$/.test(only.tag) && items.length > 0) {
      const before = items.at(-1)
      if (before) items[items.length - 1] = element('li', [...before.children, only])
      continue
    }
    const own = number(source, one, 'value')
    const isNew = isOrdered(source, value) && own !== undefined && own !== next
    next = (isNew ? own : next) + 1
    items.push(element('li', last, isNew ? {value: String(own)} : {}))
  }
  if (items.length === 0) return []
  return isOrdered(source, value)
    ? [element('ol', items, start !== undefined && start !== 1 ? {start: String(start)} : {})]
    : [element('ul', items)]
}

const ORDERED =
  /^(?:ol|ordered|orderedlist|numbered|numberedlist|number|olist|decimal|ordereditem|olistitem)$/

function isOrdered(source: string, value: JsonNode): boolean {
  if (isTrue(source, value, 'ordered')) return true
  const said = ['tag', 'listType', 'list_type', 'style', 'format', 'listStyleType'].flatMap(
    (key) => attributeWritten(source, value, key) ?? [],
  )
  return [...said, nameOf(source, value) ?? ''].some((one) => ORDERED.test(bare(one)))
}

/** Whether a task is done; undefined for an item that is no task. */
function stateOf(source: string, value: JsonNode): boolean | undefined {
  const written = attributeWritten(source, value, 'checked', 'isChecked')
  return written === 'true' || written === 'false' ? written === 'true' : undefined
}
