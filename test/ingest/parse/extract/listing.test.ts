/** Pages that lead to articles, and articles that lead to many others. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'

const times = (count: number, make: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => make(index)).join('')
const words = (index: number): string =>
  `Its first words are here, ${index} of them or more, and lead on to it …`
const headline = (index: number): string =>
  `<a href="/n${index}">The headline of an article number ${index}</a>`

const parse = (main: string, head = '') =>
  parseScrape({
    bytes: Buffer.from(
      `<!doctype html><html lang="en"><head><title>News - The Daily</title>${head}</head><body><nav>${times(8, (index) => `<a href="/s${index}">Section ${index}</a> `)}</nav><main>${main}</main><footer>© The Daily</footer></body></html>`,
    ),
    origin: 'page',
    url: 'https://daily.example/news',
  })

const SHAPES: readonly [string, string][] = [
  [
    'an archive',
    `<h1>News</h1>${times(10, (index) => `<article><h2>${headline(index)}</h2><p>${words(index)}</p></article>`)}`,
  ],
  [
    'a front page in columns',
    times(
      3,
      (column) =>
        `<div class="column">${times(4, (index) => `<div class="teaser"><a href="/n${column}${index}"><img src="/${index}.jpg"><h3>The headline of an article ${column}${index}</h3></a><p>${words(index)}</p></div>`)}</div>`,
    ),
  ],
  [
    'a list',
    `<h1>News</h1><ul>${times(12, (index) => `<li><h3>${headline(index)}</h3><time>14:0${index % 10}</time></li>`)}</ul>`,
  ],
  [
    'a section with a line about it',
    `<h1>The north</h1><p>What the three cities of the north do, and what is done to them.</p><section>${times(8, (index) => `<div><h3 class="title">${headline(index)}</h3><p>${words(index)}</p></div>`)}</section>`,
  ],
]

describe('a list of articles', () => {
  it.each(SHAPES)('is refused with what it is: %s', (_, main) => {
    expect(() => parse(main)).toThrow(/is a list of articles, not an article\. Fetch those that it leads to;/)
  })

  it('is read where the page says that it is an article', () => {
    const [[, main] = ['', '']] = SHAPES
    expect(parse(main, '<meta property="og:type" content="article">').article.body.length).toBeGreaterThan(0)
  })

  it.each<[string, string]>([
    [
      'a brief over headlines of others',
      `<h1>Rain in the north</h1><p>It has rained in the three cities of the north for the whole of the day, and the office of the town says that it will go on until the end of the week.</p><p>The schools stay closed, and the ferries will not sail before the wind has turned, which nobody expects before Friday or the day after it.</p>`,
    ],
    [
      'a text in parts whose headings are links',
      times(
        7,
        (index) =>
          `<h2>${headline(index)}</h2><p>The writer says of it in a sentence or two what it is, and why anyone should read it, which takes more words than a teaser has. ${words(index)}</p>`,
      ),
    ],
  ])('%s is an article', (_, main) => {
    const more = `<section>${times(9, (index) => `<div><h3>${headline(index)}</h3><p>${words(index)}</p></div>`)}</section>`
    expect(parse(`${main}${more}`).article.body.length).toBeGreaterThan(1)
  })
})
