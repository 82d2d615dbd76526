/** Sources with several articles, taken apart: each part is read as the article that it is. */
import {describe, expect, it} from 'vitest'
import {scrapesOf} from '../../../../ingest/intake/read/entries.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {entriesOf} from '../../../../ingest/parse/unwrap/entries/index.ts'

const text = (subject: string) =>
  `<p>The ${subject} of the village is mended in spring, when the ground is dry enough for the carts.</p><p>Everybody lends a hand, and the ${subject} is closed for a week.</p>`
const escaped = (html: string) => html.replaceAll('<', '&lt;')
const parse = (source: string) =>
  parseScrape({bytes: new TextEncoder().encode(source), origin: 'test'}).article
const item = (subject: string, more = '') =>
  `<item><title>The ${subject}</title><link>https://village.example/${subject}</link><guid isPermaLink="false">id-${subject}</guid>${more}<description>${escaped(text(subject))}</description></item>`
const feed = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Village News</title><language>en</language>${items.join('\n')}</channel></rss>`

describe('a feed', () => {
  it('is taken apart, and each part keeps what the feed says of all', () => {
    const entries = entriesOf(feed(item('bridge'), item('well'), item('mill')))
    expect(entries.map(({id, url}) => [id, url])).toEqual([
      ['id-bridge', 'https://village.example/bridge'],
      ['id-well', 'https://village.example/well'],
      ['id-mill', 'https://village.example/mill'],
    ])
    expect(parse(entries[1]?.source ?? '')).toMatchObject({
      title: 'The well',
      siteName: 'Village News',
      language: 'en',
      body: [{}, {}],
    })
  })

  it.each([
    ['of one entry', feed(item('bridge'))],
    ['whose other entry has no text', feed(item('bridge'), '<item><title>Empty</title></item>')],
    [
      'of one post and its image',
      feed(item('bridge'), item('photo', '<wp:post_type>attachment</wp:post_type>')),
    ],
  ])('%s is one article', (_, source) => {
    expect(entriesOf(source)).toEqual([])
  })

  it('of Atom is taken apart', () => {
    const entry = (subject: string) =>
      `<entry xml:base="https://village.example/news/"><title>The ${subject}</title><id>urn:${subject}</id><link href="${subject}"/><content type="html">${escaped(text(subject))}</content></entry>`
    const entries = entriesOf(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Village News</title>${entry('bridge')}${entry('well')}</feed>`,
    )
    expect(entries.map(({id, url}) => [id, url])).toEqual([
      ['urn:bridge', 'https://village.example/news/bridge'],
      ['urn:well', 'https://village.example/news/well'],
    ])
    expect(parse(entries[0]?.source ?? '').title).toBe('The bridge')
  })

  it('says how many articles it holds when it is read as one', () => {
    const {findings} = parseScrape({
      bytes: new TextEncoder().encode(feed(item('bridge'), item('well'))),
      origin: 'test',
    })
    expect(findings.find(({code}) => code === 'several-entries')).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('2 articles'),
    })
  })
})

describe('JSON', () => {
  const json = (subject: string) => ({
    id: subject,
    url: `https://village.example/${subject}`,
    title: `The ${subject}`,
    content_html: text(subject),
  })

  it.each([
    [
      'JSON Feed',
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Village News',
        items: [json('bridge'), json('well')],
      },
    ],
    ['an answer of an API', {meta: {page: 1}, posts: [json('bridge'), json('well')]}],
    [
      'posts of WordPress',
      [json('bridge'), json('well')].map(({id, url, title, content_html}) => ({
        id,
        link: url,
        title: {rendered: title},
        content: {rendered: content_html},
      })),
    ],
    [
      'an export of Ghost',
      {
        db: [
          {
            data: {
              posts: [json('bridge'), json('well')].map(({content_html, ...post}) => ({
                ...post,
                html: content_html,
                status: 'published',
              })),
              users: [{id: 'u', name: 'Ann Lee'}],
            },
          },
        ],
      },
    ],
  ])('%s is taken apart', (_, value) => {
    const entries = entriesOf(JSON.stringify(value))
    expect(entries.map(({id, url}) => [id, url])).toEqual([
      ['bridge', 'https://village.example/bridge'],
      ['well', 'https://village.example/well'],
    ])
    expect(parse(entries[1]?.source ?? '')).toMatchObject({title: 'The well', body: [{}, {}]})
  })

  it.each([
    [
      'an article with comments',
      {
        title: 'The bridge',
        body: text('bridge'),
        comments: [
          {title: 'A', body: text('well')},
          {title: 'B', body: text('mill')},
        ],
      },
    ],
    [
      'an article in parts',
      {
        title: 'The bridge',
        content: [
          {type: 'paragraph', text: 'It is closed.'},
          {type: 'paragraph', text: text('bridge')},
        ],
      },
    ],
  ])('%s is one article', (_, value) => {
    expect(entriesOf(JSON.stringify(value))).toEqual([])
  })

  it('an article is not replaced by its comments', () => {
    const source = JSON.stringify({
      title: 'The bridge',
      content: text('bridge'),
      comments: [{content: text('well') + text('mill')}],
    })
    expect(parse(source).body).toHaveLength(2)
  })
})

describe('scrapes', () => {
  it('of the entries have their own addresses, names and bytes', () => {
    const source = feed(item('bridge'), item('well'))
    const [first] = scrapesOf({
      url: 'https://village.example/feed',
      contentType: 'application/rss+xml; charset=iso-8859-1',
      bytes: Buffer.from(source, 'latin1'),
      origin: 'feed.xml',
      fetchedAt: '2026-01-01',
    })
    expect(first?.scrape).toMatchObject({
      url: 'https://village.example/bridge',
      contentType: 'application/rss+xml; charset=utf-8',
      origin: 'feed.xml#id-bridge',
      fetchedAt: '2026-01-01',
    })
  })

  it('of a page are none', () => {
    expect(scrapesOf({bytes: Buffer.from(`<!doctype html><p>${text('well')}`), origin: 'page.html'})).toEqual(
      [],
    )
  })
})

describe('exports', () => {
  it('of WordPress: names of logins, times in UTC, no media', () => {
    const post = `<dc:creator>ann</dc:creator><wp:post_date_gmt>2024-03-05 09:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><category domain="category" nicename="uncategorized">Uncategorized</category>`
    const author =
      '<wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>'
    expect(
      parse(feed(author, item('photo', '<wp:post_type>attachment</wp:post_type>'), item('bridge', post))),
    ).toMatchObject({title: 'The bridge', authors: ['Ann Lee'], publishedAt: '2024-03-05T09:00:00Z'})
  })

  it.each([
    [
      'RSS',
      feed(item('bridge', '<enclosure url="https://village.example/a.mp3" type="audio/mpeg" length="1"/>')),
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [
          {
            id: '1',
            title: 'A',
            content_html: text('bridge'),
            attachments: [{url: 'https://village.example/a.mp3', mime_type: 'audio/mpeg'}],
          },
        ],
      }),
    ],
  ])('an enclosure of %s is an embed after the text', (_, source) => {
    expect(parse(source).body.at(-1)).toMatchObject({_type: 'embed', url: 'https://village.example/a.mp3'})
  })
})
