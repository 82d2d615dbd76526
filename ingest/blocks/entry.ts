/** Blocks on their way into a body: made, not yet keyed, with their place in the source. */
import type {Origin} from '../trace/traced-text.ts'
import type {BodyBlock} from '../types.ts'

export interface Entry<Block extends BodyBlock = BodyBlock> {
  /** `_key` is empty until the whole array is known. */
  block: Block
  origin: Origin
}

/** Where a node without text of its own stands in the source. */
export function originAt(node: {
  position?: {start: {offset?: number | undefined}; end: {offset?: number | undefined}} | undefined
}): Origin {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? [] : [{length: 0, start, end, copied: false}]
}
