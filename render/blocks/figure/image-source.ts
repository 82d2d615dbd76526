import type {ImageSource} from '../../body.ts'
import {type Fields, isFields} from '../../read/fields.ts'
import {RESOURCE_SCHEMES, safeUrl} from '../../read/safe-url.ts'

/** Widths in pixels that an image is offered in, as far as it has them. */
const WIDTHS = [400, 800, 1200, 1600] as const
/** For clients without `srcset`. */
const ORDINARY_WIDTH = 1200

/**
 * Where an uploaded image is loaded from: cropped as the editor wants it, in several widths, never enlarged.
 *
 * @param image `{url, width, height, crop?}` as the queries return it; without its size, the image as it was uploaded
 * @see https://www.sanity.io/docs/image-urls
 */
export function imageSource(image: Fields): ImageSource | undefined {
  const url = safeUrl(image.url, RESOURCE_SCHEMES)
  if (!url) return undefined
  const {width, height} = image
  if (!isLength(width) || !isLength(height)) return {src: url}
  // The image server sends drawings unchanged, whatever the parameters.
  if (/\.svg$/i.test(new URL(url).pathname))
    return {src: url, width: Math.round(width), height: Math.round(height)}
  const rect = croppedBy(image.crop, width, height)
  const at = (wanted: number): string => {
    const address = new URL(url)
    if (rect.cropped)
      address.searchParams.set('rect', [rect.left, rect.top, rect.width, rect.height].join(','))
    address.searchParams.set('w', String(wanted))
    address.searchParams.set('auto', 'format')
    return address.href
  }
  const widths = [...WIDTHS.filter((each) => each < rect.width), Math.min(rect.width, 2 * ORDINARY_WIDTH)]
  return {
    src: at(Math.min(rect.width, ORDINARY_WIDTH)),
    srcset: widths.map((each) => `${at(each)} ${each}w`).join(', '),
    width: rect.width,
    height: rect.height,
  }
}

/** The rectangle of an image, in its pixels, that remains without the shares of its sides that `crop` names. */
function croppedBy(crop: unknown, width: number, height: number) {
  const share = (side: string): number => {
    const value = isFields(crop) ? crop[side] : 0
    return typeof value === 'number' && value > 0 && value < 1 ? value : 0
  }
  const left = Math.round(share('left') * width)
  const top = Math.round(share('top') * height)
  const right = Math.round((1 - share('right')) * width)
  const bottom = Math.round((1 - share('bottom')) * height)
  const whole = {left: 0, top: 0, width: Math.round(width), height: Math.round(height), cropped: false}
  // Crops that meet would leave nothing to show.
  if (right <= left || bottom <= top) return whole
  const cropped = right - left < whole.width || bottom - top < whole.height
  return {left, top, width: right - left, height: bottom - top, cropped}
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 1
}
