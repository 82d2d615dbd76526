/**
 * Markdown inside HTML, or instead of it: headings, bold, links and images on their own line or in running text.
 * What looks like Markdown but is text (asterisks of footnotes, hash tags, code) stays.
 *
 * @example
 *   in: ## What comes next\n<p>**Night buses:** see [the plan](https://example.com/plan).</p>
 *   out: <h2>What comes next</h2>\n<p><strong>Night buses:</strong> see <a href="https://example.com/plan">the plan</a>.</p>
 * @example
 *   in: <p>5 ** 2, #1 of 3, a [note] (x), <code>**b**</code></p>\n#hashtag only
 *   out: <p>5 ** 2, #1 of 3, a [note] (x), <code>**b**</code></p>\n#hashtag only
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {codeSpans} from '../markup/code-spans.ts'
import {markup} from '../markup/tags.ts'
import {amend, type TextRule} from '../rule.ts'

const heading = /^[ ]{0,3}(#{1,6})[ \t]{1,3}(?=\S)([^\n]{1,300}?)[ \t]*#{0,6}[ \t]*$/gm
const strong = /(?<![*\w\\])\*\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*\*(?!\*)/g
const link = /(!?)\[([^[\]\n]{0,300})\]\((https?:\/\/[^\s()<>"]{1,800})(?:\s"[^"\n]{0,200}")?\)/g

export const markdownMarks: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('**') && !value.includes('](http') && !/^[ ]{0,3}#{1,6}[ \t]/m.test(value)) return text
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
  const free = outsideMarkup(
    value,
    edits.sort((a, b) => a.start - b.start || a.end - b.end),
  )
  return amend(text, free, report, {
    code: 'markdown-converted',
    message: 'Markdown in the text was read as structure.',
  })
}

/** Without edits inside tags, raw elements and code, and without overlaps. */
function outsideMarkup(value: string, edits: readonly Edit[]): Edit[] {
  const spans = markup(value)
  const inCode = codeSpans(value)
  let next = 0
  let last = 0
  return edits.filter(({start, end}) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++
    if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < end || inCode(start) || start < last) return false
    last = end
    return true
  })
}
