/** What the words of a line say of the lines under it, and of the end of a page. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const sentence = (index: number): string =>
  `Sentence number ${index} of the article is long enough to be read as prose by anyone who reads it.`
const prose = Array.from({length: 8}, (_, index) => sentence(index))
const long = Array.from({length: 30}, (_, index) => `<p>${sentence(50 + index)}</p>`).join('')
const more = [20, 21, 22].map((index) => `<p>${sentence(index)}</p>`).join('')
const text = prose.map((each) => `<p>${each}</p>`).join('')

const parse = (inner: string) =>
  parseScrape({
    bytes: Buffer.from(
      `<!doctype html><html><head><title>Rain</title></head><body><article><h1>Rain</h1>${inner}</article></body></html>`,
    ),
    origin: 'page',
    url: 'https://www.example.com/2026/rain',
  })
const bodyOf = (inner: string) => view(parse(inner).article.body)

const headline = (index: number) =>
  `<div><a href="/n/${index}">Another story of the week, number ${index}</a></div>`
const card = (index: number) =>
  `${headline(index)}<div>What it says in a line that is long enough to be one, ${index}.</div>`

describe('words that lead to another article', () => {
  it.each([
    '<blockquote><b>PUEDES VER:</b> <a href="https://news.example.com/x">¿Qué es la nieve?</a></blockquote>',
    '<h3>MIRA: <a href="/n/1">La nieve llega</a></h3>',
    '<p>Lesen Sie auch: <a href="/n/1">Schnee in den Bergen.</a></p>',
    '<p>Читайте также: <a href="/n/1">Снег в горах</a></p>',
    '<p>関連記事 <a href="/n/1">山の雪</a></p>',
    '<p><strong>DON’T MISS</strong></p><p><a href="/n/1">Snow in the hills</a> [VIDEO]<br><a href="/n/2">Fog in the bay</a> [REACTION]</p>',
    '<p>Related:</p><ul><li><a href="/n/1">Snow</a></li><li><a href="/n/2">Fog</a></li></ul>',
  ])('go with the link: %s', (part) => {
    const [first, ...rest] = text.split('</p>')
    expect(bodyOf(`${first}</p>${part}${rest.join('</p>')}`)).toEqual(prose)
    expect(bodyOf(`${part}${text}`)).toEqual(prose)
  })

  it.each([
    '<p>Mira: the town of that name lies in Italy, by the canal, and floods each autumn.</p>',
    '<table><tr><td>Related: <a href="/n/1">Snow</a></td><td>4</td></tr><tr><td>Fog</td><td>5</td></tr></table>',
    '<p>Más información: <a href="https://weather.test/help">la oficina del tiempo</a></p>',
    '<p>Watch:</p><ul><li><a href="https://weather.test/a">The report of the office</a></li></ul>',
    '<p>Watch the birds.</p><p>They leave in autumn.</p>',
  ])('stay where no link of the site, or a table, holds them: %s', (part) => {
    expect(bodyOf(`${text}${part}${more}`).length).toBeGreaterThan(prose.length + 3)
  })
})

describe('a part under words', () => {
  it.each([
    `<h3>Also in the news</h3>${card(1)}${card(2)}${card(3)}`,
    `<div>Empfehlungen der Redaktion</div><hr>${card(1)}${card(2)}`,
    `<h2>Artículos relacionados</h2>${headline(1)}`,
    `<h3>4 Comments</h3><div><b>Ann</b><p>I was there when it rained, and it was not as bad as they say it was.</p></div>`,
    `<p>So können Sie kommentieren:</p><p>Bitte bleiben Sie sachlich und freundlich zueinander, auch bei Regen.</p>`,
  ])('ends the page with all it holds: %s', (part) => {
    expect(bodyOf(`${text}${part}`)).toEqual(prose)
  })

  it.each([
    `<h2>Related articles</h2><p>${sentence(9)}</p><p>${sentence(10)}</p><p>${sentence(11)}</p>`,
    `<h2>Comments</h2><p>${sentence(9)}</p><table><tr><th>Boots</th><td>4</td></tr><tr><th>Coats</th><td>5</td></tr></table>`,
    `<h2>Discussion</h2><p>${sentence(9)}</p>`,
    `<h2>Recommended</h2>${headline(1)}<table><tr><th>Boots</th><td>4</td></tr><tr><th>Coats</th><td>5</td></tr></table>`,
  ])('stays where it is the article’s: %s', (part) => {
    expect(bodyOf(`${text}${part}`).length).toBeGreaterThan(prose.length)
  })
})

describe('information about a site', () => {
  it('is removed with the text between several such lines', () => {
    const ending =
      '<h2>While you are here</h2><p>Please consider supporting our work with a gift, be it as small as you like.</p>' +
      `<p>This story about the rain was written by the makers of this site and by nobody else at all.</p>` +
      '<p>Contact the author at ann@example.com or by letter, whichever you find the easier of the two.</p>' +
      '<p>Join the discussion and write a comment below if you were in the rain that day, or were not.</p><p>All the best, Ann</p>'
    expect(bodyOf(`${text}${long}${ending}`)).toHaveLength(prose.length + 30)
  })

  it('stays where the article speaks of such things throughout', () => {
    const offer = (index: number) =>
      `<p>Sign up for the umbrella of the month, offer ${index}, and get a free trial of three days in the rain.</p>`
    const body = bodyOf(`${text}${[1, 2, 3, 4, 5, 6].map(offer).join('')}<p>${sentence(9)}</p>`)
    expect(body).toHaveLength(prose.length + 7)
  })
})

it('fields of forms are no text, be they as long as the article', () => {
  const {article, findings} = parse(`${text}<textarea>${text.replaceAll('<', '&lt;')}</textarea>`)
  expect(view(article.body)).toEqual(prose)
  expect(findings.some(({code, ranges}) => code === 'active-content-removed' && ranges.length > 0)).toBe(true)
})

it('the headline said again before the text goes', () => {
  expect(bodyOf(`<div><h2>Rain</h2></div>${text}`)).toEqual(prose)
})

describe('names of parts', () => {
  it.each<[string, string]>([
    [
      'teasers that together are the page',
      [1, 2, 3, 4].map((n) => `<div class="teaser"><p>${sentence(30 + n)}</p></div>`).join(''),
    ],
    ['a part with an anchor like a table of contents', `<div id="toc_part-two"><p>${sentence(31)}</p></div>`],
    ['a heading of a section', `<h2 class="article-section__title">Method</h2><p>${sentence(31)}</p>`],
    [
      'a heading in a button',
      `<a class="accordion__button"><h3>What is rain?</h3></a><p>${sentence(31)}</p>`,
    ],
  ])('%s stays', (_, part) => {
    expect(bodyOf(`${text}${part}${more}`).length).toBe(
      prose.length + 3 + (part.match(/<p|<h\d/g)?.length ?? 0),
    )
  })
})
