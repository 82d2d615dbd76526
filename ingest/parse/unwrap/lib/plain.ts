/** A field as one line of plain text: markup and references in it are for the eye of a browser. */
import {decodeReferences} from '../../metadata/json-ld.ts'

const TAG = /<\/?([a-z][a-z\d]{0,20})(?:\s[^<>]{0,2000})?\/?>/gi
const INLINE = new Set('a abbr b cite code em font i mark q s small span strong sub sup u'.split(' '))

/** Without tags where some close, references decoded, white space collapsed. */
export function plainText(html: string): string {
  // `Using <div> well` is a title that names an element; `<i>Hamlet</i> returns` is markup.
  const text = /<\/[a-z]|<[^<>]{1,2000}\/>|<(?:br|img|p)\b/i.test(html)
    ? html.replace(TAG, (_, name: string) => (INLINE.has(name.toLowerCase()) ? '' : ' '))
    : html
  return decodeReferences(text).replace(/\s+/g, ' ').trim()
}
