import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {HEADINGS, LISTS} from '../../lib/names.ts'
import {isBlank, isFlow, isOneOf, isTag, type Node, stretchOf, withChildren} from '../../lib/nodes.ts'

/** Elements that never follow text in an item. */
const CLOSING: ReadonlySet<string> = new Set([...HEADINGS, 'hr', 'table'])

/**
 * A list without its end tag has swallowed what follows: blocks between or after its items leave it, and so do a
 * heading or table in its last item, and what comes after them. A list directly inside a list belongs to the item
 * before it.
 *
 * @example
 *   ```html
 *   <ul><li>One</li><ul><li>nested</li></ul><li>Two</li><p>After the list.</p></ul>
 *   ```
 *   becomes
 *   ```html
 *   <ul><li>One<ul><li>nested</li></ul></li><li>Two</li></ul><p>After the list.</p>
 *   ```
 */
export function closeLists(tree: Root, report: Report): void {
  for (const parent of parentsOf(tree).toReversed()) {
    const inList = isOneOf(parent, LISTS)
    if (!parent.children.some((child) => isOneOf(child, LISTS) || (!inList && isTag(child, 'li')))) continue
    parent.children = parent.children.flatMap((child): Node[] => {
      if (isOneOf(child, LISTS)) return closeList(child, report)
      return !inList && isTag(child, 'li') ? closeItem(child, report) : [child]
    })
  }
}

/** Nodes with children as the walk rewrites them: the rules check what a parent may hold, not the types. */
type Parent = (Root | Element) & {children: Node[]}

/** List every node with children, parents first. */
function parentsOf(tree: Root): Parent[] {
  const parents: Parent[] = []
  const stack: (Root | Node)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    parents.push(node as Parent)
    for (const child of node.children) stack.push(child)
  }
  return parents
}

function closeList(list: Element, report: Report): Node[] {
  const items: Node[] = []
  let index = 0
  for (; index < list.children.length; index++) {
    const child = list.children[index] as Node
    const last = items.findLast((item) => isTag(item, 'li')) as Element | undefined
    if (isOneOf(child, LISTS) && last) {
      items[items.lastIndexOf(last)] = withChildren(last, [...last.children, child])
    } else if (
      isOneOf(child, LISTS) ||
      isBlank(child) ||
      !(isFlow(child) || child.type === 'text') ||
      isTag(child, 'li')
    )
      items.push(child)
    else break
  }
  let tail: Node[] = list.children.slice(index)
  const last = items.findLast((item) => isTag(item, 'li')) as Element | undefined
  if (last) {
    const [item, ...rest] = closeItem(last)
    items[items.lastIndexOf(last)] = item
    tail = [...rest, ...tail]
  }
  if (tail.every(isBlank))
    return tail.length === 0 && items.length === list.children.length ? [list] : [withChildren(list, items)]
  reportTail(tail, report)
  return [...(items.some((item) => !isBlank(item)) ? [withChildren(list, items)] : []), ...tail]
}

/** Split an item from what it swallowed. */
function closeItem(item: Element, report?: Report): [item: Element, ...tail: Node[]] {
  const kept = ownContent(item)
  if (kept === item.children.length) return [item]
  const tail = item.children.slice(kept)
  if (report) reportTail(tail, report)
  return [withChildren(item, item.children.slice(0, kept)), ...tail]
}

const reportTail = (tail: readonly Node[], report: Report): void =>
  report({
    code: 'list-split',
    message: 'Text after the end of a list was moved out of it.',
    ranges: stretchOf(tail),
  })

/** Count the children that an item keeps: those before the first block that cannot be its own. */
function ownContent(item: Element): number {
  const first = item.children.findIndex((child) => !isBlank(child))
  const start = item.children[first]
  if (!start || isFlow(start)) return item.children.length
  const flow = item.children.findIndex((child) => isFlow(child) && !isOneOf(child, LISTS))
  if (flow < 0) return item.children.length
  const rest = item.children.slice(flow)
  const closed =
    rest.some((child) => isOneOf(child, CLOSING)) || rest.filter((child) => isTag(child, 'p')).length > 1
  return closed ? flow : item.children.length
}
