import type {PortableTextTypeComponentOptions} from '@portabletext/to-html'
import type {Quote} from '../body.ts'
import {element} from './element.ts'

/** One quotation of one or more paragraphs. */
export function quote({value, renderNode}: PortableTextTypeComponentOptions<Quote>): string {
  const paragraphs = value.blocks.map((block, index) =>
    renderNode({node: {...block, style: 'normal'}, index, isInline: false, renderNode}),
  )
  return element('blockquote', {}, ...paragraphs)
}
