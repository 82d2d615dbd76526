/** Pieces of an article outside its container, and content of the page inside it. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const sentence = (index: number): string =>
  `Sentence number ${index} of the article is long enough to be read as prose by anyone who reads it.`
const prose = Array.from({length: 8}, (_, index) => sentence(index))
const text = prose.map((each) => `<p>${each}</p>`).join('')

const parse = (body: string, head = '') =>
  parseScrape({
    bytes: Buffer.from(
      `<!doctype html><html><head><title>Rain over the hills</title>${head}</head><body>${body}</body></html>`,
    ),
    origin: 'page',
    url: 'https://www.example.com/2026/rain',
  }).article

const line = 'The hills have had more rain in a night than in the whole of the month before it.'
const page = (apart: string, inner = text) =>
  `<div><div class="top"><h1>Rain over the hills</h1>${apart}</div><div class="article-body">${inner}</div></div>`

describe('the article begins and ends beyond its element:', () => {
  const more = 'The rivers stayed in their beds, and only two cellars in the valley were flooded.'
  const within = (before: string, after = '') =>
    parse(
      `<main><header><h1>Rain over the hills</h1></header>${before}<div class="wrap"><article><div class="article-body">${text}</div>${after}</article></div></main>`,
    )

  it.each<[string, string]>([
    ['a lead of several paragraphs', `<div class="page-lead"><p>${line}</p><p>${more}</p></div>`],
    ['a text marked as its own', `<div><div itemprop="articleBody"><p>${line}</p><p>${more}</p></div></div>`],
    [
      'a summary in a table for layout',
      `<div class="summary"><table><tr><td><p>${line}</p><p>${more}</p></table></div>`,
    ],
  ])('%s', (_, before) => {
    expect(view(within(before).body)).toEqual([line, more, ...prose])
  })

  it.each(['Key points', 'Auf einen Blick', 'L’essentiel', 'TL;DR'])('%s', (heading) => {
    const before = `<div><div><h2>${heading}</h2><ul><li>${line}</li><li>${more}</li></ul></div></div>`
    expect(view(within(before).body)).toEqual([`h2 ${heading}`, `• ${line}`, `• ${more}`, ...prose])
  })

  it.each<[string, string]>([
    ['in a box', ''],
    ['in the foot of the article', 'footer'],
  ])('questions and answers %s', (_, foot) => {
    const questions = `<section><h2>Frequently asked questions</h2><details><summary>Who measures the rain?</summary><p>${line}</p></details><details><summary>Where?</summary><p>${more}</p></details></section>`
    const after = foot ? `<${foot}>${questions}<p>All rights reserved.</p></${foot}>` : questions
    const body = view(within('', after).body).join('\n')
    expect(body).toContain('Who measures the rain?')
    expect(body).toContain(line)
    expect(body).not.toContain('All rights reserved')
  })

  it.each<[string, string]>([
    ['a box that is not called so', `<div class="promo-x"><p>${line}</p><p>${more}</p></div>`],
    ['links', `<div class="intro"><p><a href="/a">${line}</a></p><p><a href="/b">${more}</a></p></div>`],
    [
      'a card with a picture',
      `<div class="teaser-text"><img src="/a.jpg" alt=""><p>${line}</p><p>${more}</p></div>`,
    ],
  ])('but not with %s', (_, before) => {
    expect(view(within(before).body)).toEqual(prose)
  })
})

describe('the line under the headline, apart from the text', () => {
  it.each<[string, string, string?]>([
    ['marked as the description', `<p itemprop="description">${line}</p>`],
    ['called so', `<div class="c-page-intro"><p>${line}</p></div>`],
    ['called a teaser, as others are', `<div class="teaser-text"><p>${line}</p></div>`],
    ['called so in French', `<p class="chapo">${line}</p>`],
    [
      'information about the site',
      `<div><p>${line}</p></div>`,
      `<meta name="description" content="${line}">`,
    ],
    ['after a date and a name', `<p>12 May 2026</p><p>By Ada One</p><p class="standfirst">${line}</p>`],
    ['right under the headline, in its box', `<p>${line}</p>`],
    ['called so in one word', `<h2 class="HeroSubtitle">${line}</h2>`],
  ])('is the subtitle: %s', (_, apart, head) => {
    const article = parse(page(apart), head)
    expect(article.subtitle).toBe(line)
    expect(view(article.body)).toEqual(prose)
  })

  it.each<[string, string, string?]>([
    ['nothing says so', `<p>12 May 2026</p><p>${line}</p>`],
    ['it is about the site', '<p>Subscribe to our newsletter, and read of the hills every day.</p>'],
    ['it credits a picture', '<p class="subtitle">Clouds over the hills. Photo: Ada One</p>'],
    ['it is a link', `<p class="intro"><a href="/other">${line}</a></p>`],
    ['it is an item of a menu', `<nav><ul><li class="intro">${line}</li></ul></nav>`],
    ['the text begins with it', `<p class="intro">${sentence(0)}</p>`],
  ])('is not where %s', (_, apart, head) => {
    const article = parse(page(apart), head)
    expect(article.subtitle).toBeUndefined()
    expect(view(article.body)).toEqual(prose)
  })

  it('though the box of the headline is called details of the article', () => {
    const short = 'Rivers stay in their beds'
    const article = parse(
      `<div><div class="article-meta"><h1>Rain over the hills</h1><h2 class="sub-headline">${short}</h2></div><div class="article-body">${text}</div></div>`,
    )
    expect(article.subtitle).toBe(short)
  })

  it('as a reader saw it, whatever the page says for machines', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Rain over the hills',
      alternativeHeadline: 'Wet',
    })
    const article = parse(
      page('', `<p class="subline">${line}</p>${text}`),
      `<script type="application/ld+json">${data}</script>`,
    )
    expect(article.subtitle).toBe(line)
    expect(view(article.body)).toEqual(prose)
  })
})

describe('which of several articles', () => {
  it('the one under the page’s title, though another holds many in full', () => {
    const other = (index: number) =>
      `<article class="post"><p>${sentence(20 + index)} ${sentence(30 + index)}</p></article>`
    const others = [1, 2, 3, 4, 5].map(other).join('')
    const own = `<article class="post"><h1>Rain over the hills</h1><p>${prose.slice(0, 4).join(' ')}</p></article>`
    const article = parse(`<div>${own}<article class="post"><h3>You may like</h3>${others}</article></div>`)
    expect(view(article.body)).toEqual([prose.slice(0, 4).join(' ')])
  })
})

describe('in the article’s element', () => {
  const inner = (part: string) => view(parse(`<article><h1>Rain over the hills</h1>${part}</article>`).body)

  it('removes a second copy of the article for machines', () => {
    const data = `<div style="display:none" itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="name">Rain over the hills</h1><div itemprop="articleBody">${prose.slice(0, 5).join('\n')}</div><div itemprop="width">500</div></div>`
    expect(inner(`${text}${data}`)).toEqual(prose)
  })

  it('and is the article where no reader is shown another', () => {
    const data = `<div style="display:none" itemscope itemtype="http://schema.org/NewsArticle"><div itemprop="articleBody">${text}</div></div>`
    expect(inner(data)).toEqual(prose)
  })

  it.each([
    '<ul><li class="widget widget_text"><div>The group of the site may be joined by all who like to read more of it.</div></li></ul>',
    '<a class="swp_CTT" href="https://twitter.com/share"><span>It rained, and then it rained again.</span><span>Click To Tweet</span></a>',
    '<div class="giz-sidebar1"><ul><li>Ada: thanks for this, it was what I had been looking for all week.</li></ul></div>',
    '<span class="hidden"><span itemscope itemtype="https://schema.org/ImageObject"><span itemprop="url">https://www.example.com/i.jpg</span><span itemprop="height">676</span></span></span>',
    '<div class="d-none">Please enter an address that we can write to when it rains.</div>',
    '<p>Tags<br><a rel="tag" href="/t/rain">rain</a>, <a rel="tag" href="/t/hills">hills of the north</a></p>',
    '<p>ATENÇÃO: Comentários com textos ininteligíveis não serão aprovados pelo moderador da casa.</p>',
    '<amp-timeago datetime="2026-05-12T10:00:00Z">1778580000</amp-timeago>',
    '<div class="caption-truncated">The hills as they were seen from the road after a night of ...</div>',
  ])('what a part of the page is called by goes: %s', (part) => {
    expect(inner(`${text}${part}`)).toEqual(prose)
  })

  it('what is hidden on small screens alone stays', () => {
    expect(
      inner(
        `<div class="hidden md:block">${text}</div><div class="d-none d-md-block"><p>${sentence(9)}</p></div>`,
      ),
    ).toEqual([...prose, sentence(9)])
  })

  it('a list under words that lead to others goes whole, its last items among it', () => {
    const list = [
      '<li>The strange life of <a href="/n/1">the woman who measured rain</a></li>',
      '<li><a href="/n/2">How the bay got its fog and how it lost it</a></li>',
      '<li>Plus: a safer way to <a href="https://shop.test/x">dry shoes</a></li>',
    ].join('')
    expect(inner(`${text}<hr><h3>More Great Rain Stories</h3><ul>${list}</ul>`)).toEqual(prose)
  })

  it('a list that begins with no link of the site stays', () => {
    const list = '<li>Boots that keep out water</li><li><a href="/n/2">How the bay got its fog</a></li>'
    const end = inner(`${text}<h3>More rain stories</h3><ul>${list}</ul><p>${sentence(9)}</p>`).slice(8)
    expect(end.join()).toContain('Boots that keep out water')
    expect(end).toHaveLength(4)
  })

  it.each(['What is new in 2.26 (the May pack)?', 'Version 2.26'])(
    'a number with a point is no time of day: %s',
    (label) => {
      expect(inner(`<p><strong>${label}</strong></p><ul><li>Some small thing</li></ul>${text}`)[0]).toBe(
        `h2 ${label}`,
      )
    },
  )

  it.each(['12.30 Uhr', '9.15 pm', '12:30'])('a time of day before the text goes: %s', (time) => {
    expect(inner(`<p>${time}</p>${text}`)).toEqual(prose)
  })
})
