import type {Edit} from '../../../../../trace/traced-text.ts'
import {NAMES as names} from '../../tags/half-tags/names.ts'

const bracket = '&(?:amp;){0,5}(?:lt|LT|#0?60|#x3[cC]);'
const quote = '(?:"|&(?:amp;){0,5}quot;)'
/** An escaped bracket and a name, with attributes that prove a tag, or text that only follows a lost bracket. */
const half = new RegExp(
  `${bracket}[ ]{0,2}(/?)[ ]{0,2}(${names})((?:[ ][a-z-]{1,30}=${quote}[^<>&"]{0,300}${quote}){1,4}(?!\\s*(?:>|&))|(?=["“‘¿¡«(]?\\p{Lu})|(?<=li|t[dhr])(?=\\p{N})|(?<=/[a-z:]{1,10})(?![\\w:-]|[ ]?(?:>|&(?:amp;)*gt;))|(?=\\s*(?:<|&(?:amp;)*lt;))|(?=[ ]?(?:[\\r\\n]|$)))`,
  'gu',
)

/** Two tags that lost the brackets between them: `&lt;pspan class=&quot;a&quot;&gt;`. */
const pair = new RegExp(
  `${bracket}[ ]{0,2}(${names})(span|strong|em|b|li|t[dhr])((?:[ ][a-z-]{1,30}=${quote}[^<>&"]{0,300}${quote}){0,4})[ ]?(?:>|&(?:amp;){0,5}gt;)`,
  'gu',
)

/**
 * Find edits that unescape a tag’s first bracket if its last is lost: `&lt;h2Outlook`, `&lt;/td<td>`. Only for a text
 * with other escaped tags, since it does not distinguish tags that the text mentions.
 */
export function escapedHalves(value: string): Edit[] {
  const halves = Array.from(
    value.matchAll(half),
    ({0: whole, 1: slash, 2: name, 3: attributes = '', index}) => ({
      start: index,
      end: index + whole.length,
      value: `<${slash}${name}${straight(attributes)}`,
    }),
  )
  const pairs = Array.from(
    value.matchAll(pair),
    ({0: whole, 1: first = '', 2: second = '', 3: attributes = '', index}) => ({
      start: index,
      end: index + whole.length,
      value: `<${first}><${second}${straight(attributes)}>`,
    }),
  )
  return [...halves, ...pairs].sort((a, b) => a.start - b.start)
}

const straight = (attributes: string): string => attributes.replace(/&(?:amp;){0,5}quot;/g, '"')
