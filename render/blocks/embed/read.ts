import type {Embed, TextBlock} from '../../body.ts'
import {type Fields, keyOf, textOf} from '../../read/fields.ts'
import {RESOURCE_SCHEMES, safeUrl} from '../../read/safe-url.ts'
import {paragraph} from '../block/read.ts'

/** An embed, a paragraph with its caption when its address cannot be linked, or undefined. */
export function readEmbed(fields: Fields, index: number): Embed | TextBlock | undefined {
  const url = safeUrl(fields.url, RESOURCE_SCHEMES)
  const caption = textOf(fields.caption)
  if (url) return {_type: 'embed', _key: keyOf(fields, index), url, ...(caption && {caption})}
  return caption ? paragraph(caption, keyOf(fields, index)) : undefined
}
