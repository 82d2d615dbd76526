import {describe, expect, test} from 'vitest'
import type {ParsedArticle} from '../../../../ingest/parse/types.ts'
import type {TextBlock} from '../../../../schemas/body.ts'
import {conserved, idempotent, inert, keyed, parse} from '../../../invariants/check.ts'

const OPENING =
  'The council of the valley met on Monday in the old mill, and every seat in the room was taken before the doors were shut.'
const CLOSING =
  'Their neighbours said that the water has risen each spring since the dam was built, and that nobody had counted the boats.'
const page = (line: string, end: string): string =>
  `<!doctype html><html lang="en"><head><title>The mill</title></head><body><main><article><h1>The mill</h1><p>${OPENING}</p>${line}<p>${CLOSING}</p>${end}</article></main></body></html>`

const wordsOf = (block: TextBlock): string => block.children.map(({text}) => text).join('')

/** The linked words of an article, each with the words that they lead to. */
function linksOf({body}: ParsedArticle): string[] {
  const texts = body.flatMap((block): TextBlock[] => {
    if (block._type === 'block') return [block]
    return block._type === 'table' ? block.rows.flatMap(({cells}) => cells.flatMap(({value}) => value)) : []
  })
  return texts.flatMap(({children, markDefs}) =>
    markDefs.map(({_key, href}) => {
      const words = children.flatMap(({text, marks}) => (marks.includes(_key) ? [text] : [])).join('')
      const note = body.find((block) => `#${block._key}` === href)
      return `${words} → ${note?._type === 'block' ? wordsOf(note) : href}`
    }),
  )
}

const MARK = '<a href="#n1"><sup>1</sup></a>'
const cases: readonly [kind: string, body: string, links: readonly string[]][] = [
  [
    'items of a list',
    page(
      `<p>The wheel turned${MARK} and stopped<a href="#n2"><sup>2</sup></a>.</p>`,
      '<ol><li id="n1">Diary, 1871.</li><li id="n2">A letter.</li></ol>',
    ),
    ['1 → Diary, 1871.', '2 → A letter.'],
  ],
  [
    'two marks of one note',
    page(`<p>The wheel turned${MARK} and stopped${MARK}.</p>`, '<p id="n1">1 Diary, 1871.</p>'),
    ['11 → 1 Diary, 1871.'],
  ],
  [
    'marks side by side',
    page(
      '<p>The wheel turned<sup><a href="#n1">1</a></sup><sup><a href="#n2">2</a></sup>.</p>',
      '<p id="n1">1 Diary, 1871.</p><p id="n2">2 A letter.</p>',
    ),
    ['1 → 1 Diary, 1871.', '2 → 2 A letter.'],
  ],
  [
    'a mark on a word that is a link',
    page(
      '<p>The wheel turned, <a href="https://a.example/">they say</a><sup><a href="#n1">1</a></sup>.</p>',
      '<p id="n1">1 Diary, 1871.</p>',
    ),
    ['they say → https://a.example/', '1 → 1 Diary, 1871.'],
  ],
  [
    'a mark of a word processor',
    page(
      '<p>The wheel turned<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p>',
      '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Diary, 1871.</p></div>',
    ),
    ['[1] → [1] Diary, 1871.'],
  ],
  [
    'a note beside its line',
    page('<p>The wheel turned<sup>1</sup><span class="sidenote">Diary, 1871.</span> and stopped.</p>', ''),
    ['1 → 1 Diary, 1871.'],
  ],
  [
    'a note that a style sheet numbers',
    page('<p>The wheel<label for="s"></label><span class="sidenote">Diary, 1871.</span> stopped.</p>', ''),
    ['1 → 1 Diary, 1871.'],
  ],
  [
    'a note in an attribute of its button',
    page(
      '<p>The wheel turned<button data-definition="Diary, 1871." aria-label="footnote 1">1</button>.</p>',
      '',
    ),
    ['1 → 1 Diary, 1871.'],
  ],
  [
    'a mark in a cell',
    page(
      `<table><tr><th>Year</th><th>Sacks</th></tr><tr><td>1871</td><td>40${MARK}</td></tr></table>`,
      '<p id="n1"><sup>1</sup> Diary, 1871.</p>',
    ),
    ['1 → 1 Diary, 1871.'],
  ],
  [
    'a note that refers to a later one',
    page(
      `<p>The wheel turned${MARK}.</p>`,
      '<ol><li id="n1">Diary<a href="#n2"><sup>2</sup></a>.</li><li id="n2">Lost since.</li></ol>',
    ),
    ['1 → Diary2.', '2 → Lost since.'],
  ],
  [
    'a note that is a table row',
    page(
      `<p>The wheel turned${MARK}.</p>`,
      '<table><tr><td id="n1">1</td><td>Diary.</td></tr><tr><td>2</td><td>Log.</td></tr></table>',
    ),
    [],
  ],
  [
    'a link to a section',
    page('<p>The wheel turned, <a href="#s">as said below</a>.</p>', '<h2 id="s">Below</h2><p>It did.</p>'),
    [],
  ],
  [
    'a link to another page',
    page('<p>The wheel <a href="https://a.example/#n1">turned</a>.</p>', '<p id="n1">Diary.</p>'),
    ['turned → https://a.example/#n1'],
  ],
]

describe('marks lead to their notes', () => {
  test.each(cases)('%s', (_, body, links) => {
    const result = parse(body)
    expect(linksOf(result.article)).toEqual(links)
    expect([...conserved(result), ...idempotent(result), ...inert(result), ...keyed(result.article)]).toEqual(
      [],
    )
  })
})

test('a producer that numbers its ids anew changes no key', () => {
  const scraped = (id: string): string =>
    page(`<p>The wheel turned<a href="#${id}"><sup>1</sup></a>.</p>`, `<p id="${id}"><sup>1</sup> Diary.</p>`)
  expect(parse(scraped('fn-8812')).article).toEqual(parse(scraped('fn-3')).article)
})

test('another text of the note changes the key of the note alone', () => {
  const keys = (note: string): string[] =>
    parse(page(`<p>The wheel turned${MARK}.</p>`, `<p id="n1"><sup>1</sup> ${note}</p>`)).article.body.map(
      ({_key}) => _key,
    )
  const [first, second] = [keys('Diary.'), keys('Letters.')]
  expect(first.slice(0, -1)).toEqual(second.slice(0, -1))
  expect(first.at(-1)).not.toBe(second.at(-1))
})
