/** Pages as somebody kept or sent them: with heads, banners, toolbars, or as a mail. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {traced} from '../../../../ingest/parse/trace/traced-text.ts'
import type {ParseResult} from '../../../../ingest/parse/types.ts'
import {unwrap} from '../../../../ingest/parse/unwrap/index.ts'

const SENTENCES = [
  'The orchard behind the school is open to everybody from the first weekend of September on.',
  'Ladders and baskets are lent at the gate, and what falls by itself may be taken home.',
  'Whoever picks for the kitchen of the school gets a jar of the jelly at the end of the month.',
]
const ADDRESS = 'https://orchard.example/2024/open'
const HEAD = '<head><meta charset="utf-8"><title>The orchard opens</title></head>'
const BODY = `<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article><h1>The orchard opens</h1>${SENTENCES.map((one) => `<p>${one}</p>`).join('')}</article></main></body>`
const PAGE = `<!DOCTYPE html>\n<html lang="en">${HEAD}${BODY}</html>\n`

const parse = (source: string, url?: string): ParseResult =>
  parseScrape({bytes: new TextEncoder().encode(source), origin: 'test', ...(url && {url})})
const textsOf = ({article}: ParseResult) =>
  article.body.map((block) =>
    'children' in block ? block.children.map((one) => ('text' in one ? one.text : '')).join('') : block._type,
  )

describe('before a page', () => {
  it.each([
    [
      'a warning of PHP',
      '<br />\n<b>Notice</b>:  Undefined index: id in <b>/srv/www/page.php</b> on line <b>12</b><br />\n',
    ],
    ['the same as plain text', 'PHP Warning:  Undefined variable $id in /srv/www/page.php on line 12\n'],
    ['an element of a scraper', '<div class="result"><p>status: 200</p>'],
    ['the address', `URL: ${ADDRESS}\n`],
    [
      'the head of an answer',
      'HTTP/1.1 301 Moved\nLocation: /a\n\nHTTP/2 200\ncontent-type: text/html\nserver: a\n\n',
    ],
    [
      'a head without its first line',
      'Content-Type: text/html; charset=utf-8\nCache-Control: no-store\nX-Served-By: a\n\n',
    ],
    ['a comment', '<!-- from the cache -->\n'],
    ['a script', '<script>var start = 1</script>\n'],
    [
      'the banner of a cache',
      `<base href="${ADDRESS}"><div><div id="bN015htcoyT__google-cache-hdr">This is Google&#39;s cache of <a href="${ADDRESS}">${ADDRESS}</a>. It is a snapshot of the page as it appeared on 2 Sep 2024.</div></div><div style="position:relative">`,
    ],
  ])('%s leaves the article as it is', (_, before) => {
    const got = parse(before + PAGE)
    expect(textsOf(got)).toEqual(SENTENCES)
    expect(got.article.title).toBe('The orchard opens')
    expect(got.findings.filter(({severity}) => severity === 'warning')).toEqual([])
  })

  it('settings are read as such', () => {
    const got = parse(`---\ntitle: The orchard opens again\ndate: 2024-09-01\n---\n${PAGE}`)
    expect(got.article).toMatchObject({publishedAt: '2024-09-01'})
    expect(textsOf(got)).toEqual(SENTENCES)
  })

  it('a sentence of unknown origin is left out with a warning', () => {
    const got = parse(`<div><p>It rained for the whole of the week before the fair.</p></div>\n${PAGE}`)
    expect(textsOf(got)).toEqual(SENTENCES)
    expect(got.findings.find(({code}) => code === 'before-page-dropped')).toMatchObject({
      severity: 'warning',
      suggestion: {title: 'Put it back at the beginning'},
    })
  })

  it.each([
    ['a page in an article about pages', `<p>Write this first:</p><pre>\n${PAGE}</pre><p>Then save it.</p>`],
    ['a page in the middle of a line', `<p>A page begins so: ${PAGE}`],
    [
      'a page as the source of a frame',
      `<iframe srcdoc='\n${PAGE}'></iframe><p>The page above is small.</p>`,
    ],
  ])('%s is no start of one', (_, source) => {
    const codes: string[] = []
    unwrap(traced(source), ({code}) => codes.push(code))
    expect(codes).toEqual([])
  })
})

describe('a web archive', () => {
  const archived = (tag: string, more = '') =>
    `<!DOCTYPE html><html><head><script src="//archive.org/includes/analytics.js"></script>${tag}<title>The orchard opens</title></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp"><p>This page was kept on 3 Sep 2024 by volunteers from all over the world.</p></div><!-- END WAYBACK TOOLBAR INSERT --><article><h1>The orchard opens</h1><p>${SENTENCES[0]}</p><p>${SENTENCES[1]} See <a href="/web/20240903101112/https://map.example/a">the map</a>.</p><figure><img src="https://web.archive.org/web/20240903101112im_/https://orchard.example/a.jpg" alt="Pears"></figure><p>${SENTENCES[2]}</p>${more}</article></body></html>`
  const CANONICAL = `<link rel="canonical" href="https://web.archive.org/web/20240903101112/${ADDRESS}">`

  it('gives the addresses of the page back', () => {
    const got = parse(archived(CANONICAL))
    expect(got.article).toMatchObject({canonicalUrl: ADDRESS})
    expect(got.article.publishedAt).toBeUndefined()
    const written = JSON.stringify(got.article.body)
    expect(written).toContain('"https://map.example/a"')
    expect(written).toContain('"https://orchard.example/a.jpg"')
    expect(written).not.toContain('archive.org')
    expect(textsOf(got).join(' ')).not.toContain('volunteers')
  })

  it('knows the address of the page from the archive alone', () => {
    const named = `<div id="wm-ipp-print">The Wayback Machine - https://web.archive.org/web/20240903101112/${ADDRESS}</div>`
    const got = parse(archived('', named), `https://web.archive.org/web/20240903101112/${ADDRESS}`)
    expect(got.article.canonicalUrl).toBe(ADDRESS)
  })

  it('believes the page’s own address when the archive’s is where it was fetched', () => {
    const got = parse(archived(CANONICAL), `https://web.archive.org/web/20240903101112/${ADDRESS}`)
    expect(got.article.canonicalUrl).toBe(ADDRESS)
  })

  it('leaves links to an archive in a page that is not from one', () => {
    const link = `https://web.archive.org/web/20240903101112/${ADDRESS}`
    const got = parse(
      `<!DOCTYPE html><html>${HEAD}<body><article><h1>The orchard opens</h1><p>${SENTENCES[0]} It was <a href="${link}">announced</a> before.</p><p>${SENTENCES[1]}</p></article></body></html>`,
    )
    expect(JSON.stringify(got.article.body)).toContain(`"${link}"`)
  })

  it('reads the first record with a page', () => {
    const record = (type: string, address: string, content: string) =>
      `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nContent-Length: 9\r\n\r\n${content}\r\n\r\n`
    const source =
      record('warcinfo', '', 'software: a') +
      record('request', ADDRESS, 'GET /2024/open HTTP/1.1\r\nHost: orchard.example\r\n') +
      record(
        'response',
        'https://orchard.example/a.css',
        'HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np {}',
      ) +
      record('response', ADDRESS, `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`) +
      record('metadata', ADDRESS, 'fetchTimeMs: 7')
    const got = parse(source)
    expect(textsOf(got)).toEqual(SENTENCES)
    expect(got.article.canonicalUrl).toBe(ADDRESS)
  })

  it('joins the chunks of an answer', () => {
    const [first, second] = [PAGE.slice(0, 300), `${PAGE.slice(300)}<!-- é -->`]
    const chunk = (text: string) => `${new TextEncoder().encode(text).length.toString(16)}\r\n${text}\r\n`
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(textsOf(parse(`${head}${chunk(first)}${chunk(second)}0\r\n\r\n`))).toEqual(SENTENCES)
  })
})

describe('a saved page', () => {
  it.each([
    ['browsers', `<!-- saved from url=(0034)${ADDRESS} -->`],
    [
      'SingleFile',
      `<!--\n Page saved with SingleFile \n url: ${ADDRESS} \n saved date: Sat Mar 02 2024 10:00:00 GMT+0100\n-->`,
    ],
    [
      'HTTrack',
      "<!-- Mirrored from orchard.example/2024/open by HTTrack Website Copier/3.x [XR&CO'2014], Sat, 02 Mar 2024 10:00:00 GMT -->",
    ],
  ])('of %s names its address', (_, comment) => {
    const got = parse(`<!DOCTYPE html>\n${comment}\n<html>${HEAD}${BODY}</html>`)
    expect(got.article.canonicalUrl).toBe(ADDRESS)
    expect(textsOf(got)).toEqual(SENTENCES)
  })

  it('as one file is read without its other files', () => {
    const quoted = PAGE.replaceAll('=', '=3D')
      .replace('of September', 'of Sep=\ntember')
      .replace('jelly', 'gel=C3=A9e')
    const source = `From: <Saved by Blink>\nSnapshot-Content-Location: ${ADDRESS}\nSubject: The orchard opens\nDate: Sat, 2 Mar 2024 11:30:54 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----B--a----"\n\n\n------B--a----\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: ${ADDRESS}\n\n${quoted}\n------B--a----\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://orchard.example/a.png\n\niVBORw0KGgo=\n------B--a------\n`
    const got = parse(source)
    expect(textsOf(got)).toEqual(SENTENCES.map((one) => one.replace('jelly', 'gelée')))
    expect(got.article).toMatchObject({title: 'The orchard opens', canonicalUrl: ADDRESS})
    expect(got.article.publishedAt).toBeUndefined()
    expect(got.article.authors).toBeUndefined()
  })
})

describe('a mail', () => {
  const TEXT = SENTENCES.join('\n\n')
  const head = (more: string) =>
    `From: "Ann Lee" <ann@orchard.example>\nTo: all@orchard.example\nSubject: Re: =?UTF-8?B?${btoa('The orchard')}?= =?UTF-8?Q?_opens?=\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nMIME-Version: 1.0\n${more}`

  it('declares its subject, sender and date', () => {
    const got = parse(head(`Content-Type: text/plain; charset=utf-8\n\n${TEXT}\n`))
    expect(textsOf(got)).toEqual(SENTENCES)
    expect(got.article).toMatchObject({
      title: 'The orchard opens',
      authors: ['Ann Lee'],
      publishedAt: '2024-03-05T10:00:00+01:00',
    })
  })

  it('to a list has no author', () => {
    const got = parse(
      head(`List-Unsubscribe: <https://orchard.example/u>\nContent-Type: text/plain\n\n${TEXT}\n`),
    )
    expect(got.article.authors).toBeUndefined()
  })

  it('is its page rather than its plain text', () => {
    const html = SENTENCES.map((one) => `<p>${one}</p>`).join('\n')
    const source = head(
      `Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nRead this mail in a browser.\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${btoa(html).replace(/.{60}/g, '$&\n')}\n--b--\n`,
    )
    expect(textsOf(parse(source))).toEqual(SENTENCES)
  })

  it('has its wrapped lines joined', () => {
    const source = head(
      `Content-Type: text/plain; format=flowed\n\n${SENTENCES[0]?.replaceAll(' is ', ' is \n')}\n\n${SENTENCES[1]}\n`,
    )
    expect(textsOf(parse(source))).toEqual(SENTENCES.slice(0, 2))
  })
})

describe('formats of news agencies', () => {
  const paragraphs = SENTENCES.map((one) => `<p>${one}</p>`).join('')

  it('NITF', () => {
    const got = parse(
      `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><title>x</title><docdata><date.issue norm="20240902T080000+0200"/><key-list><keyword key="pears"/></key-list></docdata><pubdata name="The Orchard" position.section="Local"/></head><body><body.head><hedline><hl1>The orchard opens</hl1><hl2>Baskets are lent</hl2></hedline><byline>By Ann Lee</byline><dateline><location>Pomona</location></dateline></body.head><body.content>${paragraphs}<hl2>Where</hl2><media media-type="image"><media-reference source="https://orchard.example/a.jpg" alternate-text="Pears"/><media-caption>A basket.</media-caption></media><p>Ask <person>Bo Ek</person>.</p></body.content></body></nitf>`,
    )
    expect(got.article).toMatchObject({
      title: 'The orchard opens',
      subtitle: 'Baskets are lent',
      authors: ['Ann Lee'],
      publishedAt: '2024-09-02T08:00:00+02:00',
      section: 'Local',
      siteName: 'The Orchard',
      tags: ['pears'],
    })
    expect(textsOf(got)).toEqual([...SENTENCES, 'Where', 'figure', 'Ask Bo Ek.'])
  })

  it('NewsML-G2 with NITF inside', () => {
    const got = parse(
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><itemMeta/><contentMeta><headline>A picture</headline></contentMeta><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem><newsItem><contentMeta><contentCreated>2024-09-02T08:00:00+02:00</contentCreated><creator><name>Ann Lee</name></creator><headline>The orchard opens</headline><language tag="en"/></contentMeta><contentSet><inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>${paragraphs}</body.content></body></nitf></inlineXML></contentSet></newsItem></itemSet></newsMessage>`,
    )
    expect(got.article).toMatchObject({
      title: 'The orchard opens',
      authors: ['Ann Lee'],
      publishedAt: '2024-09-02T08:00:00+02:00',
      language: 'en',
    })
    expect(textsOf(got)).toEqual(SENTENCES)
  })

  it('ninjs', () => {
    const got = parse(
      JSON.stringify({
        uri: 'urn:a',
        type: 'text',
        headline: 'The orchard opens',
        byline: 'By Ann Lee',
        versioncreated: '2024-09-02T08:00:00+02:00',
        firstcreated: '2024-09-01T08:00:00+02:00',
        description_text: 'Baskets are lent.',
        body_xhtml: paragraphs,
        associations: {
          featuremedia: {
            type: 'picture',
            description_text: 'Pears.',
            renditions: {original: {href: 'https://orchard.example/a.jpg'}},
          },
        },
      }),
    )
    expect(got.article).toMatchObject({
      title: 'The orchard opens',
      authors: ['Ann Lee'],
      publishedAt: '2024-09-01T08:00:00+02:00',
      modifiedAt: '2024-09-02T08:00:00+02:00',
      leadImage: {url: 'https://orchard.example/a.jpg', caption: 'Pears.'},
    })
    expect(textsOf(got)).toEqual(SENTENCES)
  })
})
