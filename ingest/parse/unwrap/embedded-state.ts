/**
 * A page whose text is only in its data: JSON-LD with an `articleBody`, or the state of a script, as HTML or as rich text. If the page itself shows little and
 * its data contains an article, the article is inserted at the end of the body, where a script would show it. The other content of the
 * page is handled as on any page.
 *
 * @example
 *   in: <!doctype html><title>Wells</title><body><div id="app">Loading</div><script id="__NEXT_DATA__" type="application/json">{"props":{"article":{"body":"<p>The well on the green is deeper than anybody in the village had thought, and it has been measured three times since the spring. Nobody can say where its water comes from.</p><p>In the dry years it was the only one for miles that did not fail, and people came with carts from as far as the coast to fill their barrels.</p><p>The council has now asked for a plan of the pipes, which was lost in a fire, and for a lid that children cannot lift. It will be paid for by the county, which owns the green and the lane beside it.</p><p>Work begins in May.</p>"}}}</script></body>
 *   out: <!doctype html><title>Wells</title><body><div id="app">Loading</div><script id="__NEXT_DATA__" type="application/json">{"props":{"article":{"body":"<p>The well on the green is deeper than anybody in the village had thought, and it has been measured three times since the spring. Nobody can say where its water comes from.</p><p>In the dry years it was the only one for miles that did not fail, and people came with carts from as far as the coast to fill their barrels.</p><p>The council has now asked for a plan of the pipes, which was lost in a fire, and for a lid that children cannot lift. It will be paid for by the county, which owns the green and the lane beside it.</p><p>Work begins in May.</p>"}}}</script><article>\n<p>The well on the green is deeper than anybody in the village had thought, and it has been measured three times since the spring. Nobody can say where its water comes from.</p><p>In the dry years it was the only one for miles that did not fail, and people came with carts from as far as the coast to fill their barrels.</p><p>The council has now asked for a plan of the pipes, which was lost in a fire, and for a lid that children cannot lift. It will be paid for by the county, which owns the green and the lane beside it.</p><p>Work begins in May.</p>\n</article></body>
 * @example
 *   in: <!doctype html><title>Wells</title><body><p>The well is deep.</p><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"The well is deep."}</script></body>
 *   out: <!doctype html><title>Wells</title><body><p>The well is deep.</p><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"The well is deep."}</script></body>
 */

import {isPage} from '../repair/text/markup/outside.ts'
import {surveyOf} from '../repair/text/markup/survey.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {inserted, join, slice, sourceRange} from '../trace/traced-text.ts'
import {reportMissing} from './article/article.ts'
import {type Body, longestBody} from './embedded/bodies.ts'
import {dataIn} from './embedded/data.ts'
import type {Unwrapper} from './unwrapper.ts'

/** Maximum length of the prose of a page that leaves its text to a script, or shows only the beginning; in characters. */
const MAX_SHOWN_LENGTH = 1500
/** Minimum length of an article in data, in characters. */
const MIN_LENGTH = 500
/** The same for text in marked paragraphs, on a page that shows no prose. */
const MIN_LENGTH_ALONE = 60
/** Minimum ratio of its length to the length of the shown prose. */
const TIMES = 3
/** Minimum length of a stretch of prose between tags, in characters; shorter ones are labels. */
const STRETCH = 60

export const embeddedState: Unwrapper = (text, report) => {
  const {value} = text
  if (!isPage(value) || !/<script/i.test(value)) return undefined
  const shown = shownProse(text)
  if (shown > MAX_SHOWN_LENGTH) return undefined
  let found: {body: Body; document: TracedText} | undefined
  for (const document of dataIn(text)) {
    const body = longestBody(document)
    if (body && body.length > (found?.body.length ?? 0)) found = {body, document}
  }
  // A page that shows nothing at all has no other text than this.
  const least = shown === 0 && found?.body.isMarked ? MIN_LENGTH_ALONE : MIN_LENGTH
  if (!found || found.body.length < Math.max(least, TIMES * shown)) return undefined
  const {body, document} = found
  report({
    code: 'body-embedded',
    message:
      'The page itself shows no article. The text was taken from data that a script of the page would display.',
    ranges: body.places.map(({start, end}) => sourceRange(document, start, end)),
  })
  reportMissing(body.missing, report)
  const end = endOfBody(value)
  const at = sourceRange(text, end, end).start
  const html = join([
    slice(text, 0, end),
    inserted('<article>\n', at),
    ...body.parts.flatMap((part) => [...inParagraphs(part), inserted('\n', at)]),
    inserted('</article>', at),
    slice(text, end),
  ])
  return {html}
}

/** The number of characters in stretches that are long enough to be sentences, outside all markup. */
function shownProse(text: TracedText): number {
  let prose = 0
  let from = 0
  const add = (end: number): void => {
    const length = end - from < STRETCH ? 0 : text.value.slice(from, end).trim().length
    if (length >= STRETCH) prose += length
  }
  for (const {start, end} of surveyOf(text).markup) {
    add(start)
    from = Math.max(from, end)
    // Most pages show more than enough, and need not be counted to their end.
    if (prose > MAX_SHOWN_LENGTH) return prose
  }
  add(text.value.length)
  return prose
}

function endOfBody(value: string): number {
  const end = value.toLowerCase().lastIndexOf('</body')
  return end === -1 ? value.length : end
}

/** Text without tags as one paragraph for each line; other text unchanged. */
function inParagraphs(part: TracedText): TracedText[] {
  if (/<\/?(?:p|div|h[1-6]|ul|ol|table|blockquote|section|figure)[\s>]/i.test(part.value)) return [part]
  const parts: TracedText[] = []
  for (const match of part.value.matchAll(/[^\n]+/g)) {
    if (!/\S/.test(match[0])) continue
    const paragraph = slice(part, match.index, match.index + match[0].length)
    const {start, end} = sourceRange(part, match.index, match.index + match[0].length)
    parts.push(inserted('<p>', start), paragraph, inserted('</p>', end))
  }
  return parts
}
