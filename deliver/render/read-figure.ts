import type {Figure} from './body.ts'
import {type Fields, isFields, keyOf, textOf} from './read-fields.ts'
import {RESOURCE_SCHEMES, safeUrl} from './safe-url.ts'

/** A figure, or undefined when it shows nothing. An uploaded image wins over the one at the source. */
export function readFigure(fields: Fields, index = 0): Figure | undefined {
  const uploaded = isFields(fields.image) ? safeUrl(fields.image.url, RESOURCE_SCHEMES) : undefined
  const src = uploaded ?? safeUrl(fields.url, RESOURCE_SCHEMES)
  const caption = textOf(fields.caption)
  const credit = textOf(fields.credit)
  const alt = textOf(fields.alt) ?? ''
  if (!src && !caption && !credit && !alt) return undefined
  return {
    _type: 'figure',
    _key: keyOf(fields, index),
    ...(src && {src}),
    ...(uploaded && isFields(fields.image) && sizeOf(fields.image)),
    alt,
    ...(caption && {caption}),
    ...(credit && {credit}),
  }
}

function sizeOf({width, height}: Fields): {width?: number; height?: number} {
  return typeof width === 'number' && typeof height === 'number' && width >= 1 && height >= 1
    ? {width: Math.round(width), height: Math.round(height)}
    : {}
}
