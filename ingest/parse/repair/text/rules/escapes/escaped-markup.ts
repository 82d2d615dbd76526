/**
 * Markup that was escaped once or more too often, undone to a fixed point. If the whole document is escaped, one level
 * is undone at a time; otherwise only tags in the position of tags (joined to the text that they mark, at the edge of a
 * line, next to other tags). Text about markup keeps its level.
 *
 * @example
 *   in: &amp;lt;p&amp;gt;Tom &amp;amp;amp; Ann&amp;lt;/p&amp;gt;
 *   out: <p>Tom &amp; Ann</p>
 * @example
 *   in: <p>One.&lt;/p&gt;&lt;p class=&quot;a&quot;&gt;Two.</p>
 *   out: <p>One.</p><p class="a">Two.</p>
 * @example
 *   in: &#60;h2&#62;Ports&#60;/h2&#62;&#60;p class=&#34;a&#34;&#62;One.&#60;/p&#62;&#x3C;p&#x3E;Two.&#x3C;/p&#x3E;
 *   out: <h2>Ports</h2><p class="a">One.</p><p>Two.</p>
 * @example
 *   in: <p>The &lt;p&gt; element holds a paragraph, <code>&lt;b&gt;x&lt;/b&gt;</code> is bold.</p>
 *   out: <p>The &lt;p&gt; element holds a paragraph, <code>&lt;b&gt;x&lt;/b&gt;</code> is bold.</p>
 * @example
 *   in: <h1>Ports</h1>\n&lt;p&gt;One.&lt;/p&gt;\n&lt;h2Outlook&lt;/h2&gt;\n<p>Two.&lt;/p<p>Three.</p>
 *   out: <h1>Ports</h1>\n<p>One.</p>\n<h2Outlook</h2>\n<p>Two.</p<p>Three.</p>
 * @example
 *   in: <p>Use &lt;br&gt; or &lt;p&gt;, not &lt;hr&gt; and never two &lt;br&gt;&lt;br&gt; in a row.</p>
 *   out: <p>Use &lt;br&gt; or &lt;p&gt;, not &lt;hr&gt; and never two &lt;br&gt;&lt;br&gt; in a row.</p>
 */
import type {Report} from '../../../../findings/report.ts'
import type {Edit, TracedText} from '../../../../trace/traced-text.ts'
import {edit, sourceRange} from '../../../../trace/traced-text.ts'
import {codeFinder} from '../../markup/code-spans.ts'
import {knownElements} from '../../markup/names.ts'
import {editsOutside, markupFinder} from '../../markup/outside.ts'
import {surveyOf} from '../../markup/survey.ts'
import {amend, type TextRule} from '../../rule.ts'
import {escapedHalves} from './escaped-markup/half-tags.ts'

interface Escaped {
  start: number
  end: number
  /** The tag with its brackets and quotes restored. */
  value: string
  /** Whether it is in the position of a tag, rather than of a word. */
  structural: boolean
}

const less = '(?:<|&(?:amp;){0,5}(?:lt|LT|#0?60|#x3[cC]);)'
const greater = '(?:>|&(?:amp;){0,5}(?:gt|GT|#0?62|#x3[eE]);)'
const tag = new RegExp(
  `${less}([ ]{0,2}/?[ ]{0,2}([a-zA-Z][a-zA-Z0-9:]{0,15})(?![a-zA-Z0-9])(?:(?!&(?:amp;){0,5}(?:[lg]t|#0?6[02]|#x3[cCeE]);)[^<>]){0,2000}?)${greater}`,
  'y',
)
const comment = new RegExp(`&(?:amp;){0,5}lt;!--[^]{0,2000}?--${greater}`, 'y')
const oneLevel = /&(?:amp|lt|gt|quot|apos|#0?(?:3[489]|6[02])|#x(?:2[267]|3[ce]));/gi
const decoded: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
const MAX_LEVELS = 6

export const escapedMarkup: TextRule = (text, report) => {
  let result = text
  for (
    let level = 0;
    level < MAX_LEVELS && /&(?:amp;)*(?:lt|gt|#0?6[02]|#x3[ce]);/i.test(result.value);
    level++
  ) {
    const found = find(result)
    if (found.length === 0) break
    const whole = isWhole(result, found)
    const edits = whole
      ? unescaped(result.value)
      : talksOfMarkup(found)
        ? []
        : found.filter((one) => one.structural)
    if (edits.length === 0) break
    report({
      code: 'escape-undone',
      message: whole
        ? 'All markup in the text was escaped. One level of escaping was removed.'
        : 'Escaped tags were restored.',
      ranges: whole ? [sourceRange(result, 0, result.value.length)] : ranges(result, edits),
    })
    result = edit(result, edits)
    if (whole) continue
    return edits.length < MIN_ESCAPED_TAGS ? result : withHalves(result, report)
  }
  return result
}

/** Minimum number of escaped tags that makes a lone escaped bracket plausible. */
const MIN_ESCAPED_TAGS = 3

function withHalves(text: TracedText, report: Report): TracedText {
  const inCode = codeFinder(text)
  const edits = editsOutside(text, escapedHalves(text.value)).filter(({start}) => !inCode(start))
  return amend(text, edits, report, {
    code: 'escape-undone',
    message: 'Escaped tags with a missing bracket were restored.',
  })
}

function ranges(text: TracedText, edits: readonly Edit[]) {
  return edits.map(({start, end}) => sourceRange(text, start, end))
}

function find(text: TracedText): Escaped[] {
  const {value} = text
  const inMarkup = markupFinder(text)
  const found: Escaped[] = []
  const inCode = codeFinder(text)
  const opening = openings(value)
  for (let at = opening(0); at < value.length; at = opening(at)) {
    const span = inMarkup(at)
    if (span) {
      at = span.end
      continue
    }
    comment.lastIndex = at
    tag.lastIndex = at
    const match = comment.exec(value) ?? tag.exec(value)
    if (!match || (match[2] !== undefined && !knownElements.has(match[2].toLowerCase()))) {
      at++
      continue
    }
    const end = at + match[0].length
    if (match[0].startsWith('<') && match[0].endsWith('>')) {
      at = end
      continue
    }
    found.push({
      start: at,
      end,
      value: restore(match[0], match[1]),
      structural: !inCode(at) && standsAsTag(value, at, end),
    })
    at = end
  }
  return found
}

/**
 * Create a function that finds the next `&` or `<`, to be called with increasing offsets, so that each is searched
 * once.
 */
function openings(value: string): (from: number) => number {
  const next: Record<'&' | '<', number> = {'&': -1, '<': -1}
  const place = (character: '&' | '<', from: number): number => {
    if (next[character] < from) {
      const at = value.indexOf(character, from)
      next[character] = at < 0 ? value.length : at
    }
    return next[character]
  }
  return (from) => Math.min(place('&', from), place('<', from))
}

function restore(whole: string, inner: string | undefined): string {
  const body = inner ?? whole.replace(/^&(?:amp;)*lt;/, '').replace(/(?:>|&(?:amp;)*gt;)$/, '')
  return `<${body.replace(/&(?:amp;){0,5}(?:quot|#0?34|#x22);/gi, '"').replace(/&(?:amp;){0,5}(?:#0?39|#x27|apos);/gi, "'")}>`
}

/** Whether a tag is joined to what it marks, next to other tags, or alone at the edge of a line. */
function standsAsTag(value: string, start: number, end: number): boolean {
  const before = value.slice(Math.max(0, start - 12), start)
  const after = value.slice(end, end + 12)
  if (/[“‘«`"'(]$/.test(before) && /^[”’»`"')]/.test(after)) return false
  const closing = /^(?:<|&(?:amp;)*#?\w+;)\s*\//.test(value.slice(start, start + 24))
  const tagBefore = /(?:>|gt;|#0?62;|#x3e;)\s*$/i.test(before)
  const tagAfter = /^\s*(?:<|&(?:amp;)*(?:lt|#0?60|#x3c);)/i.test(after)
  if (tagBefore || tagAfter) return true
  if (/(?:^|\n)[^\S\n]*(?:[-*•|]\s*)?$/.test(before)) return !/^\s+\p{Ll}/u.test(after)
  if (/^\s*(?:\||\n|$)/.test(after)) return closing || !/\s$/.test(before)
  if (closing) return /\S$/.test(before)
  return /^[^\s.,;:!?)\]’”»]/.test(after)
}

/** Whether most escaped tags are in the position of words: then the others are mentioned, too. */
const talksOfMarkup = (found: readonly Escaped[]): boolean =>
  found.filter((one) => !one.structural).length * 2 > found.length

/** Whether there are few real tags, and the escaped text looks like a document. */
function isWhole(text: TracedText, found: readonly Escaped[]): boolean {
  const structural = found.filter((one) => one.structural).length
  if (structural < 2 || structural < found.length * 0.7) return false
  if (found.every((one) => one.value.startsWith('</'))) return false
  return surveyOf(text).tags.length * 4 <= found.length
}

function unescaped(value: string): Edit[] {
  const edits: Edit[] = []
  for (const match of value.matchAll(oneLevel)) {
    const name = match[0].slice(1, -1).toLowerCase()
    const hex = name.startsWith('#x')
    const character =
      decoded[name] ?? String.fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10))
    edits.push({start: match.index, end: match.index + match[0].length, value: character})
  }
  return edits
}
