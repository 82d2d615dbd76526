import type {Figure} from '../body.ts'
import {element, escapeText} from './element.ts'

/** An image with its caption and credit; without an image that can be shown, its words. */
export function figure({value}: {value: Figure}): string {
  const image =
    value.src &&
    element('img', {
      src: value.src,
      alt: value.alt,
      width: value.width,
      height: value.height,
      loading: 'lazy',
      decoding: 'async',
      referrerpolicy: 'no-referrer',
    })
  const caption = value.caption ?? (image ? undefined : value.alt)
  const words = [
    caption && escapeText(caption),
    value.credit && element('span', {class: 'credit'}, escapeText(value.credit)),
  ].filter((word) => word)
  return element(
    'figure',
    {class: 'image'},
    image ?? '',
    words.length > 0 ? element('figcaption', {}, words.join(' ')) : '',
  )
}
