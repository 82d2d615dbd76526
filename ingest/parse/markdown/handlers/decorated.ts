import type {Handle} from 'hast-util-to-mdast'
import type {PhrasingContent} from 'mdast'
import type {Decorated} from '../nodes.ts'

/** Create a handler for phrasing without Markdown syntax. */
export const decorated =
  (type: Decorated['type'], hName: string): Handle =>
  (state, element): Decorated => ({type, data: {hName}, children: state.all(element) as PhrasingContent[]})
