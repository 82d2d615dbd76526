import type {RootContent} from 'mdast'
import type {Figure} from '../body.ts'
import {caption} from './caption.ts'

/** An image, and below it its caption and credit; without an image that can be shown, its words. */
export function figure({image: source, alt, caption: words, credit}: Figure): RootContent[] {
  const image: RootContent[] = source
    ? [{type: 'paragraph', children: [{type: 'image', url: source.src, alt: alt.replace(/\s+/g, ' ')}]}]
    : []
  return [...image, ...caption(words ?? (source ? undefined : alt), credit)]
}
