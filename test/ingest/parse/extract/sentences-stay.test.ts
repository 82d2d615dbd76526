/** No rule of shape or position takes a sentence out of an article silently. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const prose = Array.from(
  {length: 5},
  (_, index) =>
    `Paragraph number ${index} of the article is long enough to be read as prose by anyone who reads it.`,
)
const text = prose.map((each) => `<p>${each}</p>`).join('')

const parse = (inside: string) =>
  parseScrape({
    bytes: Buffer.from(
      `<!doctype html><html lang="en"><head><title>The mill grinds again</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>The mill grinds again</h1>${inside}</article></main></body></html>`,
    ),
    origin: 'page',
    url: 'https://www.example.com/2026/mill',
  })
const bodyOf = (inside: string) => view(parse(inside).article.body)

describe('a short sentence stays', () => {
  const sentences = [
    'The mill closed on June 2, 2025.',
    'Six goats escaped in 2019.',
    'The match ended 3:2.',
    'Open weekdays 9:30–16:00.',
    '2021年に三つの橋が落ちた。',
    'Um 9:15 Uhr fuhr der letzte Zug.',
  ]
  it.each(sentences)('at the beginning: %s', (sentence) => {
    expect(bodyOf(`<p>${sentence}</p>${text}`)).toEqual([sentence, ...prose])
  })
  it.each(sentences)('at the end: %s', (sentence) => {
    expect(bodyOf(`${text}<div>${sentence}</div>`)).toEqual([...prose, sentence])
  })

  it('after words about the site', () => {
    const {article, findings} = parse(
      `${text}<div><p>Subscribe to our newsletter for more.</p></div><p>The vote is on 3 March 2027.</p>`,
    )
    expect(view(article.body)).toEqual([...prose, 'The vote is on 3 March 2027.'])
    const removed = findings.filter(({message}) => message.includes('newsletter'))
    expect(removed.map(({severity, action}) => ({severity, action}))).toEqual([
      {severity: 'warning', action: 'applied-check'},
    ])
  })

  it('that is all link, as a paragraph', () => {
    const linked = 'The owner of the mill has written a letter to all who live along the river.'
    expect(bodyOf(`<p><a href="/letter">${linked}</a></p>${text}`)).toEqual([
      `<https://www.example.com/letter>${linked}</>`,
      ...prose,
    ])
  })

  it.each<[string, string, string]>([
    ['of which the place is set apart', '<div>WEIRTON (QP) —</div><p>', 'WEIRTON (QP) — '],
    ['of which the initial is set apart', '<div class="dropcap">A</div><p>', 'A'],
    ['of which the initial and its quotation mark are', '<span class="first-letter">“A</span><p>', '“A'],
  ])('%s', (_, before, begins) => {
    const rest = 'nd the wheel turned all day, and nobody in the valley could sleep for the noise of it.'
    const body = bodyOf(`${before}${rest}</p>${text}`)
    expect(body).toEqual([begins + rest, ...prose])
  })
})

describe('a label goes', () => {
  it.each([
    '<div>7 May 2024</div>',
    '<p>Published on 7 May 2024.</p>',
    '<p>Last updated 7 May 2024, 9:30 a.m.</p>',
    '<div>Ida Holm</div>',
  ])('%s', (label) => expect(bodyOf(label + text)).toEqual(prose))
})

describe('verse stays', () => {
  const verse = [
    'The wheel went round and round,',
    'the water sang below,',
    'and all the grain it ground',
    'was whiter than the snow',
  ]
  it.each<[string, string]>([
    ['in elements for lines', verse.map((line) => `<div class="line">${line}</div>`).join('')],
    ['in elements without a name', `<div>${verse.map((line) => `<div>${line}</div>`).join('')}</div>`],
  ])('after the last sentence, %s', (_, lines) => {
    expect(parse(text + lines).article.body.length).toBe(prose.length + verse.length)
  })
})
