import type {PortableTextBlockComponent} from '@portabletext/to-html'
import {toPlainText} from '@portabletext/toolkit'
import type {BlockStyle} from '../../../schemas/names.ts'
import type {HtmlContext} from '../../html/context.ts'
import {element} from '../../html/element.ts'

type StyleComponent = (options: {
  children: string | undefined
  text: string
  key: string | undefined
}) => string

function styles(context: HtmlContext): Record<BlockStyle, StyleComponent> {
  const heading =
    (name: string): StyleComponent =>
    ({children = '', text}) =>
      element(name, {id: context.id(text)}, children)
  return {
    normal: ({children = '', key}) => element('p', {id: key && context.noteId(key)}, children),
    h2: heading('h2'),
    h3: heading('h3'),
    h4: heading('h4'),
    blockquote: ({children = ''}) => element('blockquote', {}, element('p', {}, children)),
  }
}

/** Paragraphs, headings with ids, quotations. */
export function html(context: HtmlContext): PortableTextBlockComponent {
  const components: Record<string, StyleComponent> = styles(context)
  return ({children, value}) => {
    const component = components[value.style ?? 'normal'] ?? components.normal
    return component?.({children, text: toPlainText(value), key: value._key}) ?? ''
  }
}
