import type {PortableTextListComponent, PortableTextListItemComponent} from '@portabletext/to-html'
import type {ListItem} from '../../schemas/names.ts'
import {element} from './element.ts'

const components: Record<ListItem, (list: {children?: string}) => string> = {
  bullet: ({children = ''}) => element('ul', {}, children),
  number: ({children = ''}) => element('ol', {}, children),
}

export const lists: Record<string, PortableTextListComponent> = components

export const listItem: PortableTextListItemComponent = ({children = ''}) => element('li', {}, children)
