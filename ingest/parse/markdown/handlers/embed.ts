import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Embedded} from '../nodes.ts'

/** Read an external resource by its address, or by the sources inside a player. */
export function embed(state: State, element: Element): Embedded | undefined {
  const url = addressOf(element) ?? sourceIn(element)
  if (!url) return undefined
  const {title} = element.properties
  const node: Embedded = {
    type: 'embed',
    url,
    data: {hName: 'iframe'},
    ...(typeof title === 'string' && title.trim() ? {title: title.trim()} : {}),
  }
  state.patch(element, node)
  return node
}

function addressOf({properties}: Element): string | undefined {
  const address = properties.src ?? properties.data
  return typeof address === 'string' ? address : undefined
}

function sourceIn({children}: Element): string | undefined {
  for (const child of children) {
    if (child.type !== 'element' || (child.tagName !== 'source' && child.tagName !== 'embed')) continue
    const address = addressOf(child)
    if (address) return address
  }
  return undefined
}
