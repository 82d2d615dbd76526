/** Turns a field that may contain HTML into one line of plain text. */
import {decodeReferences} from '../../metadata/json-ld.ts'

const TAG = /<\/?[a-z][^<>]*>/gi
const NAME = /[a-z][a-z\d]*/i
const INLINE = new Set('a abbr b cite code em font i mark q s small span strong sub sup u'.split(' '))

/** Remove tags if some have an end tag, decode references, and collapse white space. */
export function plainText(html: string): string {
  // `Using <div> well` is a title that names an element; `<i>Hamlet</i> returns` is markup.
  const isMarkup = /<\/[a-z]/i.test(html) || /<(?:br|img|p)\b/i.test(html) || html.includes('/>')
  const text = isMarkup ? html.replace(TAG, (tag) => (isInline(tag) ? '' : ' ')) : html
  return decodeReferences(text).replace(/\s+/g, ' ').trim()
}

const isInline = (tag: string): boolean => INLINE.has(NAME.exec(tag)?.[0].toLowerCase() ?? '')
