import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {InlineCode} from 'mdast'
import {tracedTextOf} from '../../trace/attach.ts'
import {join} from '../../trace/traced-text.ts'

/** Read inline code: the innermost wrapper of a normalized line, so it holds only text. */
export function inlineCode(_: State, element: Element): InlineCode {
  const {value, origin} = join(
    element.children.flatMap((child) => (child.type === 'text' ? [tracedTextOf(child)] : [])),
  )
  return {type: 'inlineCode', value, data: {origin}}
}
