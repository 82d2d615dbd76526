import {BLOCK_TYPES, type BlockType} from '../schemas/names.ts'
import type {BodyBlock, TextBlock, Unknown} from './body.ts'
import {cleanText} from './clean-text.ts'
import {type Fields, keyOf, objectsOf, oneOf, textOf} from './read-fields.ts'
import {readFigure} from './read-figure.ts'
import {readTable} from './read-table.ts'
import {paragraph, readTextBlock} from './read-text-block.ts'
import {RESOURCE_SCHEMES, safeUrl} from './safe-url.ts'

type Reader = (fields: Fields, index: number, onUnknown: (unknown: Unknown) => void) => BodyBlock | undefined

/** One reader for each type of block; a type that is forgotten does not compile. */
const readers: Record<BlockType | 'block', Reader> = {
  block: readTextBlock,
  table: readTable,
  figure: readFigure,
  code: readCode,
  embed: readEmbed,
  divider: (fields, index) => ({_type: 'divider', _key: keyOf(fields, index)}),
}

/**
 * Read a body: anything in, only known types, known marks and safe addresses out. Blocks that show nothing are left
 * out, blocks of a quotation that follow one another become one. The value is not changed.
 *
 * @param value Portable Text as stored, or as the queries of this package give it (absent or null fields).
 * @param onUnknown Told of what is left out because no renderer knows it.
 */
export function readBody(
  value: unknown,
  onUnknown: (unknown: Unknown) => void = () => undefined,
): BodyBlock[] {
  const blocks: BodyBlock[] = []
  for (const [index, fields] of objectsOf(value).entries()) {
    const type = oneOf(['block', ...BLOCK_TYPES], fields._type)
    if (!type) onUnknown({kind: 'block', type: String(fields._type)})
    const block = type && readers[type](fields, index, onUnknown)
    if (!block) continue
    const last = blocks.at(-1)
    if (!isQuoted(block)) blocks.push(block)
    else if (last?._type === 'quote') last.blocks.push(block)
    else blocks.push({_type: 'quote', _key: block._key, blocks: [block]})
  }
  return blocks
}

function isQuoted(block: BodyBlock): block is TextBlock {
  return block._type === 'block' && block.style === 'blockquote' && block.listItem === undefined
}

function readCode(fields: Fields, index: number): BodyBlock | undefined {
  const code = typeof fields.code === 'string' ? cleanText(fields.code) : ''
  if (!code.trim()) return undefined
  // A word such as `c++` or `objective-c`; it becomes part of a class and of a fence.
  const language = /^[\w+#.-]{1,40}$/.exec(textOf(fields.language) ?? '')?.[0]
  return {_type: 'code', _key: keyOf(fields, index), code, ...(language && {language})}
}

function readEmbed(fields: Fields, index: number): BodyBlock | undefined {
  const url = safeUrl(fields.url, RESOURCE_SCHEMES)
  const caption = textOf(fields.caption)
  if (url) return {_type: 'embed', _key: keyOf(fields, index), url, ...(caption && {caption})}
  // Nothing to link to, but the words of the caption stay.
  return caption ? paragraph(caption, keyOf(fields, index)) : undefined
}
