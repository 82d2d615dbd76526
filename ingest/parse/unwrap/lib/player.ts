/** Audio and video that a feed lists beside a text. */
import type {TracedText} from '../../trace/traced-text.ts'
import {inserted} from '../../trace/traced-text.ts'

/** An element that plays what is at an address. */
export function playerHtml(kind: string, address: string, at: number): TracedText {
  const src = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return inserted(`<${kind} controls src="${src}"></${kind}>`, at)
}
