import type {ShownFigure} from '../../body.ts'
import type {HtmlContext} from '../../html/context.ts'
import {element, escapeLines} from '../../html/element.ts'

/** An image with its caption and credit. Without an image that can be shown, its words. */
export function html(context: HtmlContext) {
  return ({value}: {value: ShownFigure}): string => {
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
      caption && escapeLines(caption),
      value.credit && element('span', {class: 'credit'}, escapeLines(value.credit)),
    ].filter((word) => word)
    return element(
      'figure',
      {class: 'image'},
      image ?? '',
      words.length > 0 ? element('figcaption', {}, words.join(' ')) : '',
    )
  }
}
