/**
 * The marks of a CDATA section and of the feed element around it; their content stays.
 *
 * @example
 *   in: <content:encoded><![CDATA[ <p>One.</p>]]></content:encoded>
 *   out:  <p>One.</p>
 * @example
 *   in: &lt;![CDATA[<p>One.</p>]]&gt;
 *   out: <p>One.</p>
 * @example
 *   in: <p>One.</p><!--//--><![CDATA[//><!--\nvar x = 1;\n//--><!]]><p>Two.</p>
 *   out: <p>One.</p><p>Two.</p>
 * @example
 *   in: <p>if (a[b[0]]>1)</p>
 *   out: <p>if (a[b[0]]>1)</p>
 */
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

const mark =
  /(?:<|&(?:amp;)*lt;)!\[CDATA\[|\]\][ ]?(?:>|&[ ]?(?:amp;)*gt[ ]?;)|(?:<|&(?:amp;)*lt;)\/?content:encoded(?:>|&(?:amp;)*gt;)/g

/** A script between marks that hide it from old and new parsers. */
const script = /<!--\/\/-->\s{0,9}<!\[CDATA\[\/\/><!--(?:(?!\/\/-->)[\s\S]){0,20000}\/\/--><!\]\]>/g

export const cdata: TextRule = (text, report) => {
  if (!text.value.includes('CDATA[') && !text.value.includes('content:encoded')) return text
  const scripts = Array.from(text.value.matchAll(script), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: '',
  }))
  const rest = amend(text, scripts, report, {
    code: 'script-dropped',
    message: 'Program code inside CDATA markers was removed.',
  })
  const edits = [...rest.value.matchAll(mark)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: '',
  }))
  return amend(rest, editsOutside(rest, edits, 'raw'), report, {
    code: 'cdata-unwrapped',
    message: 'The markers of a CDATA section were removed.',
  })
}
