import type {Figure} from '../body.ts'
import type {HtmlContext} from './context.ts'
import {element, escapeText} from './element.ts'

/** An image with its caption and credit; without an image that can be shown, its words. */
export function figure(context: HtmlContext) {
  return ({value}: {value: Figure}): string => {
    const image =
      value.image &&
      element('img', {
        src: value.image.src,
        srcset: value.image.srcset,
        sizes: value.image.srcset && context.imageSizes,
        alt: value.alt,
        width: value.image.width,
        height: value.image.height,
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
}
