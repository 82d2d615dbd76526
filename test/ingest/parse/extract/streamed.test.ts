/** Pages that React streams: their parts come after them, in hidden elements, and a program puts them in their places. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {conserved, provenance} from '../../../invariants/check.ts'
import {view} from '../support/convert.ts'

const sentence = (index: number): string =>
  `Sentence number ${index} of the article is long enough to be read as prose by anyone who reads it.`
const sentences = (from: number, to: number): string[] =>
  Array.from({length: to - from}, (_, index) => sentence(from + index))
const html = (from: number, to: number): string =>
  sentences(from, to)
    .map((text) => `<p>${text}</p>`)
    .join('')
const place = (id: string, meanwhile = '<div class="skeleton">Loading</div>'): string =>
  `<!--$?--><template id="${id}"></template>${meanwhile}<!--/$-->`
const part = (number: string, inner: string, prefix = ''): string =>
  `<div hidden id="${prefix}S:${number}">${inner}</div><script>$RC("${prefix}B:${number}","${prefix}S:${number}")</script>`
const page = (main: string, late: string): string =>
  `<!doctype html><html lang="en"><head><title>Rain</title></head><body><nav><ul><li><a href="/a">News</a><li><a href="/b">Sport</a></ul></nav><main><h1>Rain</h1>${main}</main><footer>All rights reserved</footer>${late}</body></html>`
const parse = (source: string) =>
  parseScrape({bytes: Buffer.from(source), origin: 'page', url: 'https://example.com/2026/rain'})

const pages: Record<string, [source: string, blocks: string[]]> = {
  'one part': [page(place('B:0'), part('0', html(0, 6))), sentences(0, 6)],
  'a part in the middle of the text': [
    page(`${html(0, 3)}${place('B:1')}${html(5, 8)}`, part('1', html(3, 5))),
    sentences(0, 8),
  ],
  'parts that come out of order': [
    page(`${place('B:0')}${place('B:1')}`, part('1', html(3, 6)) + part('0', html(0, 3))),
    sentences(0, 6),
  ],
  'a part in a part': [
    page(place('B:0'), part('0', `${html(0, 2)}${place('B:a')}${html(4, 6)}`) + part('a', html(2, 4))),
    sentences(0, 6),
  ],
  'a placeholder': [
    page(
      `<article><template id="P:2"></template></article>`,
      `<div hidden id="S:2"><div>${html(0, 6)}</div></div><script>$RS("S:2","P:2")</script>`,
    ),
    sentences(0, 6),
  ],
  'a prefix, and boundaries in the placeholder': [
    page(
      place('app-B:0', '<!--$--><p>Loading</p><!--/$-->'),
      part('0', `<article>${html(0, 6)}</article>`, 'app-'),
    ),
    sentences(0, 6),
  ],
}

describe('parts are put in their places', () => {
  it.each(Object.entries(pages))('%s', (_, [source, blocks]) => {
    const result = parse(source)
    expect(result.article.title).toBe('Rain')
    expect(view(result.article.body)).toEqual(blocks)
    expect(result.findings.filter(({code}) => code === 'streamed-part-placed')).toHaveLength(1)
    expect(conserved(result)).toEqual([])
    expect(provenance(result)).toEqual([])
  })
})

describe('nothing is moved', () => {
  it.each<[string, string]>([
    ['without a place', page(html(0, 6), part('7', '<p>A part that nobody asked for.</p>'))],
    ['without a part', page(html(0, 6) + place('B:3', ''), '')],
    [
      'where two parts would go into each other',
      page(html(0, 6), part('1', place('B:2', '')) + part('2', place('B:1', ''))),
    ],
    ['where a part holds its own place', page(html(0, 6), part('1', place('B:1', '')))],
  ])('%s', (_, source) => {
    const result = parse(source)
    expect(view(result.article.body)).toEqual(sentences(0, 6))
    expect(result.findings.some(({code}) => code === 'streamed-part-placed')).toBe(false)
    expect(conserved(result)).toEqual([])
  })
})

it('of many parts, each in the one before, all are placed', () => {
  const many = 250
  const late = Array.from({length: many}, (_, index) =>
    part(
      index.toString(16),
      `<p>${sentence(index)}</p>${index + 1 < many ? place(`B:${(index + 1).toString(16)}`, '') : ''}`,
    ),
  ).join('')
  expect(view(parse(page(place('B:0', ''), late)).article.body)).toEqual(sentences(0, many))
})
