import type {RootContent} from 'mdast'
import type {ShownFigure} from '../../body.ts'
import {caption} from '../../markdown/caption.ts'

/** An image, and below it its caption and credit. Without an image that can be shown, its words. */
export function markdown({image: source, alt, caption: words, credit}: ShownFigure): RootContent[] {
  const image: RootContent[] = source
    ? [{type: 'paragraph', children: [{type: 'image', url: source.src, alt: alt.replace(/\s+/g, ' ')}]}]
    : []
  return [...image, ...caption(words ?? (source ? undefined : alt), credit)]
}
