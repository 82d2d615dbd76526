/** A body as plain text. */
import {textOf} from './blocks/index.ts'
import {listText} from './blocks/list/text.ts'
import {nest} from './nest.ts'
import {readBody} from './read-body.ts'

/**
 * The body of an article as plain text, for search, previews and counting words. An empty line separates blocks, tabs
 * separate cells, and each list item has a marker. Addresses and dividers are left out.
 *
 * @param body Portable Text, as stored or as the queries return it; null for none.
 */
export function renderText(body: unknown): string {
  return nest(readBody(body))
    .map((node) => (node._type === '@list' ? listText(node) : textOf(node._type, node)))
    .filter((text) => text)
    .join('\n\n')
}
