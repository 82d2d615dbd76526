import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Link, PhrasingContent} from 'mdast'

/** Read a link; one without an address (an anchor, or an unsafe one) is read as its text. */
export function link(state: State, element: Element): Link | PhrasingContent[] {
  const {href, title} = element.properties
  const children = state.all(element) as PhrasingContent[]
  if (typeof href !== 'string') return children
  return {type: 'link', url: href, title: typeof title === 'string' && title ? title : null, children}
}
