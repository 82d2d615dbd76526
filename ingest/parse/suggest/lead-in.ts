import type {BodyBlock, TextBlock} from '../types.ts'
import {textOfSpans} from './block-text.ts'

/** Whether a block announces what must follow: a paragraph that ends on a colon. */
export const isLeadIn = (block: BodyBlock | undefined): block is TextBlock =>
  block?._type === 'block' &&
  block.style === 'normal' &&
  block.listItem === undefined &&
  block.children.some(({text}) => text.includes(':') || text.includes('：')) &&
  /[:：]["”’)\]]*\s*$/.test(textOfSpans(block))

const isHeading = (block: BodyBlock): boolean => block._type === 'block' && /^h\d/.test(block.style)

/** Whether nothing stands after the block at `index` that it could announce. */
export function isDangling(body: readonly BodyBlock[], index: number): boolean {
  if (!isLeadIn(body[index])) return false
  const next = body[index + 1]
  return next === undefined || next._type === 'divider' || isHeading(next)
}
