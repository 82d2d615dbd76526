/** Blocks on their way into a body: made, not yet keyed, with their place in the source. */

import type {BodyBlock} from '../../../schemas/body.ts'
import type {Origin, TracedText} from '../trace/traced-text.ts'

/** A block with its text (of a table: its caption and then its cells, each once) and the origin of that text. */
export interface Entry<Block extends BodyBlock = BodyBlock> extends TracedText {
  /** `_key` is empty until the whole array is known. */
  block: Block
  value: string
  origin: Origin
}

/** The place in the source of a node without text of its own. */
export function originAt(node: {
  position?: {start: {offset?: number | undefined}; end: {offset?: number | undefined}} | undefined
}): Origin {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? [] : [{length: 0, start, end, copied: false}]
}

/** A line break, one unit of text, in the place of its tag. */
export function originOfBreak(node: Parameters<typeof originAt>[0]): Origin {
  const [{start, end} = {start: 0, end: 0}] = originAt(node)
  return [{length: 1, start, end, copied: false}]
}
