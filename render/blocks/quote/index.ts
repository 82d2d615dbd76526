import {element} from '../../html/element.ts'
import {flow as htmlFlow} from '../list/html.ts'
import {flow as markdownFlow} from '../list/markdown.ts'
import {flow as textFlow} from '../list/text.ts'
import type {Renderer} from '../renderer.ts'

/** One quotation of one or more paragraphs and lists. */
export const quote: Renderer<'quote'> = {
  html:
    () =>
    ({value, renderNode}) =>
      element('blockquote', {}, ...htmlFlow(value.blocks, renderNode)),
  markdown: ({blocks}) => [{type: 'blockquote', children: markdownFlow(blocks)}],
  text: ({blocks}) => textFlow(blocks).join('\n\n'),
}
