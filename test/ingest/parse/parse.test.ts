import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {articleHtml} from '../../../ingest/cli/render/article.ts'
import {InputError} from '../../../ingest/parse/errors.ts'
import {parseScrape} from '../../../ingest/parse/parse.ts'
import {activeContent} from '../../../ingest/parse/sanitize/audit.ts'
import type {ParseResult} from '../../../ingest/parse/types.ts'
import type {BodyBlock, TextBlock} from '../../../schemas/body.ts'

const parse = (html: string | Uint8Array): ParseResult =>
  parseScrape({
    bytes: typeof html === 'string' ? Buffer.from(html) : html,
    origin: 'test',
    contentType: 'text/html; charset=utf-8',
  })

/** The same, or undefined where nothing is left to read. */
function tryParse(html: string | Uint8Array): ParseResult | undefined {
  try {
    return parse(html)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

const textOf = (block: TextBlock): string => block.children.map((span) => span.text).join('')

function textsOf(block: BodyBlock): string[] {
  switch (block._type) {
    case 'block':
      return [textOf(block)]
    case 'table':
      return [
        block.caption ?? '',
        ...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.value.map(textOf))),
      ]
    case 'code':
      return [block.code]
    case 'figure':
      return [block.caption ?? '']
    default:
      return []
  }
}

const word = fc.constantFrom(
  ...'rain river council budget School Ångström кошка 東京 don’t 3.5 naïve the of and'.split(' '),
)
const sentence = fc.array(word, {minLength: 3, maxLength: 14}).map((words) => `${words.join(' ')}.`)
const phrasing = fc.oneof(
  {weight: 4, arbitrary: sentence},
  sentence.map((text) => `<b>${text}</b>`),
  sentence.map((text) => `<a href="https://example.com/x"> ${text}</a>`),
  fc.tuple(sentence, sentence).map(([a, b]) => `${a}<br>${b}`),
  fc.tuple(sentence, sentence).map(([a, b]) => `<em>${a} <code>${b}</code></em>`),
)
const line = fc.array(phrasing, {minLength: 1, maxLength: 4}).map((parts) => parts.join(' '))
const row = (cell: string) =>
  fc
    .array(sentence, {minLength: 3, maxLength: 3})
    .map((cells) => `<tr>${cells.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`)
const block = fc.oneof(
  {weight: 4, arbitrary: line.map((text) => `<p>${text}</p>`)},
  sentence.map((text) => `<h2>${text.slice(0, -1)}</h2>`),
  fc
    .array(line, {minLength: 1, maxLength: 4})
    .map((items) => `<ul>${items.map((text) => `<li>${text}</li>`).join('')}</ul>`),
  line.map((text) => `<blockquote><p>${text}</p></blockquote>`),
  fc.tuple(row('th'), row('td'), row('td')).map((rows) => `<table>${rows.join('')}</table>`),
  sentence.map(
    (text) => `<figure><img src="https://example.com/a.png"><figcaption>${text}</figcaption></figure>`,
  ),
  fc.constant('<hr>'),
)
/** Clean articles: nothing in them is damaged. */
const cleanArticle = fc.array(block, {minLength: 1, maxLength: 12}).map((blocks) => blocks.join('\n'))

/** Anything: markup, remnants of markup, and characters of every kind. */
const rubbish = fc
  .array(
    fc.oneof(
      fc.string({unit: 'binary', maxLength: 8}),
      fc.constantFrom(
        ...[
          '<p>',
          '</p>',
          '<b>',
          '</ b >',
          '< li >',
          '&lt;p&gt;',
          '& amp ;',
          '<table><tr><td>',
          '</td',
          '|---|---|\n',
          'a | b |\n',
          '- item\n',
        ],
        ...[
          '<script>x',
          '</script>',
          '<!--',
          '-->',
          '<![CDATA[',
          '\u0000',
          '\ufffd',
          '\u200b',
          'h2>',
          '. . . . . . . .',
          '<a href="javascript:x">',
          '<img src=x onerror=y>',
        ],
        ...[
          '<svg><style>',
          '<math><mi>',
          '<template>',
          '<select>',
          '<frameset>',
          '<td>',
          '<body>',
          '<html>',
          '\r\n\r\n',
          '**b**',
          '# head\n',
          'â€™',
          'some plain words here',
        ],
      ),
    ),
    {maxLength: 30},
  )
  .map((parts) => parts.join(''))

describe('for any input', () => {
  it('gives an article or says why not', () => {
    fc.assert(
      fc.property(rubbish, (html) => {
        const result = tryParse(html)
        if (result) expect(activeContent(result.article)).toEqual([])
      }),
      {numRuns: 300},
    )
  })

  it('gives an article or says why not, for bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 300}), (bytes) => void tryParse(bytes)),
      {numRuns: 200},
    )
  })

  it('gives the same each time', () => {
    fc.assert(
      fc.property(rubbish, cleanArticle, (html, other) => {
        const first = tryParse(html)
        tryParse(other)
        expect(tryParse(html)).toEqual(first)
      }),
      {numRuns: 60},
    )
  })

  it('keeps keys unique in their array, and findings in order', () => {
    fc.assert(
      fc.property(rubbish, (html) => {
        const result = tryParse(html)
        if (!result) return
        const unique = (items: readonly {_key: string}[]) =>
          expect(new Set(items.map((item) => item._key)).size).toBe(items.length)
        unique(result.article.body)
        unique(result.findings)
        for (const item of result.article.body) {
          if (item._type === 'block') unique(item.children)
          if (item._type === 'table') for (const {cells} of item.rows) unique(cells)
        }
        const places = result.findings.map((finding) => finding.ranges[0]?.start ?? Number.POSITIVE_INFINITY)
        expect(places).toEqual(places.toSorted((a, b) => (a === b ? 0 : a - b)))
      }),
      {numRuns: 100},
    )
  })
})

describe('for a clean article', () => {
  it('takes every word from the source, and no word from anywhere else', () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
    fc.assert(
      fc.property(cleanArticle, (html) => {
        const {article} = parse(html)
        const visible = words(html.replace(/<[^>]*>/g, ' '))
        const got = words([article.title ?? '', ...article.body.flatMap(textsOf)].join(' '))
        expect(got.toSorted()).toEqual(visible.toSorted())
      }),
      {numRuns: 100},
    )
  })

  it('has no finding above information', () => {
    fc.assert(
      fc.property(cleanArticle, (html) => {
        const grave = parse(html).findings.filter(
          ({severity, action}) => severity !== 'info' && action !== 'suggested',
        )
        expect(grave).toEqual([])
      }),
      {numRuns: 100},
    )
  })

  it('comes out the same when its own HTML is parsed', () => {
    fc.assert(
      fc.property(cleanArticle, (html) => {
        const {article} = parse(html)
        expect(parse(articleHtml(article)).article).toEqual(article)
      }),
      {numRuns: 100},
    )
  })

  it('maps each text block to just its own text', () => {
    fc.assert(
      fc.property(cleanArticle, (html) => {
        const {article, blockSources, source} = parse(html)
        const ranges = new Map(blockSources.map((entry) => [entry.blockKey, entry.ranges]))
        for (const item of article.body) {
          if (item._type !== 'block') continue
          const text = (ranges.get(item._key) ?? []).map(({start, end}) => source.slice(start, end)).join('')
          expect(text.replaceAll('<br>', '\n').replace(/\s+/g, '')).toBe(textOf(item).replace(/\s+/g, ''))
        }
      }),
      {numRuns: 100},
    )
  })

  it('keeps the keys of all other blocks when one is put in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, {minLength: 3, maxLength: 8}), fc.nat(), (sentences, at) => {
        const html = (list: readonly string[]) => list.map((text) => `<p>${text}</p>`).join('')
        const before = parse(html(sentences)).article.body
        const index = at % sentences.length
        const after = parse(html(sentences.toSpliced(index, 0, 'Something new stands here now.'))).article
          .body
        expect(after.toSpliced(index, 1)).toEqual(before)
      }),
      {numRuns: 50},
    )
  })
})

describe('bad input', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['no bytes', '', 'empty'],
    ['white space', ' \n\t ', 'empty'],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 'binary'],
    ['only code', '<script>let a = 1</script><style>p {}</style>', 'no-article'],
    ['an empty page', '<html><head><title>t</title></head><body></body></html>', 'no-article'],
  ])('%s', (_, input, code) => {
    expect(() => parse(input)).toThrow(expect.objectContaining({name: 'InputError', code}))
  })

  it('too large', () => {
    const scrape = {bytes: Buffer.from('<p>Some words</p>'), origin: 'page.html'}
    expect(() => parseScrape(scrape, {maxBytes: 10})).toThrow(
      /^page\.html is .* MB, and at most .* MB are read\. Raise/,
    )
  })

  it.each<[string, string]>([
    ['nested elements', '<div>'.repeat(100_000)],
    ['nested phrasing', `<p>${'<b><i>'.repeat(20_000)}`],
    ['nested lists', '<ul><li>'.repeat(5_000)],
    ['nested templates', `${'<template>'.repeat(5_000)}${'</template>'.repeat(5_000)}`],
    ['end tags out of scope', '<div><table><tr><td></div>'.repeat(2_000)],
    ['unclosed tags', '<p><b><a href=x>'.repeat(3_000)],
    ['attributes', `<p ${Array.from({length: 50_000}, (_, index) => `a${index}=1`).join(' ')}>`],
    ['sibling blocks', `<center>${'<p>word'.repeat(130_000)}`],
  ])(
    'many %s',
    (_, html) => {
      const {article} = parse(`${html}the end`)
      expect(article.body.length).toBeGreaterThan(0)
    },
    60_000,
  )

  it('says where nesting was cut', () => {
    const {findings} = parse(`<p>Before.</p>${'<div>'.repeat(1000)}deep`)
    expect(findings.map(({code}) => code)).toEqual(['depth-capped'])
  })
})
