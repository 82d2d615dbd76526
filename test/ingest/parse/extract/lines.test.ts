/** Lines and groups inside a chosen article that are the site's, and those like them that are the writer's. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const sentence = (index: number): string =>
  `Sentence number ${index} of the article is long enough to be read as prose by anyone who reads it.`
const prose = Array.from({length: 8}, (_, index) => sentence(index))
const paragraphs = (from: number, to: number): string =>
  prose
    .slice(from, to)
    .map((text) => `<p>${text}</p>`)
    .join('')

const parse = (inner: string, head = '') =>
  parseScrape({
    bytes: Buffer.from(
      `<!doctype html><html><head><title>Rain</title>${head}</head><body><article><h1>Rain</h1>${inner}</article></body></html>`,
    ),
    origin: 'page',
    url: 'https://www.example.com/2026/rain',
  })

const between = (part: string) => parse(`${paragraphs(0, 4)}${part}${paragraphs(4, 8)}`)
const bodyOf = (part: string) => view(between(part).article.body)

describe('between the paragraphs', () => {
  it.each([
    '<p><a href="/2026/snow">Snow is expected in the hills tomorrow</a></p>',
    '<p><strong><a href="https://news.example.com/snow">SNOW IS EXPECTED IN THE HILLS</a></strong></p>',
    '<p>READ ALSO: <a href="/2026/snow">Snow is expected in the hills tomorrow</a></p>',
    '<p><strong>DON’T MISS</strong></p><p><a href="/2026/snow">Snow is expected in the hills</a> [VIDEO]</p>',
    '<h4>More on the weather:</h4><p><a href="/2026/snow">Snow is expected in the hills tomorrow</a></p>',
    '<h4>More:</h4><ul><li><h4><a href="/2026/snow">Snow is expected in the hills</a></h4></li></ul>',
    '<figure><a href="/2026/snow"><div>Snow is expected in the hills</div><div>Read more</div></a></figure>',
    '<p>Advert</p>',
  ])('a call to another article goes: %s', (part) => {
    expect(bodyOf(part)).toEqual(prose)
  })

  it.each<[string, string]>([
    ['a sentence that is a link', '<p><a href="/2026/snow">Snow is expected in the hills tomorrow.</a></p>'],
    ['a link to another site', '<p><a href="https://weather.test/snow">The forecast of the office</a></p>'],
    ['a link to a file', '<p><a href="/files/snow.pdf">The report of the weather office</a></p>'],
    ['a link to a place in the page', '<p><a href="#notes">See the notes at the end</a></p>'],
    [
      'a heading over its own text',
      '<h2><a href="/snow">One, the snow of the hills</a></h2><p>It fell at night.</p>',
    ],
    ['an item of a list', '<ul><li><a href="/2026/snow">Snow is expected in the hills</a></li></ul>'],
  ])('%s stays', (_, part) => {
    expect(bodyOf(part).length).toBeGreaterThan(prose.length)
  })

  it('links after labels of their own are a list of the writer’s, with the words over it', () => {
    const picks =
      '<h4>Our pick:</h4><p><b>Soft: </b><a href="/shop/hotel">Hotel Comfort Mattress</a></p><p><b>Firm: </b><a href="/shop/foam">Hybrid Plus Mattress</a></p>'
    expect(bodyOf(picks)).toHaveLength(prose.length + 3)
    const apart = ['Soft feel', 'Firm feel', 'For the heavy']
      .map(
        (label, index) =>
          `<p>${label}: <a href="/shop/${index}">Hybrid Plus Mattress</a></p><p>${sentence(20 + index)}</p>`,
      )
      .join('')
    expect(bodyOf(apart)).toHaveLength(prose.length + 6)
    const site = [1, 2]
      .map(
        (index) =>
          `<p>More: <a href="/n/${index}">Snow is expected in the hills</a></p><p>${sentence(20 + index)}</p>`,
      )
      .join('')
    expect(bodyOf(site)).toHaveLength(prose.length + 2)
  })

  it('an article of links keeps them', () => {
    const links = Array.from(
      {length: 9},
      (_, index) => `<p><a href="/n/${index}">A piece about the weather, number ${index}</a></p>`,
    ).join('')
    expect(view(parse(`${paragraphs(0, 2)}${links}${paragraphs(2, 4)}`).article.body)).toHaveLength(13)
  })
})

describe('parts of the article with names of other things stay', () => {
  const last = 'The last part of the article has a sentence of its own, which nobody should miss.'
  it.each<[string, string]>([
    ['a layout without a column', `<div class="blog-article sidebar-enabled--false"><p>${last}</p></div>`],
    [
      'an id made of a heading further in',
      `<ul><li id="have-the-right-tools-handy"><div><h3>Have the Right Tools Handy</h3><p>${last}</p></div></li></ul>`,
    ],
    [
      'what is related by its name, and leads nowhere',
      `<div class="rel-article-wrapper"><p>${[last, ...prose].join('</p><p>')}</p></div>`,
    ],
    [
      'what a dish is made of, though the shop sells it',
      `<aside class="recipe__ingredients"><h2>Ingredients</h2><ul><li>500 g <a href="/shop/a">bread flour of the mill</a></li><li>10 g table salt</li><li>${last}</li></ul></aside>`,
    ],
    [
      'a name for the content of an element, not for the element',
      `<div class="with-full-navigation has-comments"><div class="new-discussion-timeline"><p>${[last, ...prose].join('</p><p>')}</p></div></div>`,
    ],
    ['a dollar that is counted', `<p>${last} It pays one point for every dollar spent.</p>`],
  ])('%s', (_, part) => {
    expect(bodyOf(part).join(' ')).toContain(last)
  })

  it.each(['sidebar-right', 'right-bar', 'side-col', 'fig-micronav-wrapper', 'menu-flyout', 'yom-top-story'])(
    'a part beside the article goes: %s',
    (name) => {
      expect(bodyOf(`<div class="${name}"><p>${last}</p></div>`)).toEqual(prose)
    },
  )

  it('the foot of a quotation stays, the foot of a part goes', () => {
    const quote = '<blockquote><p>It will rain.</p><footer>— <cite>A. One</cite></footer></blockquote>'
    expect(bodyOf(quote)).toHaveLength(prose.length + 2)
    expect(bodyOf('<footer><p>Filed in the north.</p></footer>')).toEqual(prose)
  })

  it('a figure without an image is what its name says', () => {
    expect(bodyOf('<figure class="kudos"><div>861</div><div>Kudos</div></figure>')).toEqual(prose)
  })

  it('dates in a row before the first sentence are a schedule, a few are labels', () => {
    const dates = (count: number) =>
      Array.from(
        {length: count},
        (_, index) => `<div>September ${index + 3}, 12pm to 1pm, hall 217</div>`,
      ).join('')
    const first = (count: number) => view(parse(`<div>${dates(count)}</div>${paragraphs(0, 8)}`).article.body)
    expect(first(6)).toHaveLength(prose.length + 6)
    expect(first(2)).toEqual(prose)
  })
})

describe('what a page says to a browser', () => {
  const notes = [
    'Your browser does not support the video tag.',
    'To view this content, JavaScript must be enabled and Adobe Flash Player must be installed.',
    'Votre navigateur ne supporte pas la lecture de vidéos.',
    '您的浏览器不支持视频播放。',
  ]
  it.each(notes)('goes: %s', (note) => {
    expect(bodyOf(`<p>${note}</p>`)).toEqual(prose)
  })

  it('stays where the article is about browsers', () => {
    const text = 'The makers of the browser say that they will go on with it for as long as anyone uses it.'
    expect(bodyOf(`<p>${notes[0]}</p><p>${text}</p>`)).toHaveLength(prose.length + 2)
  })

  it('and where it is quoted', () => {
    expect(bodyOf(`<blockquote><p>${notes[0]}</p></blockquote>`)).toHaveLength(prose.length + 1)
  })
})

describe('what readers wrote', () => {
  const comments =
    '<div class="CommentsList-root"><p>I have seen more rain than that in my time, and so has my mother.</p></div>'

  it('is removed from a span of its own, as frameworks write it, and kept inside a line', () => {
    expect(bodyOf(`<span><span>${comments}</span></span>`)).toEqual(prose)
    expect(bodyOf('<p>It <span><span class="comments">rained</span></span> for a day.</p>')).toContain(
      'It rained for a day.',
    )
  })

  it('is not the text that one may comment on', () => {
    const {article} = parse(`<div class="commentOnSelection">${paragraphs(0, 8)}</div>${comments}`)
    expect(view(article.body)).toEqual(prose)
  })
})

describe('groups of cards', () => {
  const card = (index: number, tag = 'h3') =>
    `<div class="card"><a href="/n/${index}"><img src="/i/${index}.jpg" alt=""></a><${tag}><a href="/n/${index}">Another story of the week ${index}</a></${tag}><p>What it says in a few words, number ${index}.</p></div>`

  it.each<[string, string]>([
    ['with headings', `<div>${card(1)}${card(2)}</div>`],
    ['under a heading', `<section><h2>From the hills</h2>${card(1)}${card(2)}${card(3)}</section>`],
    [
      'with titles that are named so',
      `<div>${card(1, 'div class="title"')}${card(2, 'div class="title"')}</div>`,
    ],
  ])('%s go, as one region', (_, part) => {
    const {article, findings} = between(part)
    expect(view(article.body)).toEqual(prose)
    expect(findings.some(({message}) => /a group of headlines of other articles/.test(message))).toBe(true)
  })

  it('sections of the article stay, their headings linked or not', () => {
    const section = (index: number) =>
      `<div><h2><a href="/maker/${index}">Maker ${index} of umbrellas</a></h2>${paragraphs(4 * index - 4, 4 * index)}</div>`
    expect(view(parse(`<div>${section(1)}${section(2)}</div>`).article.body)).toHaveLength(10)
  })
})

describe('at the edges', () => {
  it.each([
    '<p>Ann Lee can be reached at ann@example.com.</p>',
    '<p>Subscribe to our newsletter and get the news in the morning.</p>',
    '<p>If you enjoyed this article, please consider supporting our work.</p>',
    '<p>Quelle: Wetteramt der Stadt</p>',
    '<p>© 2026 Example News. Written permission must be obtained before any reprint.</p>',
    '<h3>About the author</h3><p>Ann Lee has written about the weather for longer than she cares to say, and about hills.</p>',
    '<p>As an Amazon Associate we earn from what readers buy through the links on this page.</p>',
  ])('what the site says at the end goes: %s', (part) => {
    const head = '<meta name="author" content="Ann Lee">'
    expect(view(parse(`${paragraphs(0, 8)}${part}`, head).article.body)).toEqual(prose)
  })

  it.each([
    '<p>News &gt; Business &gt; Companies</p>',
    '<h5><a href="/politics">Politics</a></h5>',
    '<h5>27 October 2012, 18:27 (updated: 19:56)</h5>',
  ])('where the article is filed goes: %s', (part) => {
    expect(view(parse(`${part}${paragraphs(0, 8)}`).article.body)).toEqual(prose)
  })

  it.each(['Text by Ann Lee, in the hills', '3 hours ago', 'Published: vor 3 Stunden', '5 分钟前'])(
    'who wrote it and how long ago goes: %s',
    (line) => {
      const head = '<meta name="author" content="Ann Lee">'
      expect(view(parse(`<p>${line}</p>${paragraphs(0, 8)}`, head).article.body)).toEqual(prose)
    },
  )

  it('a line about an author that no word introduces stays', () => {
    const head = '<meta name="author" content="Ann Lee">'
    const {article} = parse(`<p>Ann Lee and the rain of the hills</p>${paragraphs(0, 8)}`, head)
    expect(view(article.body)).toHaveLength(prose.length + 1)
  })

  it('a heading over the headline goes where it is a link, one under it stays', () => {
    const head = '<h3><a href="/tag/nation">Nation</a></h3>'
    const page = (inner: string) =>
      parseScrape({
        bytes: Buffer.from(
          `<html><head><title>Rain is here</title></head><body><article>${inner}</article></body></html>`,
        ),
        origin: 'page',
        url: 'https://www.example.com/2026/rain',
      })
    const over = page(`${head}<h1>Rain is here</h1>${paragraphs(0, 8)}`)
    expect(over.article.title).toBe('Rain is here')
    expect(view(over.article.body)).toEqual(prose)
    const under = page(`<h1>Rain is here</h1><h3>In the hills</h3>${paragraphs(0, 8)}`)
    expect(view(under.article.body)).toHaveLength(prose.length + 1)
  })

  it('the same inside the text stays', () => {
    const part = '<p>The office can be reached at office@example.com, which few people in the hills know.</p>'
    expect(bodyOf(part)).toHaveLength(prose.length + 1)
  })

  it('a short text ends as it ends', () => {
    const body = `<p>${sentence(1)}</p><p>The shop can be reached at shop@example.com on every day but Sunday.</p>`
    expect(view(parse(body).article.body)).toHaveLength(2)
  })

  it('the summary that the page declares is its subtitle if it is shown with the headline', () => {
    const summary = 'The hills have had more rain in a night than in the month before it.'
    const html = `<header><h2>${summary}</h2></header><div>${paragraphs(0, 8)}</div>`
    const {article} = parse(html, `<meta property="og:description" content="${summary}">`)
    expect(article.subtitle).toBe(summary)
    expect(view(article.body)).toEqual(prose)
  })

  it('and the beginning of the text where it is its first paragraph', () => {
    const {article} = parse(paragraphs(0, 8), `<meta name="description" content="${sentence(0)}">`)
    expect(article.subtitle).toBeUndefined()
    expect(view(article.body)).toEqual(prose)
  })
})
