import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Repair} from '../../../../ingest/parse/findings/report.ts'
import {traced} from '../../../../ingest/parse/trace/traced-text.ts'
import {unwrap} from '../../../../ingest/parse/unwrap/index.ts'

const pieces = [
  '<rss><channel>',
  '<item>',
  '</item>',
  '<item xmlns="http://www.w3.org/2005/Atom">',
  '<feed>',
  '<a:entry xmlns:a="http://www.w3.org/2005/Atom">',
  '</a:entry>',
  '<title>',
  '</title>',
  '<description>',
  '</description>',
  '<![CDATA[',
  ']]>',
  '<link href="/a"/>',
  '<dc:creator>',
  '</dc:creator>',
  '<pubDate>2024-03-05</pubDate>',
  '&lt;p&gt;',
  '<p>Words of a text.</p>',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '"title":"One"',
  '"content":{"rendered":"<p>Two words.</p>"}',
  '"articleBody":"',
  '"@type":"Article"',
  '"items":',
  '"author":{"name":"Ann Lee"}',
  '\\',
  '\\u00e9',
  '\\"',
  '---\n',
  'title: One\n',
  '+++\n',
  'date = 2024-03-05\n',
  '<!doctype html>',
  '<script>',
  '</script>',
  '<template id="B:0"></template>',
  '<div hidden id="S:0">',
  '</div>',
  'Words',
  ' ',
  '\n',
  '&',
  '<',
]
const broken = fc
  .array(
    fc.oneof({weight: 6, arbitrary: fc.constantFrom(...pieces)}, fc.string({unit: 'binary', maxLength: 5})),
    {maxLength: 40},
  )
  .map((parts) => parts.join(''))

describe('for any string', () => {
  it('the article is traced to the source, and what is declared and reported has its place there', () => {
    fc.assert(
      fc.property(broken, (source) => {
        const repairs: Repair[] = []
        const {html, declared} = unwrap(traced(source), (repair) => repairs.push(repair))
        let at = 0
        for (const run of html.origin) {
          if (run.copied) expect(html.value.slice(at, at + run.length)).toBe(source.slice(run.start, run.end))
          expect(0 <= run.start && run.start <= run.end && run.end <= source.length).toBe(true)
          at += run.length
        }
        expect(at).toBe(html.value.length)
        const places = declared.flatMap(({fields}) =>
          Object.values(fields).flatMap((field) => field?.place ?? []),
        )
        for (const {start, end} of [...places, ...repairs.flatMap(({ranges}) => ranges)]) {
          expect(0 <= start && start <= end && end <= source.length).toBe(true)
        }
      }),
      {numRuns: 1500},
    )
  })
})

it.each([
  ['open elements', '<rss>', '<a>'],
  ['closed elements that none opened', `<rss>${'<a>'.repeat(30_000)}`, '</b>'],
  ['items', '<rss><channel>', '<item><title>A</title>'],
  ['sections', '<rss><item><description>', '<![CDATA[a]]>'],
  ['attributes', '<rss ', 'a="b" '],
  ['arrays', '{"content":', '['],
  ['strings', '{"content":["', 'a","'],
  ['objects', '[', '{"title":"A","content":"B"},'],
  ['settings', '---\n', 'title: [[\n'],
])('hostile repetitions are read in one pass: %s', (_, start, piece) => {
  const source = start + piece.repeat(Math.ceil(100_000 / piece.length))
  expect(unwrap(traced(source), () => undefined).html.value.length).toBeLessThanOrEqual(2 * source.length)
})
