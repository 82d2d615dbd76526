import type {Text as HastText} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Text} from 'mdast'

/** Read text, with its origin in the source. */
export function text(_: State, {value, data}: HastText): Text {
  return data?.origin ? {type: 'text', value, data: {origin: data.origin}} : {type: 'text', value}
}
