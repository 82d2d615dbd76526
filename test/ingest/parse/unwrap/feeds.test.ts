/** Feeds as they arrive: each field of the format in the article's metadata, and nothing that is not about it. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import type {ParseResult} from '../../../../ingest/parse/types.ts'

const parse = (source: string, url?: string): ParseResult =>
  parseScrape({bytes: new TextEncoder().encode(source), origin: 'test', ...(url && {url})})

const TEXT =
  '<p>The ferry to the outer islands sails again from the first of May, after two winters in the dock.</p><p>The council paid for the new engine, which burns half as much oil as the old one did.</p>'

const rss = (item: string, channel = '', attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"${attributes}>
<channel><title>Harbour Herald</title><link>https://herald.example</link><description>News of the coast</description>${channel}
<item>${item}</item>
</channel></rss>`

const BODY = `<content:encoded><![CDATA[${TEXT}]]></content:encoded>`

describe('RSS', () => {
  it('declares each plain field of an item', () => {
    const {article} = parse(
      rss(
        `<title>Ferry &amp; Dock &#8211; Back <![CDATA[]]></title>
<link>https://herald.example/2024/ferry</link>
<dc:creator><![CDATA[Mara Lindqvist]]></dc:creator><dc:creator>Tom Ashby</dc:creator>
<pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate>
<category><![CDATA[Islands]]></category><category domain="x">Shipping</category>
<guid isPermaLink="false">17 at herald</guid>
<description>Two winters in the dock are over.</description>
<media:content url="https://herald.example/ferry.jpg" medium="image"><media:credit>J. Oto</media:credit></media:content>
${BODY}`,
        '<language>en-gb</language>',
      ),
    )
    expect(article).toMatchObject({
      title: 'Ferry & Dock – Back',
      subtitle: 'Two winters in the dock are over.',
      byline: 'Mara Lindqvist, Tom Ashby',
      authors: ['Mara Lindqvist', 'Tom Ashby'],
      publishedAt: '2024-03-05T10:00:00+01:00',
      canonicalUrl: 'https://herald.example/2024/ferry',
      language: 'en-GB',
      siteName: 'Harbour Herald',
      tags: ['Islands', 'Shipping'],
      leadImage: {url: 'https://herald.example/ferry.jpg', credit: 'J. Oto'},
    })
    expect(article.body).toHaveLength(2)
  })

  it('keeps a date as exactly as it is given', () => {
    const dateOf = (date: string) => parse(rss(`<title>Ferry</title>${date}${BODY}`)).article.publishedAt
    expect(dateOf('<dc:date>2024-03-05</dc:date>')).toBe('2024-03-05')
    expect(dateOf('<dc:date>2024-03-05T09:00:00Z</dc:date>')).toBe('2024-03-05T09:00:00Z')
    expect(dateOf('<pubDate>5 Mar 2024 09:00 GMT</pubDate>')).toBe('2024-03-05T09:00:00Z')
    expect(dateOf('<pubDate>yesterday</pubDate>')).toBeUndefined()
  })

  it('takes a name out of a mailbox, and no address for a name', () => {
    const authorsOf = (author: string) =>
      parse(rss(`<title>Ferry</title><author>${author}</author>${BODY}`)).article.authors
    expect(authorsOf('mara@herald.example (Mara Lindqvist)')).toEqual(['Mara Lindqvist'])
    expect(authorsOf('desk@herald.example')).toBeUndefined()
  })

  it('says nothing of a summary that the text begins with, or that is cut', () => {
    const subtitleOf = (summary: string) =>
      parse(rss(`<title>Ferry</title><description>${summary}</description>${BODY}`)).article.subtitle
    expect(subtitleOf('The ferry to the outer islands sails again from the first of May')).toBeUndefined()
    expect(subtitleOf('The boat is back and so […]')).toBeUndefined()
    expect(subtitleOf('&lt;p&gt;The boat is back.&lt;/p&gt;')).toBe('The boat is back.')
  })

  it('reads the description where the full text is empty', () => {
    const {article} = parse(
      rss(
        `<title>Ferry</title><description><![CDATA[${TEXT}]]></description><content:encoded><![CDATA[ ]]></content:encoded>`,
      ),
    )
    expect(article.body).toHaveLength(2)
    expect(article.subtitle).toBeUndefined()
  })

  it('resolves links against the address of the item, and `xml:base` where it is given', () => {
    const body =
      '<content:encoded><![CDATA[<p>See <a href="/map">the map of all piers and moorings</a> of the harbour here.</p>]]></content:encoded>'
    const linkOf = (source: string): unknown => {
      const [block] = parse(source, 'https://feeds.example/rss').article.body
      return block?._type === 'block' ? block.markDefs[0]?.href : undefined
    }
    expect(linkOf(rss(`<title>A</title><link>https://herald.example/a</link>${body}`))).toBe(
      'https://herald.example/map',
    )
    expect(
      linkOf(
        rss(
          `<title>A</title><link>https://herald.example/a</link>${body}`,
          '',
          ' xml:base="https://base.example/"',
        ),
      ),
    ).toBe('https://base.example/map')
  })

  it('declares nothing of one item for the article of several', () => {
    const item = (name: string) =>
      `<title>${name}</title><dc:creator>${name} Ash</dc:creator><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>${BODY}`
    const {article, findings} = parse(rss(`${item('One')}</item><item>${item('Two')}`))
    expect(article.authors).toBeUndefined()
    expect(article.publishedAt).toBeUndefined()
    expect(article.siteName).toBe('Harbour Herald')
    expect(findings.some(({message}) => message.includes('a feed of 2 entries'))).toBe(true)
  })

  it('reads what is broken: no end tags, lone signs, a cut end', () => {
    const {article} = parse(
      `<rss version="2.0"><channel><title>Fish & Ships</title><item><title>Ferry & Dock<link>https://herald.example/a</link></title><dc:creator>Mara Lindqvist</dc:creator><description><p>The ferry to the outer islands sails again from the first of May.</p><p>The council paid for the`,
    )
    expect(article).toMatchObject({authors: ['Mara Lindqvist'], siteName: 'Fish & Ships'})
    expect(article.body[0]).toMatchObject({
      children: [{text: 'The ferry to the outer islands sails again from the first of May.'}],
    })
  })

  it('points findings at the place in the feed', () => {
    const source = rss(`<title>Ferry</title><pubDate>2024-03-05 10:00</pubDate>${BODY}`)
    const finding = parse(source).findings.find(({code}) => code === 'date-without-zone')
    const [range] = finding?.ranges ?? []
    expect(source.slice(range?.start, range?.end)).toBe('2024-03-05 10:00')
  })
})

describe('RSS 1.0', () => {
  it('has its channel before the items', () => {
    const {article} = parse(`<?xml version="1.0"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://herald.example/"><title>Harbour Herald</title><dc:language>en</dc:language></channel>
<item rdf:about="https://herald.example/a"><title>Ferry</title><link>https://herald.example/a</link><dc:date>2024-03-05T10:00:00+01:00</dc:date><dc:subject>Islands</dc:subject><description>${TEXT.replaceAll('<', '&lt;')}</description></item>
</rdf:RDF>`)
    expect(article).toMatchObject({
      title: 'Ferry',
      siteName: 'Harbour Herald',
      language: 'en',
      publishedAt: '2024-03-05T10:00:00+01:00',
      tags: ['Islands'],
    })
  })
})

describe('Atom', () => {
  const atom = (entry: string): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://bote.example/">
<title type="html">Der &lt;b&gt;Bote&lt;/b&gt;</title><author><name>Redaktion Nord</name></author>
<entry>${entry}</entry></feed>`
  const content = `<content type="html">${TEXT.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content>`

  it('declares each plain field of an entry', () => {
    const {article} = parse(
      atom(
        `<title type="html">Die &lt;i&gt;Seestern&lt;/i&gt; f&amp;auml;hrt</title><id>tag:bote.example,2024:1</id>
<author><name>Jens Thomsen</name><email>jt@bote.example</email></author><author><name>Ute Kahl</name></author>
<published>2024-03-05T10:00:00+01:00</published><updated>2024-03-06T08:00:00+01:00</updated>
<link rel="edit" href="/edit/1"/><link href="/2024/seestern"/><link rel="enclosure" type="image/jpeg" href="https://bote.example/s.jpg"/>
<category term="inseln" label="Inseln"/><category term="Schiffe"/><summary>Nach zwei Wintern im Dock.</summary>${content}`,
      ),
    )
    expect(article).toMatchObject({
      title: 'Die Seestern fährt',
      subtitle: 'Nach zwei Wintern im Dock.',
      authors: ['Jens Thomsen', 'Ute Kahl'],
      publishedAt: '2024-03-05T10:00:00+01:00',
      modifiedAt: '2024-03-06T08:00:00+01:00',
      canonicalUrl: 'https://bote.example/2024/seestern',
      language: 'de',
      siteName: 'Der Bote',
      tags: ['Inseln', 'Schiffe'],
      leadImage: {url: 'https://bote.example/s.jpg'},
    })
  })

  it('has the author of the feed where an entry names none, and its summary as text where it has no other', () => {
    const {article} = parse(
      atom(
        '<title>Das Dock</title><summary>Das Dock am Nordufer ist seit gestern wieder leer, und niemand weiß, wer zahlt.</summary>',
      ),
    )
    expect(article.authors).toEqual(['Redaktion Nord'])
    expect(article.subtitle).toBeUndefined()
    expect(article.body).toHaveLength(1)
  })
})
