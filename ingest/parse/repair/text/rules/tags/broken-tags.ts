/**
 * Tags with extra spaces, typographic quotes around their attributes, or `<p/>` for `</p>`.
 *
 * @example
 *   in: One.< / p>< p >Two.</ p ><li style = ” margin – bottom :10 px;”>Three</ li>
 *   out: One.</p><p>Two.</p><li style="margin – bottom :10 px;">Three</li>
 * @example
 *   in: <p class=”lead”>Text <a href=“https://example.com/a”>link</a></p>
 *   out: <p class="lead">Text <a href="https://example.com/a">link</a></p>
 * @example
 *   in: for a < b and b > c, i < 3
 *   out: for a < b and b > c, i < 3
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {inlineElements, knownElements} from '../../markup/names.ts'
import {editsOutside} from '../../markup/outside.ts'
import {runsIntoText} from '../../markup/runs-into-text.ts'
import {surveyOf} from '../../markup/survey.ts'
import {skipNonTag, type Tag, tagAt} from '../../markup/tags.ts'
import {amend, type TextRule} from '../../rule.ts'

/** `<`, name and attributes up to `>`, with extra spaces anywhere. */
const loose =
  /<([ \u00a0]{0,3})(\/?)([ \u00a0]{0,3})([a-zA-Z][a-zA-Z0-9:]{0,15})(?![\p{L}\p{N}_:-])([^<>]{0,2000}?)([ \u00a0]{0,3})(\/?)[ \u00a0]{0,3}>/uy
/** Right after `=`: inside sound quotes such characters are text. */
const curly = /=\s{0,3}(?:[“”„″«»‘’′]|&#82(?:16|17|20|21|22|43);|&[lr][sd]quo;)/
/** An escaped quote is a real one if no straight one follows. */
const escaped = /=\s{0,3}&quot;/
/** The name of an attribute. */
const attributeName = /[a-zA-Z_:][\w:.-]*/g
/** What follows it: the equals sign and a value in quotes of any kind. */
const attributeValue =
  /\s{0,2}=\s{0,2}(?:(?:[“”„″«»]|&#82(?:20|21|22|43);|&[lr]dquo;)((?:(?!&#82(?:20|21|22|43);|&[lr]dquo;)[^“”„″«»<>"]){0,500})(?:[“”„″«»]|&#82(?:20|21|22|43);|&[lr]dquo;)|"([^"<>]{0,1000})"|'([^'<>]{0,1000})')/y

export const brokenTags: TextRule = (text, report) => {
  const {value} = text
  const survey = surveyOf(text)
  if (survey.isSound && !survey.tags.some((tag) => isBroken(value, tag))) return text
  const edits: Edit[] = []
  /** Forms that text also has (`a < b > c`): tags only if others are certainly broken. */
  const doubtful: Edit[] = []
  for (let at = value.indexOf('<'); at >= 0; ) {
    const skipped = skipNonTag(value, at)
    if (skipped > at) {
      at = value.indexOf('<', skipped)
      continue
    }
    const sound = tagAt(value, at)
    if (sound && !isBroken(value, sound)) {
      at = value.indexOf('<', sound.end)
      continue
    }
    loose.lastIndex = at
    const match = loose.exec(value)
    const name = (match?.[4] ?? '').toLowerCase()
    if (!match || !knownElements.has(name) || !readsAsTag(match)) {
      at = value.indexOf('<', at + 1)
      continue
    }
    const [whole, s1 = '', slash = '', s2 = '', , attributes = '', s3 = '', self = ''] = match
    const end = at + whole.length
    const closing = slash === '/' || (self === '/' && name === 'p' && closesHere(value, at, end))
    const repaired = closing
      ? `</${name}>`
      : `<${name}${straight(attributes)}${self && name !== 'p' ? '/' : ''}>`
    if (repaired !== whole) {
      const plain = s1 !== '' && !slash && !attributes.trim() && name.length === 1 && inlineElements.has(name)
      const list = plain && s2 + s3 !== '' ? doubtful : edits
      list.push({start: at, end, value: repaired})
    }
    at = value.indexOf('<', end)
  }
  const all = edits.length > 0 ? [...edits, ...doubtful].sort((a, b) => a.start - b.start) : []
  return amend(text, editsOutside(text, all, 'raw'), report, {
    code: 'tag-repaired',
    message: 'Tags with extra spaces or wrong quotes were restored.',
  })
}

/** Whether a parser would read a tag differently than intended. */
function isBroken(value: string, {start, end, name, selfClosing}: Tag): boolean {
  if (selfClosing && name === 'p') return true
  // Most tags are only a name.
  return end - start > name.length + 3 && isBadlyQuoted(value.slice(start, end))
}

/** Whether the text between name and `>` looks like attributes, unlike `a < b and b >`. */
function readsAsTag(match: RegExpExecArray): boolean {
  const attributes = (match[5] ?? '').trim()
  if (attributes === '') return true
  const name = (match[4] ?? '').toLowerCase()
  return match[2] === '' && attributes.includes('=') && !runsIntoText(match[5] ?? '', name, false)
}

const isBadlyQuoted = (tag: string): boolean =>
  curly.test(tag) || escaped.test(tag.slice(tag.lastIndexOf('"') + 1))

/** Whether `<p/>` closes, as a broken `</p>` does: it follows text and precedes none. */
function closesHere(value: string, start: number, end: number): boolean {
  const before = /[^\s>]\s*$/.test(value.slice(Math.max(0, start - 20), start))
  const after = /^[ \t]*(?:$|\n|<)/.test(value.slice(end, end + 20))
  return before && after
}

/** Straighten the quotes of attributes; anything else is left out. */
function straight(attributes: string): string {
  if (!isBadlyQuoted(attributes)) return attributes.trimEnd()
  let kept = ''
  let end = 0
  for (const {0: written, index} of attributes.matchAll(attributeName)) {
    // In the value before.
    if (index < end) continue
    attributeValue.lastIndex = index + written.length
    const match = attributeValue.exec(attributes)
    if (!match) continue
    end = attributeValue.lastIndex
    const name = written.toLowerCase()
    const content = (match[1] ?? match[2] ?? match[3] ?? '').trim()
    if (content) kept += ` ${name}="${content.replaceAll('"', '&quot;')}"`
  }
  return kept
}
