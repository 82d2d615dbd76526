/**
 * Signs that only link to their own place: the pilcrow after a heading, the arrow back from a footnote; and ends of
 * comments whose beginning is lost.
 *
 * @example
 *   in: <h2>The canal<a class="headerlink" href="#a">¶</a></h2><p>Archive.<a href="#r1">↩︎</a></p><p>--&gt; Nobody came.</p>
 *   out: <h2>The canal</h2><p>Archive.</p><p>Nobody came.</p>
 * @example
 *   in: <p>It was dug.<a href="#n1">1</a> ¶ 3 says <a href="https://example.com">#</a> --> so.</p>
 *   out: <p>It was dug.<a href="#n1">1</a> ¶ 3 says <a href="https://example.com">#</a> --> so.</p>
 */
import {markupFinder} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

const anchor =
  /<a(\s[^<>]{0,1200})>\s{0,9}(?:<(?:span|sup|b)[^<>]{0,200}>)?(?:[¶#§↩↑⏎🔗^]|&para;|&sect;|&#182;|&#167;|&#8617;|&#x21a9;)[\ufe0e\ufe0f]?(?:<\/(?:span|sup|b)>)?\s{0,9}<\/a>/giu
/** An address with a place in a page. */
const toPlace = /\shref\s?=\s?["']?[^\s"'<>#]{0,300}#/i
/** A quick test: such a sign at the end of a link. */
const ending =
  /(?:[¶#§↩↑⏎🔗^]|&(?:para|sect|#182|#167|#8617|#x21a9);)[\ufe0e\ufe0f]?(?:<\/(?:span|sup|b)>)?\s{0,9}<\/a>/iu
const commentEnd = /--(?:>|&gt;)\s{0,9}/g
/** What precedes the end of a comment whose beginning is lost. */
const start = /(?:^|<(?:p|div|li)(?:\s[^<>]{0,300})?>)\s{0,9}$/

export const anchorMarks: TextRule = (text, report) => {
  const {value} = text
  const found = value.includes('#') && ending.test(value) ? linksToPlaces(value) : []
  const raw = markupFinder(text, 'raw')
  const ends = Array.from(/--(?:>|&gt;)/.test(value) ? value.matchAll(commentEnd) : []).filter(
    ({index}) => !raw(index) && start.test(value.slice(Math.max(0, index - 320), index)),
  )
  const edits = [...found, ...ends].map(({0: whole, index}) => ({
    start: index,
    end: index + whole.length,
    value: '',
  }))
  return amend(text, edits, report, {
    code: 'tag-debris-dropped',
    message: 'Permalink signs and remnants of comments were removed.',
  })
}

const linksToPlaces = (value: string): RegExpExecArray[] =>
  [...value.matchAll(anchor)].filter(([, attributes = '']) => toPlace.test(attributes))
