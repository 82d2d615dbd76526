/** Authors and dates of something else on the page are none of the article's. */
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {metadataOf} from '../../../../ingest/parse/metadata/index.ts'

const parser = unified().use(rehypeParse).freeze()
const text =
  '<p>The mill by the weir grinds again after nine years, and the whole village came to see the wheel turn.</p>' +
  '<p>Its owner says that the flour will be sold at the door, and that nobody should expect it to be cheap.</p>'
const page = (inside: string, {before = '', after = '', head = ''} = {}) =>
  metadataOf(
    parser.parse(
      `<html lang="en"><head><title>The mill grinds again</title>${head}</head><body>${before}<main><article>` +
        `<h1>The mill grinds again</h1>${inside}</article></main>${after}</body></html>`,
    ),
  ).metadata

describe('no metadata comes from', () => {
  it.each<[string, string, {before?: string; after?: string; head?: string}?]>([
    ['a program without a name to give', text, {head: '<meta name="author" content="Un-named">'}],
    ['a template nobody filled in', text, {head: '<meta name="author" content="undefined">'}],
    ['a sentence', `<p>Repairs began on 7 May 2024.</p>${text}`],
    [
      'a time in a sentence',
      `${text}<p>The last sack left on <time datetime="2016-03-02">2 March</time> that year.</p>`,
    ],
    [
      'a post from elsewhere',
      `${text}<blockquote class="post"><p>It turns!</p>— Ida (@ida) <a href="https://posts.example/1">March 2, 2019</a></blockquote>`,
    ],
    ['a quotation', `${text}<blockquote><p>It turns.</p><cite class="author">Ida Holm</cite></blockquote>`],
    [
      'a caption',
      `${text}<figure><img src="/a.jpg"><figcaption>The wheel <span class="author">Ida Holm</span></figcaption></figure>`,
    ],
    [
      'a caption without a figure',
      `${text}<div class="wp-caption"><span class="byline">Ida Holm</span></div>`,
    ],
    [
      'a card of a link',
      `${text}<div class="kg-bookmark-card"><a href="/x">A map<span class="kg-bookmark-author">Maps</span></a></div>`,
    ],
    [
      'a book that it names',
      `${text}<div itemscope itemtype="https://schema.org/Book"><span itemprop="author">Ida Holm</span></div>`,
    ],
    [
      'a comment',
      `${text}<div id="comments"><div class="comment"><span class="author">Ida Holm</span> <time datetime="2012-01-02">2 Jan 2012</time></div></div>`,
    ],
    [
      'cards of other articles',
      text,
      {
        after:
          '<div class="related"><h3><a href="/x">Old mill burns</a></h3><span class="byline">By Ida Holm</span> <time>6 May 2011</time></div>',
      },
    ],
    [
      'a list under a heading for other articles',
      text,
      {after: '<div><h2>More stories</h2><p>By Ida Holm</p><p>6 May 2011</p></div>'},
    ],
    [
      'a ticker',
      text,
      {
        before:
          '<div class="ticker"><ul><li><time datetime="2011-05-06">6 May 2011</time> <a href="/a">Old mill burns down</a></li></ul></div>',
      },
    ],
    [
      'an aside',
      text,
      {
        after:
          '<aside><h2>Latest</h2><ul><li><time>6 May 2011</time> <a href="/a">Old mill</a></li></ul></aside>',
      },
    ],
  ])('%s', (_, inside, around) => {
    const {byline, publishedAt, modifiedAt} = page(inside, around)
    expect({byline, publishedAt, modifiedAt}).toEqual({})
  })

  it.each<[string, string]>([
    [
      'a header named like a card',
      '<div class="card-meta"><span class="author">Ida Holm</span> <time>7 May 2024</time></div>',
    ],
    ['a footer of the entry', '<footer class="entry-footer">By Ida Holm on <time>7 May 2024</time></footer>'],
    [
      'a line with links',
      '<p>By <a href="/ida">Ida Holm</a> | May 7, 2024 | in <a href="/n">News from the valley</a></p>',
    ],
  ])('but it comes from %s', (_, line) => {
    expect(page(line + text)).toMatchObject({byline: 'Ida Holm', publishedAt: '2024-05-07'})
  })

  it('an article whose own element has such a name keeps its metadata', () => {
    const {metadata} = metadataOf(
      parser.parse(
        `<html><body><div class="card"><h1>The mill</h1><p>By Ida Holm, 7 May 2024</p>${text}</div></body></html>`,
      ),
    )
    expect(metadata).toMatchObject({byline: 'Ida Holm', publishedAt: '2024-05-07'})
  })
})

describe('a byline', () => {
  it.each<[string, string, string[]]>([
    [
      'of three, with a comma before “and”',
      '<p class="byline">By Ida Holm, Per Sand, and Una Berg</p>',
      ['Ida Holm', 'Per Sand', 'Una Berg'],
    ],
    [
      'of two, with a role between',
      '<p class="byline">By Ida Holm, Chief Reporter, and Per Sand</p>',
      ['Ida Holm', 'Per Sand'],
    ],
    [
      'without those who helped',
      '<p class="byline">By Ida Holm with additional reporting by Per Sand</p>',
      ['Ida Holm'],
    ],
    ['without a role', '<p class="byline">By Ida Holm, Staff Writer</p>', ['Ida Holm']],
    [
      'of two with roles',
      '<p class="byline">By Ida Holm, reporter and Per Sand, editor</p>',
      ['Ida Holm', 'Per Sand'],
    ],
    [
      'without the photographer',
      '<div><span>Words: Ida Holm</span> <span>Photos: Per Sand</span></div>',
      ['Ida Holm'],
    ],
    [
      'after the photographer',
      '<div><span>Photos: Per Sand</span> <span>Words: Ida Holm</span></div>',
      ['Ida Holm'],
    ],
    [
      'after its date',
      '<p><span class="author">Posted on</span> 7 May 2024 by <span class="author">Ida Holm</span></p>',
      ['Ida Holm'],
    ],
    ['that the system wrote', '<div>Submitted by Ida Holm on Tue, 05/07/2024 - 09:00</div>', ['Ida Holm']],
  ])('%s', (_, line, authors) => expect(page(line + text).authors).toEqual(authors))

  it.each([
    '<p class="byline">Published May 7, 2024</p>',
    '<p class="author">Posted on</p>',
    '<p class="byline">Staff Writer</p>',
  ])('is none: %s', (line) => expect(page(line + text).byline).toBeUndefined())

  it('of several people in one text for machines names each', () => {
    const data = JSON.stringify({'@type': 'NewsArticle', headline: 'x', author: {name: 'Ida Holm, Per Sand'}})
    const head = `<script type="application/ld+json">${data}</script>`
    expect(page(text, {head}).authors).toEqual(['Ida Holm', 'Per Sand'])
  })

  it('of an office names one', () => {
    const head = '<meta name="author" content="Ministry of Mills and Weirs">'
    expect(page(text, {head}).authors).toEqual(['Ministry of Mills and Weirs'])
  })

  it('is read from the label of a link preview', () => {
    const head =
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ida Holm">'
    expect(page(text, {head}).byline).toBe('Ida Holm')
  })
})

describe('what is none', () => {
  it.each(['- no title specified', 'Untitled Document', '無題'])('a title of a program: %s', (title) => {
    expect(
      metadataOf(parser.parse(`<html><head><title>${title}</title></head><body>${text}</body></html>`))
        .metadata.title,
    ).toBeUndefined()
  })

  it('the address of an archive: the archived one counts', () => {
    const html = (address: string) =>
      parser.parse(`<html><head><link rel="canonical" href="${address}"></head><body>${text}</body></html>`)
    const archived = 'https://web.archive.org/web/20200101000000/https://mill.example/a'
    expect(metadataOf(html(archived)).metadata.canonicalUrl).toBe('https://mill.example/a')
    expect(metadataOf(html('https://mill.example/a'), {url: archived}).metadata.canonicalUrl).toBe(
      'https://mill.example/a',
    )
    expect(metadataOf(html('https://archive.ph/AbCdE')).metadata.canonicalUrl).toBeUndefined()
  })

  it('the logo of the site, as lead image', () => {
    expect(
      page(text, {head: '<meta property="og:image" content="https://mill.example/img/site-logo.png">'})
        .leadImage,
    ).toBeUndefined()
  })
})

describe('of a byline, only the names count', () => {
  it.each<[string, string[]]>([
    ['<span>By</span>Ida Holm', ['Ida Holm']],
    ['By by Ida Holm', ['Ida Holm']],
    ['Ida Holm Updated', ['Ida Holm']],
    ['By Ida Holm Published in Valleys', ['Ida Holm']],
    ['Ida Holm / QPA / Updated: 2 May 2026', ['Ida Holm']],
    ['投稿者 Ida Holm', ['Ida Holm']],
    ['By Ida Holm, Ole Berg, and Ann Lee, QPA', ['Ida Holm', 'Ole Berg', 'Ann Lee']],
    ['By Updike Holm', ['Updike Holm']],
  ])('%s', (byline, expected) => {
    expect(page(`<p class="author">${byline}</p>${text}`).authors).toEqual(expected)
  })
})

it('the head of an article is its own, though it is also named after comments', () => {
  const head =
    '<div class="entry-meta social-comments">By <span class="author" itemprop="author">Ida Holm</span> <time itemprop="datePublished" datetime="2026-05-02">2 May</time></div>'
  const {authors, publishedAt} = page(head + text)
  expect([authors, publishedAt]).toEqual([['Ida Holm'], '2026-05-02'])
})

it('an article counts before a review that is listed first', () => {
  const data = JSON.stringify([
    {'@type': 'Review', name: 'A flour sieve', author: {name: 'Shop Clerk'}},
    {'@type': 'NewsArticle', headline: 'The mill grinds again', author: {name: 'Ida Holm'}},
  ])
  const alone = JSON.stringify({'@type': 'Review', name: 'The mill grinds again', author: {name: 'Ida Holm'}})
  for (const json of [data, alone])
    expect(page(text, {head: `<script type="application/ld+json">${json}</script>`}).authors).toEqual([
      'Ida Holm',
    ])
})

it('no heading of a translator that was saved with the page is its title', () => {
  const box = '<div id="goog-gt-tt" class="skiptranslate"><h1 class="title gray">Original text</h1></div>'
  const tree = parser.parse(
    `<html><head><title>Mill - The Weir</title></head><body><h2>Mill</h2>${text}${box}</body></html>`,
  )
  expect(metadataOf(tree).metadata.title).not.toBe('Original text')
})
