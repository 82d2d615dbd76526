import type {PortableTextMarkComponent} from '@portabletext/to-html'
import type {Link} from '../../schemas/body.ts'
import type {Decorator} from '../../schemas/names.ts'
import type {HtmlContext} from './context.ts'
import {element} from './element.ts'

interface Mark {
  children: string
  value?: Link
}

/** One element for each decorator. */
const decorators: Record<Decorator, (mark: Mark) => string> = {
  strong: ({children}) => element('strong', {}, children),
  em: ({children}) => element('em', {}, children),
  underline: ({children}) => element('u', {}, children),
  'strike-through': ({children}) => element('s', {}, children),
  code: ({children}) => element('code', {}, children),
  sub: ({children}) => element('sub', {}, children),
  sup: ({children}) => element('sup', {}, children),
  latex: ({children}) => element('code', {class: 'language-math math-inline'}, children),
}

/** Marks of either kind, by name. The mark of a note leads to the block of the note. */
export function marks({noteId}: HtmlContext): Record<string, PortableTextMarkComponent> {
  const link = ({children, value}: Mark): string => {
    if (!value) return children
    const {href, title} = value
    const note = href.startsWith('#') ? noteId(href.slice(1)) : undefined
    return note === undefined
      ? element('a', {href, title}, children)
      : element('a', {href: `#${note}`, title, role: 'doc-noteref'}, children)
  }
  return {...decorators, link} satisfies Record<Decorator | 'link', (mark: Mark) => string> as Record<
    string,
    PortableTextMarkComponent
  >
}
