/** The way from a stored body to one that can be rendered. */
import {BLOCK_TYPES} from '../schemas/names.ts'
import {blockRenderers} from './blocks/index.ts'
import {endsWithSpeaker} from './blocks/quote/speaker.ts'
import type {OnUnknown, Reading, ShownBlock, TextBlock} from './body.ts'
import {type Fields, keyOf, objectsOf, oneOf} from './read/fields.ts'

/**
 * Read a body. Anything goes in; only known types, known marks and safe addresses come out. Blocks that show nothing are
 * left out, and consecutive blocks of a quotation become one, up to the line of its speaker. The value is not changed.
 *
 * @param value Portable Text as stored, or as the queries of this package return it (absent or null fields).
 * @param onUnknown Called for each part that is left out because no renderer knows it.
 */
export function readBody(value: unknown, onUnknown: OnUnknown = () => undefined): ShownBlock[] {
  const blocks: ShownBlock[] = []
  const objects = objectsOf(value)
  const reading: Reading = {onUnknown, notes: new Set(objects.flatMap(noteKey))}
  for (const [index, fields] of objects.entries()) {
    const type = oneOf(['block', ...BLOCK_TYPES], fields._type)
    if (!type) onUnknown({kind: 'block', type: String(fields._type)})
    const block = type && blockRenderers[type].read(fields, index, reading)
    if (!block) continue
    const last = blocks.at(-1)
    if (!isQuoted(block)) blocks.push(block)
    else if (last?._type === 'quote' && !endsWithSpeaker(last.blocks)) last.blocks.push(unquoted(block))
    else blocks.push({_type: 'quote', _key: block._key, blocks: [unquoted(block)]})
  }
  return blocks
}

/** A heading has an id of its own, so it is no note. */
const noteKey = (fields: Fields, index: number): string[] =>
  fields._type === 'block' && !/^h\d$/.test(String(fields.style)) ? [keyOf(fields, index)] : []

function isQuoted(block: ShownBlock): block is TextBlock {
  return block._type === 'block' && block.style === 'blockquote'
}

/** Inside of a quotation its blocks are paragraphs and list items. */
function unquoted(block: TextBlock): TextBlock {
  return {...block, style: 'normal'}
}
