import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Code} from 'mdast'
import {tracedTextOf} from '../../trace/attach.ts'
import {join, slice} from '../../trace/traced-text.ts'
import {languageOf} from '../preformatted.ts'

/** Read preformatted text, without trailing line breaks. */
export function code(_: State, element: Element): Code {
  const text = join(element.children.flatMap((child) => (child.type === 'text' ? [tracedTextOf(child)] : [])))
  const {value, origin} = slice(text, 0, text.value.trimEnd().length)
  return {type: 'code', value, lang: languageOf(element) ?? null, data: {origin}}
}
