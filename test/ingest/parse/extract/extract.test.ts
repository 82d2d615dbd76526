import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const parse = (html: string) =>
  parseScrape({bytes: Buffer.from(html), origin: 'page', url: 'https://example.com/2026/rain'})

const paragraphs = Array.from(
  {length: 6},
  (_, index) =>
    `Sentence number ${index} of the article is long enough to be read as prose by anyone who reads it.`,
)
const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
const links = Array.from(
  {length: 8},
  (_, index) => `<li><a href="/other/${index}">Another story number ${index}</a></li>`,
).join('')
const page = (inner: string) =>
  `<!doctype html><html><head><title>Rain</title></head><body>${inner}</body></html>`

describe('of a page, the article alone is kept', () => {
  it.each<[string, string]>([
    [
      'an article element',
      `<nav><ul>${links}</ul></nav><article><h1>Rain</h1>${body}</article><footer>Imprint and terms</footer>`,
    ],
    [
      'a named container',
      `<div id="menu">Menu text</div><div class="wrap"><div class="article-body"><h1>Rain</h1>${body}</div><div class="related"><ul>${links}</ul></div></div>`,
    ],
    ['no name at all', `<div><div><ul>${links}</ul></div><div><h1>Rain</h1>${body}</div></div>`],
    [
      'furniture inside',
      `<article><h1>Rain</h1><aside>Sponsored by someone</aside><div class="share-buttons">Share this</div>${body}<form>Sign up<input></form><div hidden>Not shown</div></article>`,
    ],
    ['a list of links inside', `<article><h1>Rain</h1>${body}<ul>${links}</ul></article>`],
    [
      'one form around the page',
      `<form><div class="menu">Menu text</div><article><h1>Rain</h1>${body}</article></form>`,
    ],
    ['an article hidden until a script shows it', `<div>Loading</div><div hidden><h1>Rain</h1>${body}</div>`],
    ['a page builder', `<div class="elementor-widget-wrap"><h1>Rain</h1>${body}</div>`],
    ['tables for layout', `<table><tr><td>Menu<td><h1>Rain</h1>${body}</table>`],
  ])('%s', (_, inner) => {
    const {article} = parse(page(inner))
    expect(article.title).toBe('Rain')
    expect(view(article.body)).toEqual(paragraphs)
  })

  it.each([
    '<h2 id="section-navigating-diplomatic-engagements">Navigating Diplomatic Engagements</h2>',
    '<h2 id="social-media-and-the-vote">Social media and the vote</h2>',
    '<section id="related-work-on-rivers-and-rain"><h2>Related Work on Rivers and Rain</h2><p>Short.</p></section>',
  ])('parts whose ids are made of their headings stay: %s', (part) => {
    const {article} = parse(page(`<article><h1>Rain</h1>${body}${part}${body}</article>`))
    expect(article.body.some((block) => block._type === 'block' && block.style === 'h2')).toBe(true)
  })

  it('and reports the omitted text, with its place', () => {
    const nav = `<nav><ul>${links}</ul></nav>`
    const html = page(`${nav}<article><h1>Rain</h1>${body}<aside>Sponsored by someone</aside></article>`)
    const removed = parse(html).findings.filter(({code}) => code === 'region-removed')
    const texts = removed.flatMap(({ranges}) => ranges.map(({start, end}) => html.slice(start, end)))
    const head = texts.filter((text) => text.startsWith('<title>'))
    expect(texts).toEqual([...head, nav, '<aside>Sponsored by someone</aside>'])
    expect(head).toHaveLength(1)
    expect(removed.every(({severity}) => severity === 'info')).toBe(true)
  })
})

describe('a fragment is an article already', () => {
  it.each<[string, string, string[]]>([
    ['an aside', '<p>One text.</p><aside>Two text.</aside>', ['One text.', 'Two text.']],
    ['a footer', '<p>One text.</p><footer>Two text.</footer>', ['One text.', 'Two text.']],
    ['an article element', '<article><p>One text.</p></article><p>Two text.</p>', ['One text.', 'Two text.']],
  ])('%s stays', (_, html, expected) => {
    const {article, findings} = parse(html)
    expect(view(article.body)).toEqual(expected)
    expect(findings.filter(({code}) => code === 'region-removed')).toEqual([])
  })
})

it('a heading that leads the text is the title only where it is the page’s own in other words', () => {
  const {article} = parse(
    `<!doctype html><html><head><title>What a tent costs in a wet spring | Daily</title></head><body><h1>What a tent costs in a wet spring</h1><article><h1>Average prices of a tent</h1>${body}</article></body></html>`,
  )
  expect(article.title).toBe('What a tent costs in a wet spring')
  expect(article.body[0]).toMatchObject({style: 'h2', children: [{text: 'Average prices of a tent'}]})
})

it('a title in capitals takes the case that the page gives it elsewhere', () => {
  const html = `<!doctype html><html><head><meta property="og:title" content="Packing a tent"></head><body><article><h1>PACKING A TENT</h1>${body}</article></body></html>`
  const {article} = parse(html)
  expect(article.title).toBe('Packing a tent')
  expect(view(article.body)).toEqual(view(parse(html.replace('PACKING', 'Packing')).article.body))
})

it('a heading that shares no word with the title is not taken for it', () => {
  const {article} = parse(
    `<!doctype html><html><head><title>Packing a tent</title></head><body><article><h1>Journal</h1><h1>Packing a tent</h1>${body}</article></body></html>`,
  )
  expect(article.title).toBe('Packing a tent')
})
