import type {
  NodeRenderer,
  PortableTextListComponent,
  PortableTextListItemComponent,
} from '@portabletext/to-html'
import type {ListItem} from '../../../schemas/names.ts'
import type {TextBlock} from '../../body.ts'
import type {HtmlContext} from '../../html/context.ts'
import {element} from '../../html/element.ts'
import {nest} from '../../nest.ts'

const components: Record<ListItem, (list: {children?: string}) => string> = {
  bullet: ({children = ''}) => element('ul', {}, children),
  number: ({children = ''}) => element('ol', {}, children),
}

/** A list of either kind. */
export const lists: Record<string, PortableTextListComponent> = components

/** One item of a list. */
export const listItem =
  ({noteId}: HtmlContext): PortableTextListItemComponent =>
  ({children = '', value}) =>
    element('li', {id: value._key && noteId(value._key)}, children)

/** Text blocks inside of another block, their list items gathered in lists. */
export function flow(blocks: TextBlock[], renderNode: NodeRenderer): string[] {
  return nest(blocks).map((node, index) => renderNode({node, index, isInline: false, renderNode}))
}
