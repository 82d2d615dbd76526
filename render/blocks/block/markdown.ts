import type {Heading, Paragraph} from 'mdast'
import type {BlockStyle} from '../../../schemas/names.ts'
import {BLOCK_STYLES} from '../../../schemas/names.ts'
import {phrasing} from '../../markdown/phrasing.ts'
import type {PortableTextBlock} from '../../nest.ts'
import {oneOf} from '../../read/fields.ts'

/** Depth of a heading; undefined for the other styles. */
const DEPTHS: Record<BlockStyle, Heading['depth'] | undefined> = {
  normal: undefined,
  h2: 2,
  h3: 3,
  h4: 4,
  blockquote: undefined,
}

/** A paragraph or a heading. A heading is one line. */
export function textBlock(block: PortableTextBlock): Heading | Paragraph {
  const depth = DEPTHS[oneOf(BLOCK_STYLES, block.style) ?? 'normal']
  return depth
    ? {type: 'heading', depth, children: phrasing(block, 'space')}
    : {type: 'paragraph', children: phrasing(block, 'break')}
}
