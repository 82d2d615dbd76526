import fc from 'fast-check'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {inBatch} from '../../../../../ingest/parse/findings/batch.ts'
import type {Repair} from '../../../../../ingest/parse/findings/report.ts'
import {preset, repairText} from '../../../../../ingest/parse/repair/text/index.ts'
import {type TracedText, traced} from '../../../../../ingest/parse/trace/traced-text.ts'
import {FINDINGS} from '../../../../../schemas/findings.ts'

const pieces = [
  ...[
    '<p>',
    '</p>',
    '< / p>',
    'p>',
    '</p',
    '<p >',
    '<p/>',
    '&lt;p&gt;',
    '& lt ;/ li & gt ;',
    '< ;',
    '> ;',
    '<b>',
    '</b>',
  ],
  ...[
    '<h2>',
    'h2>',
    '<table>',
    '<tr><td>',
    '</td><td>',
    '</td>',
    '</tr>',
    '</table>',
    ' tr > |',
    '<ul>',
    '<li>',
    '</ li>',
  ],
  ...[
    '- ',
    '• ',
    ' | ',
    '---|---|',
    '\n',
    '\r\n',
    '\n\n',
    '. . . . . . . .',
    '**',
    '## ',
    '[',
    ']',
    '[/caption]',
    '[embed]',
  ],
  ...[
    'â€™',
    'Ã©',
    'Â ',
    'ƒÅ',
    '\u200b',
    '\u00ad',
    '\u200c',
    '&nbsp ',
    '& nbsp ;',
    '&amp;amp;',
    '&amp;lt;',
    '\\n',
    '\\u003c',
    '\\"',
  ],
  ...[
    '%3Cp%3E',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    'style = ” a ”',
    ' .',
    ' ,',
    ' ’ s',
    '“ ',
    '{',
    '}',
    ';',
  ],
  ...['Word', 'word', 'Word.', 'Two words.', 'word:', '5', '$', 'é', '中文', 'سلام', '😀', ' ', '  '],
]
const damaged = fc
  .array(
    fc.oneof(
      {weight: 4, arbitrary: fc.constantFrom(...pieces)},
      {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 5})},
    ),
    {maxLength: 60},
  )
  .map((parts) => parts.join(''))

function repaired(source: string): {text: TracedText; repairs: Repair[]} {
  const repairs: Repair[] = []
  const text = inBatch(
    source,
    (repair) => repairs.push(repair),
    (collect) => repairText(traced(source), collect),
  )
  return {text, repairs}
}

describe('for any string', () => {
  test('the origin covers the value exactly, and what was copied equals its source', () => {
    fc.assert(
      fc.property(damaged, (source) => {
        const {text} = repaired(source)
        let at = 0
        let last = 0
        for (const run of text.origin) {
          if (run.copied) expect(text.value.slice(at, at + run.length)).toBe(source.slice(run.start, run.end))
          expect(run.start).toBeGreaterThanOrEqual(last)
          expect(run.end).toBeGreaterThanOrEqual(run.start)
          expect(run.end).toBeLessThanOrEqual(source.length)
          last = run.start
          at += run.length
        }
        expect(at).toBe(text.value.length)
      }),
      {numRuns: 400},
    )
  })

  test('every finding has a known code and a place in the source', () => {
    fc.assert(
      fc.property(damaged, (source) => {
        for (const {code, ranges, message} of repaired(source).repairs) {
          expect(FINDINGS).toHaveProperty([code])
          expect(message).not.toBe('')
          expect(ranges.length).toBeGreaterThan(0)
          for (const {start, end} of ranges) {
            expect(0 <= start && start <= end && end <= source.length).toBe(true)
          }
        }
      }),
    )
  })

  test('no word comes from nowhere', () => {
    // The source contains all letters of the output outside markup, in the same order.
    const word = fc.stringMatching(/^[A-Z][a-z]{6,9}$/)
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.constantFrom(...pieces)), {maxLength: 40}), (parts) => {
        const words = (value: string) => value.match(/[A-Z][a-z]{6,9}/g) ?? []
        const before = new Set(words(parts.join(' ')))
        for (const one of words(repaired(parts.join(' ')).text.value)) expect(before).toContain(one)
      }),
    )
  })

  test('the same string gives the same result', () => {
    fc.assert(
      fc.property(damaged, (source) => {
        expect(repaired(source)).toEqual(repaired(source))
      }),
      {numRuns: 50},
    )
  })
})

describe('clean text comes back as the same object', () => {
  test.each([
    '<h1>Title</h1>\n<p>One &amp; two, “three” — it’s 5 &lt; 6.</p>\n<ul>\n<li><b>Lead:</b> item</li>\n<li>two</li>\n</ul>',
    '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>',
    '<p>Il a dit : « Oui ! » ; l’été, 3,5 % … fin.</p><p>می\u200cخواهم.</p><p>微门禁 用户。</p><p>สวัสดี\u200bครับ</p>',
    '<p>The <code>&lt;p&gt;</code> element, and &lt;b&gt; too. x = a[i] &gt; 0; R&amp;D.</p><pre>if (a < b) {\n  c();\n}</pre>',
    '<p>Wrapped text that\ngoes on for some\nlines.</p>\n<p>Another one.\nAnd more.</p>',
    '<!doctype html><html><head><meta charset="utf-8"></head><body><div>One\n<span>two</span>\nThree</div></body></html>',
    'A single line of text.',
  ])('%s', (source) => {
    const text = traced(source)
    const repairs: Repair[] = []
    expect(repairText(text, (repair) => repairs.push(repair))).toBe(text)
    expect(repairs).toEqual([])
  })
})

describe('bounds', () => {
  test.each([
    ['nested elements', '<div>'.repeat(100_000)],
    ['nested marks', '<b><i>'.repeat(50_000)],
    ['nested tables', '<table><tr><td>'.repeat(20_000)],
    ['nested lists', '<ul><li>'.repeat(20_000)],
  ])('%s come out no deeper than a parser can bear', (_, source) => {
    const {text, repairs} = repaired(`${source}x`)
    expect(repairs.length).toBeGreaterThan(0)
    expect(repairs.length).toBeLessThan(300)
    expect(() => unified().use(rehypeParse, {fragment: true}).parse(text.value)).not.toThrow()
  })

  test('rules are linear: hostile repetitions finish', () => {
    const hostile = [
      '<',
      '>',
      '&',
      '& lt ;',
      '<a "',
      '<a b="',
      'p>',
      '< /',
      '[',
      '[a ',
      '**',
      '\\',
      '%3C',
      '<!--',
      '. ',
      '- ',
      '| ',
      'â',
      'Ã',
      '<p',
      '</td>',
      '<td>',
      '</b>',
      '&lt;',
      '&lt;a ',
      '{',
      '" ',
      '](http',
      "='",
    ]
    for (const piece of hostile) repaired(piece.repeat(Math.ceil(30_000 / piece.length)))
    expect(preset.length).toBeGreaterThan(20)
  })
})
