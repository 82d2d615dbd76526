/**
 * The marks of a CDATA section and of the feed element round it; what they hold stays.
 *
 * @example
 *   in: <content:encoded><![CDATA[ <p>One.</p>]]></content:encoded>
 *   out:  <p>One.</p>
 * @example
 *   in: &lt;![CDATA[<p>One.</p>]]&gt;
 *   out: <p>One.</p>
 * @example
 *   in: <p>if (a[b[0]]>1)</p>
 *   out: <p>if (a[b[0]]>1)</p>
 */
import {outside} from '../markup/outside.ts'
import {amend, type TextRule} from '../rule.ts'

const mark =
  /(?:<|&(?:amp;)*lt;)!\[CDATA\[|\]\][ ]?(?:>|&[ ]?(?:amp;)*gt[ ]?;)|(?:<|&(?:amp;)*lt;)\/?content:encoded(?:>|&(?:amp;)*gt;)/g

export const cdata: TextRule = (text, report) => {
  if (!text.value.includes('CDATA[') && !text.value.includes('content:encoded')) return text
  const edits = [...text.value.matchAll(mark)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: '',
  }))
  return amend(text, outside(text, edits, 'raw'), report, {
    code: 'cdata-unwrapped',
    message: 'The marks of a CDATA section were removed.',
  })
}
