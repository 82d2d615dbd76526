import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {BlockContent} from 'mdast'
import type {Flow, Grid} from '../nodes.ts'

/** Read a table as it is; its shape is settled with the blocks, where a finding can report it. */
export function table(state: State, element: Element): Grid {
  const head: Grid['children'] = []
  const body: Grid['children'] = []
  const foot: Grid['children'] = []
  for (const child of element.children) {
    const into =
      child.type === 'element' && child.tagName === 'thead'
        ? head
        : child.type === 'element' && child.tagName === 'tfoot'
          ? foot
          : body
    const nodes = state.all({type: 'root', children: [child]})
    for (const node of nodes) {
      for (const part of node.type === 'flow' ? node.children : [node]) {
        if (part.type === 'gridRow' || part.type === 'caption') into.push(part)
        else into.push({type: 'flow', children: [part as BlockContent]} satisfies Flow)
      }
    }
  }
  const headRows = head.filter((part) => part.type === 'gridRow').length
  const layout = ['none', 'presentation'].includes(String(element.properties.role))
  const node: Grid = {type: 'grid', children: [...head, ...body, ...foot]}
  if (headRows > 0) node.headRows = headRows
  if (layout) node.layout = true
  state.patch(element, node)
  return node
}
