import type {PortableTextMarkComponent} from '@portabletext/to-html'
import type {Link} from '../../schemas/body.ts'
import type {Decorator} from '../../schemas/names.ts'
import {element} from './element.ts'

interface Mark {
  children: string
  value?: Link
}

/** One element for each decorator, and links. */
const components: Record<Decorator | 'link', (mark: Mark) => string> = {
  strong: ({children}) => element('strong', {}, children),
  em: ({children}) => element('em', {}, children),
  underline: ({children}) => element('u', {}, children),
  'strike-through': ({children}) => element('s', {}, children),
  code: ({children}) => element('code', {}, children),
  sub: ({children}) => element('sub', {}, children),
  sup: ({children}) => element('sup', {}, children),
  latex: ({children}) => element('code', {class: 'language-math math-inline'}, children),
  link: ({children, value}) =>
    value ? element('a', {href: value.href, title: value.title}, children) : children,
}

/** Marks of either kind, by name. */
export const marks: Record<string, PortableTextMarkComponent> = components
