/**
 * Scripts and styles of a complete page: nobody reads them, and every later rule and the parser would walk over them.
 * Data stays, since a page declares its metadata there; so do unclosed scripts.
 *
 * @example
 *   in: <!doctype html><style>p { color: red }</style><script>var a = "<p>";</script><!-- one --><p>Two.</p><svg><title>Three</title></svg>
 *   out: <!doctype html><style></style><script></script><p>Two.</p><svg></svg>
 * @example
 *   in: <!doctype html><script type="application/ld+json">{"@type": "Article"}</script><p>One.</p>
 *   out: <!doctype html><script type="application/ld+json">{"@type": "Article"}</script><p>One.</p>
 */
import type {SourceRange} from '../../../../trace/traced-text.ts'
import {edit, sourceRange} from '../../../../trace/traced-text.ts'
import {isPage} from '../../markup/outside.ts'
import {surveyOf} from '../../markup/survey.ts'
import type {TextRule} from '../../rule.ts'

const SCRIPT = /<script[^<>]{0,2100}>$/i
const DATA = /\bjson\b/i
/** Raw elements whose content is read: a title is, and a text field may be. */
const READ = /<(?:noscript|textarea|title|xmp|iframe|noembed|noframes)\b[^<>]{0,2000}>$/i
/** Maximum length of a start tag that is examined, in characters. */
const TAG = 2100

export const unreadContent: TextRule = (text, report) => {
  const {value} = text
  if (!isPage(value)) return text
  const {raw, tags} = surveyOf(text)
  const unread: SourceRange[] = raw.filter(({start, end}) => {
    if (start === end) return false
    if (value.startsWith('<!--', start)) return value.startsWith('-->', end - 3)
    if (!value.startsWith('</', end)) return false
    const before = value.slice(Math.max(0, start - TAG), start)
    return !READ.test(before) && !DATA.test(SCRIPT.exec(before)?.[0] ?? '')
  })
  let open: {end: number; depth: number} | undefined
  for (const tag of tags) {
    if (tag.name !== 'svg' || tag.selfClosing) continue
    if (!tag.closing) {
      if (open) open.depth++
      else open = {end: tag.end, depth: 1}
    } else if (open && --open.depth === 0) {
      if (tag.start > open.end) unread.push({start: open.end, end: tag.start})
      open = undefined
    }
  }
  const ranges = separate(unread)
  if (ranges.length === 0) return text
  report({
    code: 'active-content-removed',
    message: 'Scripts, styles, comments and drawings were left out: readers do not see them as text.',
    ranges: ranges.map(({start, end}) => sourceRange(text, start, end)),
  })
  return edit(
    text,
    ranges.map((range) => ({...range, value: ''})),
  )
}

/** Sort ranges, without those inside another. */
function separate(ranges: readonly SourceRange[]): SourceRange[] {
  const list: SourceRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (list.at(-1)?.end ?? 0)) list.push(range)
  }
  return list
}
