/**
 * Markdown inside HTML, or instead of it: headings, bold, links and images on their own line or in running text.
 * What looks like Markdown but is text (asterisks of footnotes, hash tags, code) stays.
 *
 * @example
 *   in: ## What comes next\n<p>**Night buses:** see [the plan](https://example.com/plan).</p>
 *   out: <h2>What comes next</h2>\n<p><strong>Night buses:</strong> see <a href="https://example.com/plan">the plan</a>.</p>
 * @example
 *   in: <p class="x">### The plan</p><p>It holds.</p>
 *   out: <h3>The plan</h3><p>It holds.</p>
 * @example
 *   in: ## Wells\nThey are *deep*.\n> Do not lean over.
 *   out: <h2>Wells</h2>\nThey are <em>deep</em>.\n<blockquote>Do not lean over.</blockquote>
 * @example
 *   in: <p>5 ** 2, #1 of 3, a [note] (x), <code>**b**</code></p>\n#hashtag only
 *   out: <p>5 ** 2, #1 of 3, a [note] (x), <code>**b**</code></p>\n#hashtag only
 */
import type {Edit, TracedText} from '../../../trace/traced-text.ts'
import {codeSpans} from '../markup/code-spans.ts'
import {surveyOf} from '../markup/survey.ts'
import {amend, type TextRule} from '../rule.ts'

const heading = /^[ ]{0,3}(#{1,6})[ \t]{1,3}(?=\S)([^\n]{1,300}?)(?<![ \t])(?:[ \t]*#{1,6})?[ \t]*$/gm
/** The same as the whole of a paragraph. */
const inParagraph =
  /<p(?:\s[^<>]{0,300})?>\s{0,9}(#{1,6})[ \t]{1,3}([^\s<][^<\n]{0,299}?)[ \t]{0,9}#{0,6}\s{0,9}<\/p>/gi
const strong = /(?<![*\w\\])\*\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*\*(?!\*)/g
/** Believed only beside other Markdown: an asterisk is a footnote's as often. */
const emphasis = /(?<![*\w\\])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*\\])\*(?![*\w])/g
const quotation = /^>[ ]{1,3}(?=\S)([^\n]{1,2000}?)[ \t\r]*$/gm
const link = /(!?)\[([^[\]\n]{0,300})\]\((https?:\/\/[^\s()<>"]{1,800})(?:\s"[^"\n]{0,200}")?\)/g

export const markdownMarks: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('**') && !value.includes('](http') && !/(?:^|>)\s{0,9}#{1,6}[ \t]/m.test(value))
    return text
  const edits: Edit[] = []
  const put = (start: number, end: number, replacement: string): void => {
    edits.push({start, end, value: replacement})
  }
  for (const match of value.matchAll(heading)) {
    const [whole, hashes = '', content = ''] = match
    const start = match.index
    const at = whole.indexOf(content, whole.indexOf(hashes) + hashes.length)
    if (/<\/?(?:p|h[1-6]|li|td|div)[\s>]/i.test(content)) continue
    put(start, start + at, `<h${hashes.length}>`)
    put(start + at + content.length, start + whole.length, `</h${hashes.length}>`)
  }
  const paragraphs: Edit[] = []
  for (const match of value.matchAll(inParagraph)) {
    const [whole, hashes = '', content = ''] = match
    const at = whole.indexOf(content, whole.indexOf(hashes) + hashes.length)
    const start = match.index
    paragraphs.push({start, end: start + at, value: `<h${hashes.length}>`})
    paragraphs.push({
      start: start + at + content.length,
      end: start + whole.length,
      value: `</h${hashes.length}>`,
    })
  }
  for (const match of value.matchAll(strong)) {
    const end = match.index + match[0].length
    put(match.index, match.index + 2, '<strong>')
    put(end - 2, end, '</strong>')
  }
  for (const match of value.matchAll(link)) {
    const [whole, image, label = '', address = ''] = match
    const start = match.index
    const end = start + whole.length
    if (image) put(start, end, `<img src="${address}" alt="${label.replaceAll('"', '&quot;')}">`)
    else {
      put(start, start + 1, `<a href="${address}">`)
      put(start + 1 + label.length, end, '</a>')
    }
  }
  if (edits.length > 0 || paragraphs.length > 0) {
    for (const match of value.matchAll(emphasis)) {
      const end = match.index + match[0].length
      put(match.index, match.index + 1, '<em>')
      put(end - 1, end, '</em>')
    }
    for (const match of value.matchAll(quotation)) {
      const end = match.index + match[0].length
      if (/<\/?(?:p|h[1-6]|li|td|div)[\s>]/i.test(match[1] ?? '')) continue
      put(match.index, match.index + match[0].length - match[0].replace(/^>[ ]+/, '').length, '<blockquote>')
      put(end, end, '</blockquote>')
    }
  }
  const free = outsideMarkup(
    text,
    edits.sort((a, b) => a.start - b.start || a.end - b.end),
  )
    .concat(paragraphs)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  return amend(text, free, report, {
    code: 'markdown-converted',
    message: 'Markdown in the text was read as structure.',
  })
}

/** Without edits inside tags, raw elements and code, and without overlaps. */
function outsideMarkup(text: TracedText, edits: readonly Edit[]): Edit[] {
  const spans = surveyOf(text).markup
  const inCode = codeSpans(text)
  let next = 0
  let last = 0
  return edits.filter(({start, end}) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++
    if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < end || inCode(start) || start < last) return false
    last = end
    return true
  })
}
