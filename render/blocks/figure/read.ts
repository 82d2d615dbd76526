import {isDataPicture} from '../../../schemas/data-picture.ts'
import type {ShownFigure} from '../../body.ts'
import {type Fields, isFields, keyOf, textOf} from '../../read/fields.ts'
import {RESOURCE_SCHEMES, safeUrl} from '../../read/safe-url.ts'
import {imageSource} from './image-source.ts'

/** A figure, or undefined when it shows nothing. An uploaded image wins over the one at the source. */
export function readFigure(fields: Fields, index = 0): ShownFigure | undefined {
  // A parsed article has pictures of its page as addresses; a stored one has assets.
  const src = isDataPicture(fields.url) ? fields.url : safeUrl(fields.url, RESOURCE_SCHEMES)
  const image = (isFields(fields.image) && imageSource(fields.image)) || (src && {src})
  const caption = textOf(fields.caption)
  const credit = textOf(fields.credit)
  const alt = textOf(fields.alt) ?? ''
  if (!image && !caption && !credit && !alt) return undefined
  return {
    _type: 'figure',
    _key: keyOf(fields, index),
    ...(image && {image}),
    alt,
    ...(caption && {caption}),
    ...(credit && {credit}),
  }
}
