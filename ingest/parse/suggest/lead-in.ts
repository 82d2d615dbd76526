import type {BodyBlock, TextBlock} from '../../../schemas/body.ts'
import {textOfSpans} from './block-text.ts'

/** Whether a block announces what follows: a paragraph that ends with a colon. */
export const isLeadIn = (block: BodyBlock | undefined): block is TextBlock =>
  block?._type === 'block' &&
  block.style === 'normal' &&
  block.listItem === undefined &&
  block.children.some(({text}) => text.includes(':') || text.includes('：')) &&
  /[:：]["”’)\]]*\s*$/.test(textOfSpans(block))

const isHeading = (block: BodyBlock): boolean => block._type === 'block' && /^h\d/.test(block.style)

/** Whether the block at `index` announces something and nothing suitable follows. */
export function isDangling(body: readonly BodyBlock[], index: number): boolean {
  if (!isLeadIn(body[index])) return false
  const next = body[index + 1]
  return next === undefined || next._type === 'divider' || isHeading(next)
}
