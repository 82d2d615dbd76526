import type {Handle} from 'hast-util-to-mdast'
import type {PhrasingContent} from 'mdast'
import type {Decorated} from '../nodes.ts'

/** Phrasing that Markdown has no mark for. */
export const decorated =
  (type: Decorated['type'], hName: string): Handle =>
  (state, element): Decorated => ({type, data: {hName}, children: state.all(element) as PhrasingContent[]})
