import type {Heading, Paragraph} from 'mdast'
import type {PortableTextBlock} from '../nest.ts'
import {phrasing} from './phrasing.ts'

const DEPTHS: ReadonlyMap<string | undefined, Heading['depth']> = new Map([
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
])

/** A paragraph or a heading. A heading is one line. */
export function textBlock(block: PortableTextBlock): Heading | Paragraph {
  const depth = DEPTHS.get(block.style)
  return depth
    ? {type: 'heading', depth, children: phrasing(block, 'space')}
    : {type: 'paragraph', children: phrasing(block, 'break')}
}
