/** Pages that hold more than one text of the same kind. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const textOf = (name: string) =>
  Array.from(
    {length: 6},
    (_, index) => `Paragraph ${index} of ${name} is long enough to be read as prose by anyone who reads it.`,
  )
const html = (texts: readonly string[]) => texts.map((each) => `<p>${each}</p>`).join('')
const [first, second, third] = [textOf('the first'), textOf('the second'), textOf('the third')]

const parse = (body: string, head = '') =>
  parseScrape({
    bytes: Buffer.from(
      `<!doctype html><html lang="en"><head><title>The kiln is lit</title>${head}</head><body>${body}</body></html>`,
    ),
    origin: 'page',
    url: 'https://www.example.com/2026/kiln/',
  })

describe('of articles that follow each other on one page, the first is kept:', () => {
  const next = `<h1 class="entry-title">Clay from the hill</h1>${html(second)}<h1 class="entry-title">A glaze of ash</h1>${html(third)}`

  it.each<[string, string]>([
    ['with its headline', `<div><h1 class="entry-title">The kiln is lit</h1>${html(first)}${next}</div>`],
    [
      'below its headline',
      `<header><h1 class="entry-title">The kiln is lit</h1></header><div class="stream">${html(first)}${next}</div>`,
    ],
  ])('%s', (_, body) => {
    const {article, findings} = parse(`<main>${body}</main>`)
    expect(view(article.body)).toEqual(first)
    const others = findings.filter(({message}) => message.includes('another article'))
    expect(others.length).toBeGreaterThan(0)
    expect(others.every(({severity}) => severity === 'warning')).toBe(true)
  })

  it.each<[string, string]>([
    [
      'sections without a class',
      `<h1 class="entry-title">The kiln is lit</h1>${html(first)}<h1>The clay</h1>${html(second)}`,
    ],
    [
      'sections of another class',
      `<h1 class="entry-title">The kiln is lit</h1>${html(first)}<h1 class="section">The clay</h1>${html(second)}<h1 class="section">The ash</h1>${html(third)}`,
    ],
  ])('but not %s', (_, body) => {
    expect(view(parse(`<main><div>${body}</div></main>`).article.body)).toEqual(
      expect.arrayContaining([...first, ...second]),
    )
  })
})

it('a newsletter with a cell for each section is read whole', () => {
  const cell = (name: string, texts: readonly string[]) =>
    `<table><tr><td class="post-text"><h2>${name}</h2>${html(texts)}</td></tr></table>`
  const {article} = parse(
    `<table><tr><td>${cell('Fire', [...first, ...first.map((text) => `${text} And so on.`)])}${cell('Clay', second)}${cell('Ash', third)}</td></tr></table>`,
  )
  expect(view(article.body)).toEqual(
    expect.arrayContaining(['h2 Fire', ...first, 'h2 Clay', ...second, ...third]),
  )
})

describe('relative addresses begin at the base that the page names', () => {
  it.each<[string, string, string]>([
    ['absolute', '<base href="https://files.example.org/news/">', 'https://files.example.org/news/oven'],
    ['relative', '<base target="_top" href="/archive/">', 'https://www.example.com/archive/oven'],
    ['without quotation marks', '<base href=//cdn.example.net/>', 'https://cdn.example.net/oven'],
    ['not of the web', '<base href="javascript:alert(1)">', 'https://www.example.com/2026/kiln/oven'],
    ['without an address', '<base target="_blank">', 'https://www.example.com/2026/kiln/oven'],
  ])('%s', (_, base, expected) => {
    const {article} = parse(
      `<article><h1>The kiln is lit</h1><p>The <a href="oven">oven of the old potter</a> was cold for a whole year before anyone lit it again.</p>${html(first)}</article>`,
      base,
    )
    expect(view(article.body)[0]).toContain(`<${expected}>`)
  })

  it('but not at one in the text', () => {
    const {article} = parse(
      `<article><h1>The kiln is lit</h1><p>The <a href="/oven">oven of the old potter</a> was cold for a whole year before anyone lit it again.</p>${html(first)}<base href="https://other.example/"></article>`,
    )
    expect(view(article.body)[0]).toContain('<https://www.example.com/oven>')
  })
})

describe('words that offer the rest of the text are a warning', () => {
  const warnings = (end: string, head = '') =>
    parse(`<article><h1>The kiln is lit</h1>${html(first)}${end}</article>`, head).findings.filter(
      ({code}) => code === 'access-limited',
    )

  it.each([
    '<p>Continue reading with a subscription.</p>',
    '<div class="paywall"><p>Subscribe to read the rest, or log in to continue reading.</p></div>',
    '<p>This article is only available to members.</p>',
    '<p>La suite est réservée aux abonnés.</p>',
    '<p>本文共计900字 订阅后继续阅读</p>',
    '<p>The potter opened the door, and then …</p><p><a href="/kiln/2">Read more…</a></p>',
  ])('%s', (end) => {
    const [warning, ...more] = warnings(end)
    expect(warning?.severity).toBe('warning')
    expect(more).toEqual([])
  })

  it('once, though the data of the page say so, too', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    expect(warnings('<p>Continue reading with a subscription.</p>', head)).toHaveLength(1)
  })

  it.each([
    '<p><a href="/clay">Read more…</a></p>',
    '<p>She said that she would continue reading when the fire was out.</p>',
    '<p>Members of the guild read the whole story aloud.</p>',
  ])('but not: %s', (end) => expect(warnings(end)).toEqual([]))
})
