import type {Handle} from 'hast-util-to-mdast'
import type {Delete, Emphasis, PhrasingContent, Strong} from 'mdast'

/** Phrasing that Markdown has a mark for. */
export const marked =
  (type: 'strong' | 'emphasis' | 'delete'): Handle =>
  (state, element): Strong | Emphasis | Delete => ({type, children: state.all(element) as PhrasingContent[]})
