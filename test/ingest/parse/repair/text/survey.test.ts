/**
 * A survey's promises (`isSound`, `isNested`, `isDelimited`, no loose `>`) let rules look no further. Here every rule runs twice
 * on the same text, once with the promises and once with all of them withheld, and must do and say the same.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {maxNesting} from '../../../../../ingest/parse/bounded-parse.ts'
import type {Repair} from '../../../../../ingest/parse/findings/report.ts'
import {markupOf} from '../../../../../ingest/parse/partition/markup.ts'
import {preset} from '../../../../../ingest/parse/repair/text/index.ts'
import {keepSurvey, surveyOf} from '../../../../../ingest/parse/repair/text/markup/survey.ts'
import {type TracedText, traced} from '../../../../../ingest/parse/trace/traced-text.ts'
import {unwrappers} from '../../../../../ingest/parse/unwrap/index.ts'
import {documents} from '../../../../damage/documents.ts'
import {operators} from '../../../../damage/operators/index.ts'
import {randomFrom} from '../../../../damage/random.ts'
import {render} from '../../../../damage/render.ts'

/** The same text, of which nothing is promised. */
function withheld({value, origin}: TracedText): TracedText {
  const text = {value, origin}
  const promises = {isSound: false, isNested: false, isDelimited: false, hasStrayGreater: true}
  keepSurvey(text, {...surveyOf({value, origin}), ...promises, depth: Number.POSITIVE_INFINITY})
  return text
}

function expectSame(html: string): void {
  let text = traced(html)
  for (const unwrapper of unwrappers) {
    expect(unwrapper(text, () => undefined)).toEqual(unwrapper(withheld(text), () => undefined))
  }
  for (const rule of preset) {
    const said: Repair[] = []
    const saidWithheld: Repair[] = []
    const result = rule(text, (repair) => said.push(repair))
    const other = rule(withheld(text), (repair) => saidWithheld.push(repair))
    expect(result).toEqual({value: other.value, origin: other.origin})
    expect(said).toEqual(saidWithheld)
    text = result
  }
  expect(markupOf(text)).toEqual(markupOf(withheld(text)))
}

const names = [
  'p div b i a em strong h2 h3 ul ol li table thead tbody tr td th pre code span br img script title svg blockquote',
  'iframe noscript caption dl dd custom x-part',
].flatMap((list) => list.split(' '))
const name = fc.constantFrom(...names)
const words = fc.constantFrom(
  'One',
  'Two words.',
  ' ',
  '\n',
  'a < b',
  'x>y',
  '&gt;',
  '&lt;p&gt;',
  'tr',
  ' tr ',
  'h2',
  'Outlookh2The end',
  'p>',
  '/p>',
  '</p',
  '<p',
  '< p >',
  '<td',
  'Привет мир',
  '中文。',
  '<!-- a < b -->',
  '<!-- <p> -->',
  '<!doctype html>',
  '<p/>',
  '<b/>',
  '<a href="x > y">',
  '<a href="x <y">',
  '<p class=”a”>',
  '<jo@example.com>',
)
/** Markup that is mostly sound, so that promises are given, and now and then is not. */
const sound: fc.Arbitrary<string> = fc.letrec<{node: string}>((tie) => ({
  node: fc.oneof(
    {maxDepth: 4},
    {weight: 3, arbitrary: fc.constantFrom('One', 'two words. Three', '\n', ' ', 'Ж', '中文')},
    {weight: 1, arbitrary: words},
    {
      weight: 4,
      arbitrary: fc
        .tuple(name, fc.array(tie('node'), {maxLength: 4}))
        .map(([tag, children]) => `<${tag}>${children.join('')}</${tag}>`),
    },
  ),
})).node
const tag = fc.tuple(name, fc.boolean()).map(([tag, closing]) => `<${closing ? '/' : ''}${tag}>`)
const soup = fc.array(fc.oneof(tag, words), {maxLength: 24}).map((parts) => parts.join(''))

describe('rules that trust a survey', () => {
  it('do the same on nested markup as without it', () => {
    fc.assert(
      fc.property(fc.array(sound, {maxLength: 5}), (parts) => expectSame(parts.join('\n'))),
      {numRuns: 600},
    )
  })

  it('do the same on any markup as without it', () => {
    fc.assert(fc.property(soup, expectSame), {numRuns: 600})
  })

  it.each([
    'An item\n<ul>\n<li>One<li>Two</li></li>\n</ul>\nand more',
    '<p>One <b/>two</p><p>Three</p>',
    '<table><tr><pre>One</pre></tr></table>',
    '<table><tr><td>One</td>two</tr></table>',
    '<!x <jo> -->One',
    '<div>One\nTwo.\nThree</div>\n<p>Four',
    '<ul><li>One</li><b>two</b></li></ul>',
    '<p><b>One\ntwo</b></p>\nThree\nFour',
  ])('do the same on %j', expectSame)

  it.each(Object.entries(operators))('do the same on damage: %s', (_, operator) => {
    for (const [index, document] of documents.entries())
      expectSame(operator(render(document), randomFrom(index)))
  })
})

describe('a survey', () => {
  const survey = (html: string) => surveyOf(traced(html))

  it('promises everything of clean markup', () => {
    const clean =
      '<h1>A</h1>\n<p>One <b>two</b> <a href="a?b=1">three</a><br>four.</p>\n<ul><li>Five</li></ul>'
    expect(survey(clean)).toMatchObject({
      isSound: true,
      isNested: true,
      isDelimited: true,
      hasStrayGreater: false,
      depth: 2,
    })
    for (const document of documents) expect(survey(render(document))).toMatchObject({isSound: true})
  })

  it.each([
    ['a bracket that begins no tag', '<p>a < b</p>', 'isSound'],
    ['a name that HTML does not know', '<p><jo>a</jo></p>', 'isSound'],
    ['content that is not markup', '<p>a</p><script>b</script>', 'isSound'],
    ['a bracket in an attribute', '<p title="<b">a</p>', 'isSound'],
    ['a bracket in a declaration', '<!x <jo>a', 'isSound'],
    ['an element that is not closed', '<div><p>a</div>', 'isNested'],
    ['marks that cross', '<p><b>a<i>b</b></i></p>', 'isNested'],
    ['a mark around a block', '<b><p>a</p></b>', 'isNested'],
    ['a mark over two lines', '<p><b>a\nb</b></p>', 'isNested'],
    ['a mark that closes itself', '<p>a<b/></p>', 'isNested'],
    ['text outside of blocks', '<p>a</p>b', 'isDelimited'],
    ['a block in another of its kind', '<p>a<h2>b</h2></p>', 'isDelimited'],
    ['an item right in an item', '<ul><li>a<li>b</li></li></ul>', 'isDelimited'],
    [
      'preformatted text where a cell would have to be',
      '<table><tr><pre>a</pre></tr></table>',
      'isDelimited',
    ],
    ['text where a cell would have to be', '<table><tr>a<td>b</td></tr></table>', 'isDelimited'],
  ] as const)('does not promise it of %s', (_, html, promise) => {
    expect(survey(html)[promise]).toBe(false)
  })

  it('counts nesting as the parser must', () => {
    fc.assert(
      fc.property(sound, (html) => {
        const {isSound, isNested, depth} = survey(html)
        if (isSound && isNested) expect(depth).toBe(maxNesting(html))
      }),
    )
  })
})
