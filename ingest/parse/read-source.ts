/** Plugin: wraps the parser before it, so that it reads what a source holds, unwrapped and repaired. */

import type {Root} from 'hast'
import type {Processor} from 'unified'
import {baseAddress} from './base-address.ts'
import {MAX_DEPTH, parseBounded} from './bounded-parse.ts'
import {inBatch} from './findings/batch.ts'
import {createReport} from './findings/messages.ts'
import type {Report} from './findings/report.ts'
import {pageMarkup} from './page-markup.ts'
import {parsePage} from './page-tree/index.ts'
import {markupOf} from './partition/markup.ts'
import {repairText} from './repair/text/index.ts'
import {isPage} from './repair/text/markup/outside.ts'
import {surveyOf} from './repair/text/markup/survey.ts'
import {unreadIn, withoutUnread} from './repair/text/rules/escapes/unread-content/unread-ranges.ts'
import {unreadContent} from './repair/text/rules/escapes/unread-content.ts'
import {reportCut} from './repair/text/rules/tags/cut-off/report-cut.ts'
import {attachOrigins, isInOrder} from './trace/attach.ts'
import {type SourceRange, type TracedText, traced} from './trace/traced-text.ts'
import {unwrap} from './unwrap/index.ts'

/**
 * `file.data.repair` decides whether the rules for text run. Those that a page of sound markup is read without are asked later, of
 * the part of it that holds the article.
 */
export default function readSource(this: Processor): void {
  const parse = this.parser
  if (!parse) throw new Error('Expected a parser to wrap: use rehype-parse first')
  this.parser = (document, file): Root => {
    const {repair = 'always'} = file.data
    const report = createReport(file)
    const source = traced(document)
    const read = inBatch(document, report, (collect): Read => {
      const {html, declared, base} = unwrap(source, collect)
      file.data.declared = declared
      const named = base ?? (isPage(html.value) ? baseAddress(html.value, file.data.url) : undefined)
      if (named !== undefined) file.data.base = named
      if (repair === 'never') return {html}
      if (repair === 'always' || !isPage(html.value)) return {html: repairText(html, collect)}
      const sound = readSound(html, collect)
      if (!sound) return {html: repairText(unreadContent(html, collect), collect)}
      file.data.isUnrepaired = true
      return {...sound, ...(html !== source && {markup: undefined})}
    })
    const {html, depth} = read
    file.data.markup = read.markup ?? markupOf(html)
    const {tree, cut} = parseBounded(html, depth, (value) =>
      isPage(value) ? parsePage(value) : (parse(value, file) as Root),
    )
    // What stations say of places from here on is in offsets of this, until the tree is traced.
    file.data.html = html
    if (cut.length > 0) {
      report({
        code: 'depth-capped',
        message: `Elements are nested more than ${MAX_DEPTH} levels deep. The deeper ones were flattened.`,
        ranges: cut,
      })
    }
    // What wrappings declare has its place in the source; and text that reaches over other text is traced while that is there.
    if (file.data.declared?.length || !isInOrder(tree)) {
      attachOrigins(tree, html, document)
      delete file.data.html
    }
    return tree
  }
}

/** Text for the parser. */
interface Read {
  html: TracedText
  /** Its markup in offsets of the unwrapped text, where that is known. */
  markup?: SourceRange[] | undefined
  /** Maximum nesting, where that is known. */
  depth?: number
}

/** Read a page in which every `<` begins a tag, a comment or a declaration; undefined for any other. */
function readSound(html: TracedText, report: Report): Read | undefined {
  const survey = surveyOf(html)
  if (survey.hasLooseLess) return undefined
  const unread = unreadIn(html)
  const {ranges, atEnd, depth} = pageMarkup(html.value, survey, unread)
  const read = withoutUnread(html, unread, report)
  reportCut(read, {...atEnd, raw: atEnd.raw && moved(atEnd.raw, unread)}, report)
  return {html: read, markup: ranges, depth}
}

/** The same place once ranges are left out. */
function moved<Place extends {start: number}>(place: Place, removed: readonly SourceRange[]): Place {
  const before = removed.filter(({end}) => end <= place.start)
  return {...place, start: before.reduce((start, range) => start - (range.end - range.start), place.start)}
}
