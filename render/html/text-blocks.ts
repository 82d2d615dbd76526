import type {PortableTextBlockComponent} from '@portabletext/to-html'
import {toPlainText} from '@portabletext/toolkit'
import type {BlockStyle} from '../../schemas/names.ts'
import type {HtmlContext} from './context.ts'
import {element} from './element.ts'

type BlockComponent = (options: {children: string | undefined; text: string}) => string

/** One component for each style; a style that is forgotten does not compile. */
function styles(context: HtmlContext): Record<BlockStyle, BlockComponent> {
  const heading =
    (name: string): BlockComponent =>
    ({children = '', text}) =>
      element(name, {id: context.id(text)}, children)
  return {
    normal: ({children = ''}) => element('p', {}, children),
    h2: heading('h2'),
    h3: heading('h3'),
    h4: heading('h4'),
    blockquote: ({children = ''}) => element('blockquote', {}, element('p', {}, children)),
  }
}

/** Paragraphs, headings with ids, quotations. */
export function textBlocks(context: HtmlContext): PortableTextBlockComponent {
  const components: Record<string, BlockComponent> = styles(context)
  return ({children, value}) => {
    const component = components[value.style ?? 'normal'] ?? components.normal
    return component?.({children, text: toPlainText(value)}) ?? ''
  }
}
