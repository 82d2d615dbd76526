/**
 * Brackets that begin no tag of HTML: a parser would drop the text after them. An address, a placeholder or a comparison
 * stays as text; a tag cut off by the end of the source is removed, with a finding.
 *
 * @example
 *   in: Write to <jo@example.com> or <your name>, if x <y and List<String> fit.
 *   out: Write to &lt;jo@example.com> or &lt;your name>, if x &lt;y and List&lt;String> fit.
 * @example
 *   in: <p>One.</p>\n<p>Two.<a href="https://exam
 *   out: <p>One.</p>\n<p>Two.
 * @example
 *   in: <item><title>One</title></item> <my-part>two</my-part> <svg><path d="a"/></svg> 1 < 2
 *   out: <item><title>One</title></item> <my-part>two</my-part> <svg><path d="a"/></svg> 1 < 2
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {knownElements} from '../../markup/names.ts'
import {isPage, markupFinder} from '../../markup/outside.ts'
import {surveyOf} from '../../markup/survey.ts'
import {tagAt} from '../../markup/tags.ts'
import {amend, type TextRule} from '../../rule.ts'
import {isCutTag} from './literal-brackets/cut-tag.ts'

const name = /<(\/?)([a-zA-Z][^\s/<>]{0,60})/y
/** Elements that articles hardly have, so that no other rule looks for them. */
const rare = new Set(
  (
    'acronym applet base basefont bgsound blink command content dir frame frameset hgroup image isindex keygen ' +
    'marquee math menu menuitem nobr noembed noframes output param plaintext rb rp rt rtc ruby search slot strike ' +
    'xmp xml circle clippath defs ellipse g line lineargradient mask polygon polyline rect stop symbol text tspan use ' +
    'mi mn mo mrow msup msub mfrac msqrt annotation semantics'
  ).split(' '),
)
export const literalBrackets: TextRule = (text, report) => {
  const {value} = text
  if (isPage(value) || surveyOf(text).isSound) return text
  const inMarkup = markupFinder(text, 'raw')
  /** Names that are closed somewhere: elements, of whatever language. */
  const closed = new Set(
    Array.from(value.matchAll(/<\/([^\s<>]{1,60})>/g), (match) => match[1]?.toLowerCase()),
  )
  const edits: Edit[] = []
  for (let at = value.indexOf('<'); at >= 0; at = value.indexOf('<', at + 1)) {
    name.lastIndex = at
    const match = name.exec(value)
    if (!match || inMarkup(at)) continue
    const word = (match[2] ?? '').toLowerCase()
    const element = knownElements.has(word) || rare.has(word) || /^[a-z][a-z0-9]*[:-]/.test(word)
    if (element ? tagAt(value, at) : closed.has(word)) continue
    const rest = value.slice(at, at + 2400)
    if (element && at + rest.length === value.length && !rest.includes('>') && isCutTag(rest)) {
      const whole = amend(text, edits, report, kept)
      const end = whole.value.length
      return amend(whole, [{start: end - rest.length, end, value: ''}], report, {
        code: 'truncated',
        message: 'The source ends in the middle of a tag. The text before it was kept.',
      })
    }
    if (!element) edits.push({start: at, end: at + 1, value: '&lt;'})
  }
  return amend(text, edits, report, kept)
}

const kept = {
  code: 'entity-repaired',
  message: 'Angle brackets that are not part of a tag were kept as text.',
} as const
