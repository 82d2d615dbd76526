/**
 * What one survey of a sound page reveals of the same page without the content that nobody reads, so that what is left need not
 * be walked again.
 */
import {voidElements} from './repair/text/markup/names.ts'
import {type EndOfText, endOfTags} from './repair/text/markup/scan-end.ts'
import type {Survey} from './repair/text/markup/survey.ts'
import type {Tag} from './repair/text/markup/tags.ts'
import {tagEnd} from './trace/align.ts'
import {firstEnding} from './trace/first-ending.ts'
import type {SourceRange} from './trace/traced-text.ts'

/** The markup of a page; offsets are in the page with all its content. */
export interface PageMarkup {
  /** Tags, comments and declarations, in order, joined where they touch. */
  ranges: SourceRange[]
  atEnd: EndOfText
  /** Estimated maximum nesting of elements, never much too low. */
  depth: number
}

/**
 * Read the markup of a page.
 *
 * @param value the page, in which each `<` begins markup
 * @param survey of the page
 * @param removed content that is left out: in order, apart, and never a part of a tag
 */
export function pageMarkup(value: string, survey: Survey, removed: readonly SourceRange[]): PageMarkup {
  const ranges: SourceRange[] = []
  const add = (start: number, end: number): void => {
    const last = ranges.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else ranges.push({start, end})
  }
  const addBetween = (from: number, to: number): void => {
    for (let at = value.indexOf('<', from); at >= 0 && at < to; at = value.indexOf('<', at)) {
      const inside = rangeAround(removed, at)
      const end = inside ? inside.end : tagEnd(value, at, value.length)
      if (end > 0 && !inside) add(at, end)
      at = end > 0 ? end : at + 1
    }
  }
  const tags: Tag[] = []
  /** Name of an open element whose content is code. */
  let code: string | undefined
  let from = 0
  let next = 0
  for (const tag of survey.tags) {
    while ((removed[next]?.end ?? Number.POSITIVE_INFINITY) <= tag.start) next++
    if ((removed[next]?.start ?? Number.POSITIVE_INFINITY) < tag.end) continue
    tags.push(tag)
    if (code !== undefined && !(tag.closing && tag.name === code)) continue
    if (code === undefined) addBetween(from, tag.start)
    add(tag.start, tag.end)
    from = tag.end
    code = !tag.closing && (tag.name === 'script' || tag.name === 'style') ? tag.name : undefined
  }
  if (code === undefined) addBetween(from, value.length)
  return {ranges, atEnd: endOfTags(tags, unclosedComment(value, survey)), depth: depthOf(tags)}
}

/** Find the range that an offset is in. */
function rangeAround(ranges: readonly SourceRange[], at: number): SourceRange | undefined {
  const range = ranges[firstEnding(ranges, at)]
  return range && range.start <= at ? range : undefined
}

function unclosedComment(value: string, {raw}: Survey): number | undefined {
  const last = raw.at(-1)
  if (last?.end !== value.length || !value.startsWith('<!--', last.start)) return undefined
  let at = last.start
  for (let end = value.indexOf('-->', at + 4); end >= 0; end = value.indexOf('-->', at + 4)) {
    const following = value.indexOf('<!--', end + 3)
    if (following < 0) return undefined
    at = following
  }
  return at
}

/** Nesting, assuming that only end tags close elements. */
function depthOf(tags: readonly Tag[]): number {
  const open = new Map<string, number>()
  let depth = 0
  let most = 0
  for (const {name, closing} of tags) {
    if (voidElements.has(name)) continue
    const count = open.get(name) ?? 0
    if (closing && count === 0) continue
    open.set(name, closing ? count - 1 : count + 1)
    depth += closing ? -1 : 1
    if (depth > most) most = depth
  }
  return most
}
