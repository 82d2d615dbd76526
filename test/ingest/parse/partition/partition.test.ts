import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {claimsOf} from '../../../../ingest/parse/partition/claims.ts'
import {createCover} from '../../../../ingest/parse/partition/cover.ts'
import {isLost, lostText, partition} from '../../../../ingest/parse/partition/index.ts'
import {summarize} from '../../../../ingest/parse/partition/summary.ts'
import type {Run} from '../../../../ingest/parse/trace/traced-text.ts'
import {inserted, join, traced} from '../../../../ingest/parse/trace/traced-text.ts'
import {conserved, parse} from '../../../invariants/check.ts'

/** `kind:source` for each interval, with the new text of a change and the reason of a removal. */
function view(html: string): string[] {
  const {partition: intervals, source} = parse(html)
  return intervals.map((interval) => {
    const text = source.slice(interval.start, interval.end)
    if (interval.kind === 'changed') return `changed:${text}→${interval.after}`
    return interval.kind === 'removed' ? `${interval.code}:${text}` : `${interval.kind}:${text}`
  })
}

describe('the parts of a source', () => {
  const cases: [name: string, html: string, expected: string[]][] = [
    ['a paragraph', '<p>One.</p>', ['markup:<p>', 'kept:One.', 'markup:</p>']],
    [
      'a reference decoded',
      '<p>R&amp;D</p>',
      ['markup:<p>', 'kept:R', 'changed:&amp;→&', 'kept:D', 'markup:</p>'],
    ],
    [
      'white space collapsed, and dropped at the ends',
      '<p>\n one\n  two </p>',
      ['markup:<p>\n ', 'kept:one', 'changed:\n  → ', 'kept:two', 'markup: </p>'],
    ],
    [
      'a line break',
      '<p>one<br>two</p>',
      ['markup:<p>', 'kept:one', 'changed:<br>→\n', 'kept:two', 'markup:</p>'],
    ],
    [
      'a quotation, whose marks the element implies',
      '<p><q>one</q></p>',
      ['markup:<p><q>', 'changed:→“', 'kept:one', 'changed:→”', 'markup:</q></p>'],
    ],
    [
      'mojibake',
      '<p>Itâ€™s on the cafÃ© wall.</p>',
      [
        'markup:<p>',
        'kept:It',
        'changed:â€™→’',
        'kept:s on the caf',
        'changed:Ã©→é',
        'kept: wall.',
        'markup:</p>',
      ],
    ],
    [
      'a script',
      '<p>One.</p><script>run()</script>',
      ['markup:<p>', 'kept:One.', 'markup:</p><script>', 'active-content-removed:run()', 'markup:</script>'],
    ],
    [
      'a line of the site',
      '<p>One.</p><p>Share this article</p>',
      ['markup:<p>', 'kept:One.', 'markup:</p><p>', 'boilerplate-dropped:Share this article', 'markup:</p>'],
    ],
    [
      'damaged tags, whose names are no words',
      'The Rise of Rainh2>It began to rain.p> And it went on.< / p>',
      [
        'kept:The Rise of Rain',
        'markup:h2>',
        'kept:It began to rain.',
        'markup:p> ',
        'kept:And it went on.',
        'markup:< / p>',
      ],
    ],
  ]
  it.each(cases)('%s', (_, html, expected) => {
    expect(view(html)).toEqual(expected)
    expect(conserved(parse(html))).toEqual([])
  })

  it('of a table: every cell once, however often a span repeats it', () => {
    const html = '<table><tr><th>A</th><th>B</th></tr><tr><td colspan="2">wide</td></tr></table>'
    expect(view(html).filter((line) => line.startsWith('kept'))).toEqual(['kept:A', 'kept:B', 'kept:wide'])
  })
})

describe('words that no repair speaks of', () => {
  const source = '<p>kept</p> lost words <i>x</i>'
  const texts = [{blockKey: 'a', ...traced('kept', 3)}]
  const markup = [
    {start: 0, end: 3},
    {start: 7, end: 11},
  ]

  it('are lost, and that is a finding', () => {
    const intervals = partition({source, texts, findings: [], markup})
    expect(intervals.filter(isLost).map(({start, end}) => source.slice(start, end))).toEqual([
      ' lost words <i>x</i>',
    ])
    expect(lostText(intervals, source)).toMatchObject([{code: 'text-lost', ranges: [{start: 11, end: 31}]}])
  })

  it('are none where all is accounted for', () => {
    expect(lostText(partition({source, texts, findings: [], markup: [{start: 0, end: 31}]}), source)).toEqual(
      [],
    )
  })
})

describe('claims', () => {
  it('give each unit of the source to one text only, and lose none', () => {
    const run = fc.record({
      start: fc.nat(30),
      length: fc.integer({min: 1, max: 8}),
      copied: fc.boolean(),
      size: fc.nat(6),
    })
    fc.assert(
      fc.property(fc.array(fc.array(run, {maxLength: 6}), {maxLength: 5}), (all) => {
        const source = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH'
        const texts = all.map((runs, index) => {
          const parts = runs.map(({start, length, copied, size}) => {
            if (copied) return traced(source.slice(start, start + length), start)
            const origin: Run[] = [{length, start, end: start + size, copied: false}]
            return size === 0 ? inserted('_'.repeat(length), start) : {value: '_'.repeat(length), origin}
          })
          return {blockKey: String(index), ...join(parts)}
        })
        const claims = claimsOf(texts, source)
        let at = 0
        for (const {start, end} of claims) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThanOrEqual(start)
          at = end
        }
        for (const {blockKey, value} of texts) {
          const text = claims
            .filter((claim) => claim.blockKey === blockKey)
            .toSorted((a, b) => a.offset - b.offset)
            .map((claim) => (claim.kind === 'kept' ? source.slice(claim.start, claim.end) : claim.after))
          expect(text.join('')).toBe(value)
        }
      }),
    )
  })
})

describe('a cover', () => {
  it('says of each place the smallest range that holds it', () => {
    const range = fc
      .tuple(fc.nat(20), fc.nat(20))
      .map(([a, b]) => ({start: Math.min(a, b), end: Math.max(a, b)}))
    fc.assert(
      fc.property(fc.array(range, {maxLength: 8}), (ranges) => {
        const pieces = createCover(ranges.map((one) => ({...one, of: one})))(0, 25)
        expect(pieces.map(({start}) => start)).toEqual([0, ...pieces.slice(0, -1).map(({end}) => end)])
        expect(pieces.at(-1)?.end).toBe(25)
        for (const {start, end, covered, of} of pieces) {
          for (let at = start; at < end; at++) {
            const holders = ranges.filter((one) => one.start <= at && at < one.end)
            expect(covered).toBe(holders.length > 0)
            if (of) expect(of.start <= at && at < of.end).toBe(true)
          }
        }
      }),
    )
  })
})

describe('the summary', () => {
  it.each([
    ['<p>One two three.</p>', {kept: 3, changed: 0, removed: 0}],
    ['<p>One ca&eacute; three.</p>', {kept: 2, changed: 1, removed: 0}],
    ['<p>One <b>tw</b>o three.</p>', {kept: 3, changed: 0, removed: 0}],
    [
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      {kept: 4, changed: 0, removed: 0},
    ],
    ['<p>One two.</p><p>Share this article</p><script>a b</script>', {kept: 2, changed: 0, removed: 3}],
  ])('of %s', (html, expected) => {
    const {partition: intervals, source} = parse(html)
    expect(summarize(intervals, source)).toMatchObject(expected)
  })
})
