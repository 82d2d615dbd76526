/** Plugin: wraps the parser before it, so that it reads what a source holds, unwrapped and repaired. */
import type {Root} from 'hast'
import type {Processor} from 'unified'
import {MAX_DEPTH, parseBounded} from './bounded-parse.ts'
import {inBatch} from './findings/batch.ts'
import {createReport} from './findings/messages.ts'
import {parsePage} from './page-tree/index.ts'
import {markupOf} from './partition/markup.ts'
import {repairText} from './repair/text/index.ts'
import {isPage} from './repair/text/markup/outside.ts'
import {surveyOf} from './repair/text/markup/survey.ts'
import {unreadContent} from './repair/text/rules/escapes/unread-content.ts'
import {cutOff} from './repair/text/rules/tags/cut-off.ts'
import {attachOrigins, isInOrder} from './trace/attach.ts'
import {type TracedText, traced} from './trace/traced-text.ts'
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
    const html = inBatch(document, report, (collect) => {
      const {html, declared, base} = unwrap(traced(document), collect)
      file.data.declared = declared
      if (base !== undefined) file.data.base = base
      if (repair === 'never') return html
      const read = unreadContent(html, collect)
      if (repair === 'always' || !isSoundPage(read)) return repairText(read, collect)
      file.data.isUnrepaired = true
      return cutOff(read, collect)
    })
    file.data.markup = markupOf(html)
    const {tree, cut} = parseBounded(html, (value) =>
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

/** A page in which every `<` begins a tag, a comment or a declaration. */
const isSoundPage = (text: TracedText): boolean => isPage(text.value) && !surveyOf(text).hasLooseLess
