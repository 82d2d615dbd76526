/**
 * Markdown inside HTML, or instead of it: headings, bold, links and images on their own line or in running text. Text
 * that looks like Markdown (asterisks of footnotes, hash tags, code) stays.
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
 *   in: <div>__Update, 14:30:__ Trains run.<br><br>### Background<br>A ~~bus~~ tram, see [the plan](/plan.html "Plan").</div>
 *   out: <div><strong>Update, 14:30:</strong> Trains run.<br><br><h3>Background</h3><br>A <del>bus</del> tram, see <a href="/plan.html">the plan</a>.</div>
 * @example
 *   in: <p>- one\n- two</p>\n<p>**Three:** a _fourth_</p>\n<p>&gt; They said.</p>
 *   out: <p>- one<br>\n- two</p>\n<p><strong>Three:</strong> a <em>fourth</em></p>\n<blockquote>They said.</blockquote>
 * @example
 *   in: ## Lines\n```sh\nwc -l *.txt **x**\n```\n> One\n> two, see [it][1].\n\n[1]: https://example.com/wc
 *   out: <h2>Lines</h2>\n<pre><code class="language-sh">wc -l *.txt **x**</code></pre>\n<blockquote>One two, see <a href="https://example.com/wc">it</a>.</blockquote>\n\n
 * @example
 *   in: Turnout was 61\\.4 percent\\, a record\\!
 *   out: Turnout was 61.4 percent, a record!
 * @example
 *   in: ## Wells\nThey are deep.[^a]\n- [x] Dug\n\n[^a]: By the log.
 *   out: <h2>Wells</h2>\nThey are deep.<a href="#fn-a"><sup>1</sup></a>\n- ☑ Dug\n\n<p id="fn-a"><sup>1</sup> By the log.</p>
 * @example
 *   in: It was late.\n\n> Will it last?\n> We hope so.\n\nThey left.
 *   out: It was late.\n\n<blockquote>Will it last? We hope so.</blockquote>\n\nThey left.
 * @example
 *   in: <p>5 ** 2, #1 of 3, a [note] (x), <code>**b**</code></p>\n#hashtag only
 *   out: <p>5 ** 2, #1 of 3, a [note] (x), <code>**b**</code></p>\n#hashtag only
 */
import {delimitedFormulas} from '../../../../math/delimiters.ts'
import type {Edit, TracedText} from '../../../../trace/traced-text.ts'
import {codeFinder} from '../../markup/code-spans.ts'
import {surveyOf} from '../../markup/survey.ts'
import {amend, type TextRule} from '../../rule.ts'
import {
  certainQuotations,
  fences,
  headings,
  headingsAmongTags,
  itemBreaks,
  quotationParagraphs,
  quotations,
} from './markdown/blocks.ts'
import {notes, tasks} from './markdown/notes.ts'
import {certainSpans, doubtfulSpans} from './markdown/spans.ts'

/** A sign that Markdown escaped; before a letter or digit, a backslash is another escape, or a path. */
const escaped = /\\(?=[.,!()#*_"'+>~[\]`-])/g
const MIN_ESCAPED_SIGNS = 3

export const markdown: TextRule = (text, report) => {
  const {value} = text
  const escapes = escapesOf(value)
  const marked =
    escapes.length > 0 ||
    /\n(?:>|&gt;)[ ]/.test(value) ||
    /\*\*|\]\(|\]:[ \t]|__|~~|^```/m.test(value) ||
    /(?:^|>)\s{0,9}#{1,6}[ \t]/m.test(value) ||
    /\n[ \t]{0,12}(?:[-*+]|\d{1,2}[.)])[ \t]/.test(value)
  if (!marked) return text
  const blocks = [...headings(value), ...fences(value)]
  const quoted = certainQuotations(value)
  const certain = [...blocks, ...notes(value), ...certainSpans(value)]
  const tagged = [...headingsAmongTags(value), ...itemBreaks(value)]
  const beside = certain.length > 0 || tagged.length > 0
  const edits = beside
    ? [...certain, ...tasks(value), ...doubtfulSpans(value), ...quotations(value), ...escapes]
    : [...quoted, ...tasks(value), ...escapes]
  const amongTags = beside ? [...tagged, ...quotationParagraphs(value)] : tagged
  const shown = outsideFences(edits.sort(byPlace))
  const free = outsideMarkup(text, shown).concat(amongTags).sort(byPlace)
  return amend(text, free, report, {
    code: 'markdown-converted',
    message: 'Markdown in the text became formatting and structure.',
  })
}

/** Drop edits in code between fences. */
function outsideFences(edits: readonly Edit[]): Edit[] {
  let inside = false
  return edits.filter(({value}) => {
    if (value.startsWith('<pre>')) inside = true
    if (value === '</code></pre>') inside = false
    return !inside || value.startsWith('<pre>') || value === '&lt;'
  })
}

const byPlace = (a: Edit, b: Edit): number => a.start - b.start || a.end - b.end

const NONE: ReadonlySet<number> = new Set()
/** Where the delimiters of formulas are: they look like escaped brackets. */
const placesOfFormulas = (value: string): ReadonlySet<number> =>
  new Set(delimitedFormulas(value).flatMap(({start, end}) => [start, end - 2]))

/** Find backslashes before signs, if a text has several and no others. */
function escapesOf(value: string): Edit[] {
  if (!value.includes('\\') || /\\[\p{L}\p{N}\\/]/u.test(value)) return []
  const formulas = value.includes('\\(') || value.includes('\\[') ? placesOfFormulas(value) : NONE
  const found = Array.from(value.matchAll(escaped), ({index}) => ({
    start: index,
    end: index + 1,
    value: '',
  })).filter(({start}) => !formulas.has(start))
  return found.length < MIN_ESCAPED_SIGNS ? [] : found
}

/** Drop edits inside tags, raw elements and code, and those that overlap. */
function outsideMarkup(text: TracedText, edits: readonly Edit[]): Edit[] {
  const spans = surveyOf(text).markup
  const inCode = codeFinder(text)
  let next = 0
  let last = 0
  return edits.filter(({start, end}) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++
    if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < end || inCode(start) || start < last) return false
    last = end
    return true
  })
}
