/**
 * Character references that were escaped once too often, so that a reader would see `&amp;` or `&nbsp;`. One on its own
 * between spaces or quotes is mentioned by the text and stays, unless the text has others that no writer intends.
 *
 * @example
 *   in: <p>Tom &amp;amp; Ann’s caf&amp;eacute;:&amp;nbsp;a &amp;lt; b, it&amp;#8217;s</p>
 *   out: <p>Tom &amp; Ann’s caf&eacute;:&nbsp;a &lt; b, it&#8217;s</p>
 * @example
 *   in: <p>Write &amp;lt; for a bracket and &amp;nbsp; for a space, as in <code>a&amp;nbsp;b</code>.</p>
 *   out: <p>Write &amp;lt; for a bracket and &amp;nbsp; for a space, as in <code>a&amp;nbsp;b</code>.</p>
 */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Edit} from '../../../../trace/traced-text.ts'
import {codeFinder} from '../../markup/code-spans.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

const double = /&(?:amp;){1,6}(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,30});/gi

export const doubleEscapes: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('&amp;')) return text
  const certain: Edit[] = []
  const doubtful: Edit[] = []
  const inCode = codeFinder(text)
  for (const match of value.matchAll(double)) {
    const name = match[1] ?? ''
    const start = match.index
    const end = start + match[0].length
    if (inCode(start) || (!name.startsWith('#') && decodeNamedCharacterReference(name) === false)) continue
    const alone =
      /[\s“"'‘(`]$/.test(value.slice(Math.max(0, start - 1), start)) &&
      /^[\s”"'’).,`]/.test(value.slice(end, end + 1))
    const list = name === 'amp' || !alone ? certain : doubtful
    list.push({start, end, value: `&${name};`})
  }
  const edits = certain.length > 0 ? [...certain, ...doubtful].sort((a, b) => a.start - b.start) : []
  return amend(text, editsOutside(text, edits), report, {
    code: 'escape-undone',
    message: 'Character references that had been escaped once too often were restored.',
  })
}
