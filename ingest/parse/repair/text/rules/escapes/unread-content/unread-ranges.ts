/** Finds the ranges of a page that nobody reads, and takes them out. */
import type {Report} from '../../../../../findings/report.ts'
import type {SourceRange, TracedText} from '../../../../../trace/traced-text.ts'
import {edit, sourceRange} from '../../../../../trace/traced-text.ts'
import {surveyOf} from '../../../markup/survey.ts'
import type {Tag} from '../../../markup/tags.ts'

const DATA = /\bjson\b|\bmath\/tex\b/i
/** Raw elements whose content is read: a title is, and a text field may be. */
const READ = new Set('noscript textarea title xmp iframe noembed noframes'.split(' '))

/** Remove the ranges that {@link unreadIn} found, and report them. */
export function withoutUnread(text: TracedText, ranges: readonly SourceRange[], report: Report): TracedText {
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

/** Ranges of a page that nobody reads, in order and apart. */
export function unreadIn(text: TracedText): SourceRange[] {
  const {value} = text
  const {raw, tags} = surveyOf(text)
  const unread: SourceRange[] = []
  let next = 0
  for (const {start, end} of raw) {
    if (start === end) continue
    if (value.startsWith('<!--', start)) {
      if (value.startsWith('-->', end - 3)) unread.push({start, end})
      continue
    }
    if (!value.startsWith('</', end)) continue
    while ((tags[next]?.end ?? start) < start) next++
    const opening = tags[next]
    if (opening?.end !== start || READ.has(opening.name)) continue
    if (opening.name !== 'script' || !DATA.test(value.slice(opening.start, start))) unread.push({start, end})
  }
  return separate([...unread, ...drawingsIn(tags)])
}

/** Contents of `svg` elements. */
function drawingsIn(tags: readonly Tag[]): SourceRange[] {
  const drawings: SourceRange[] = []
  let open: {end: number; depth: number} | undefined
  for (const tag of tags) {
    if (tag.name !== 'svg' || tag.selfClosing) continue
    if (!tag.closing) {
      if (open) open.depth++
      else open = {end: tag.end, depth: 1}
    } else if (open && --open.depth === 0) {
      if (tag.start > open.end) drawings.push({start: open.end, end: tag.start})
      open = undefined
    }
  }
  return drawings
}

/** Sort ranges, without those inside another. */
function separate(ranges: readonly SourceRange[]): SourceRange[] {
  const list: SourceRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (list.at(-1)?.end ?? 0)) list.push(range)
  }
  return list
}
