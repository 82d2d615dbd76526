import {describe, expect, it} from 'vitest'
import {widestOffer} from '../../../../ingest/parse/media/srcset.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {conserved, idempotent} from '../../../invariants/check.ts'

const prose = (topic: string) =>
  `<p>${topic}: it went on raining over the whole of the country for a long time, and nobody knew when it would stop again.</p>`
const parse = (html: string) =>
  parseScrape({
    bytes: new TextEncoder().encode(
      `<!DOCTYPE html><html><head><title>Rain</title></head><body><article><h1>Rain</h1>${prose('One')}${html}${prose('Two')}</article></body></html>`,
    ),
    origin: 'page.html',
    contentType: 'text/html; charset=utf-8',
    url: 'https://example.com/rain',
  })
interface Shown {
  type: string
  url: string
  caption: string | undefined
}

const shown = (html: string): Shown[] =>
  parse(html).article.body.flatMap((block) =>
    block._type === 'figure' || block._type === 'embed'
      ? [{type: block._type, url: block.url, caption: block.caption}]
      : [],
  )

describe('a set of images', () => {
  it.each<[string, string | undefined]>([
    ['/a-300.jpg 300w, /a-900.jpg 900w', '/a-900.jpg'],
    ['/a.jpg, /b.jpg 2x', '/b.jpg'],
    ['/w_300,h_200/a.jpg 300w,\n/w_900,h_600/a.jpg 900w', '/w_900,h_600/a.jpg'],
    ['/only.jpg', '/only.jpg'],
    ['', undefined],
  ])('%s', (srcset, address) => {
    expect(widestOffer([srcset])?.address).toBe(address)
  })
})

const image = (url: string) => [{type: 'figure', url: `https://example.com${url}`, caption: undefined}]
const embed = (url: string, caption?: string) => [{type: 'embed', url, caption}]

describe('a substitute for an image or an embed', () => {
  it.each<[string, string, Shown[]]>([
    [
      'a set without an address',
      '<img srcset="/a-300.jpg 300w, /a-900.jpg 900w" alt="A">',
      image('/a-900.jpg'),
    ],
    [
      'a set beside an address',
      '<img src="/a-300.jpg" srcset="/a-300.jpg 300w, /a-900.jpg 900w">',
      image('/a-900.jpg'),
    ],
    ['a set that does not say how wide', '<img src="/a.jpg" srcset="/b.jpg">', image('/a.jpg')],
    [
      'a late address and a late set',
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/a-300.jpg" data-srcset="/a-300.jpg 1x, /a-600.jpg 2x">',
      image('/a-600.jpg'),
    ],
    [
      'a set for later',
      '<img class="lazy" data-srcset="/a-300.jpg 300w, /a-900.jpg 900w">',
      image('/a-900.jpg'),
    ],
    [
      'a placeholder',
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/a.jpg">',
      image('/a.jpg'),
    ],
    [
      'a twin for readers without scripts, once',
      '<img class="lazy"> <noscript><img src="/a.jpg"></noscript>',
      image('/a.jpg'),
    ],
    ['a blurred image until the real one comes', '<img src="/tiny.jpg" data-src="/a.jpg">', image('/a.jpg')],
    ['a link to its full size', '<a href="/rain.jpg"><img src="/rain-300x200.jpg"></a>', image('/rain.jpg')],
    [
      'a link to another size',
      '<a href="/s1600/rain.jpg"><img src="/s320/rain.jpg"></a>',
      image('/s1600/rain.jpg'),
    ],
    ['a link to another image', '<a href="/snow.jpg"><img src="/rain.jpg"></a>', image('/rain.jpg')],
    [
      'a table around an image, as an old system writes it',
      '<table class="tr-caption-container"><tbody><tr><td><a href="/x"><img src="/a.jpg"></a></td></tr><tr><td class="tr-caption">So much rain</td></tr></tbody></table>',
      [{type: 'figure', url: 'https://example.com/a.jpg', caption: 'So much rain'}],
    ],
    [
      'a gallery of another',
      '<dl class="gallery-item"><dt class="gallery-icon"><img src="/a.jpg"></dt><dd class="wp-caption-text gallery-caption">So much rain</dd></dl>',
      [{type: 'figure', url: 'https://example.com/a.jpg', caption: 'So much rain'}],
    ],
    ['data that is no address', '<img src="/own.jpg" data-lazy="true" data-src="{}">', image('/own.jpg')],
    [
      'a placeholder file for an image',
      '<img src="/img/1x1-white.jpg" data-original="/a.jpg">',
      image('/a.jpg'),
    ],
    [
      'an attribute of some script',
      '<img src="/img/lazyload-placeholder.png" data-lzl-src="/a.jpg">',
      image('/a.jpg'),
    ],
    ['a lesser one', '<img src="/a.jpg" data-low-res-src="/tiny.jpg">', image('/a.jpg')],
    [
      'a twin beside a placeholder in a file',
      '<img class="lazy" src="/placeholder.gif"><noscript><img src="/a.jpg"></noscript>',
      image('/a.jpg'),
    ],
    ['a placeholder and nothing else', '<p><img src="/img/blank.gif"></p>', []],
    [
      'the sources of a picture, in a format that all read',
      '<picture><source type="image/webp" srcset="/a.webp 1600w"><source srcset="/a.jpg 1600w, /b.jpg 800w"><img src="/c.jpg"></picture>',
      image('/a.jpg'),
    ],
    [
      'densities of a picture, which may be of smaller images',
      '<picture><source media="(max-width: 600px)" srcset="/a-300.jpg, /a-600.jpg 2x"><img src="/a-1200.jpg"></picture>',
      image('/a-1200.jpg'),
    ],
    [
      'a picture with nothing in it yet',
      '<picture><source data-srcset="/a.jpg"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></picture>',
      image('/a.jpg'),
    ],
    ['AMP', '<amp-img src="/a.jpg" width="640" height="480"></amp-img>', image('/a.jpg')],
    [
      'a video of AMP',
      '<amp-youtube data-videoid="abc123"></amp-youtube>',
      embed('https://www.youtube.com/watch?v=abc123'),
    ],
    [
      'a player that loads late',
      '<lite-youtube videoid="abc123"></lite-youtube>',
      embed('https://www.youtube.com/watch?v=abc123'),
    ],
    [
      'a player by its class and data',
      '<div class="youtube-player" data-id="abc123def45"></div>',
      embed('https://www.youtube.com/watch?v=abc123def45'),
    ],
    [
      'a part of the article with the name of a player stays text',
      `<div class="youtube-story" data-id="abc123def45">${prose('Three')}${prose('Four')}</div>`,
      [],
    ],
    ['a class with an id that is none', '<div class="youtube-player" data-id="a/b"></div>', []],
    [
      'a chart',
      '<div class="flourish-embed flourish-chart" data-src="visualisation/123456"></div>',
      embed('https://flo.uri.sh/visualisation/123456/embed'),
    ],
    [
      'a diagram',
      '<div class="infogram-embed" data-id="abc-123"></div>',
      embed('https://e.infogram.com/abc-123'),
    ],
    [
      'what an editor put in by its address',
      '<figure class="media"><oembed url="https://www.youtube.com/watch?v=abc"></oembed></figure>',
      embed('https://www.youtube.com/watch?v=abc'),
    ],
    [
      'a player of a host of videos',
      '<video-js data-account="123" data-player="p1" data-video-id="456" class="video-js"></video-js>',
      embed('https://players.brightcove.net/123/p1_default/index.html?videoId=456'),
    ],
    ['an id that is none', '<lite-youtube videoid="a/../b?c"></lite-youtube>', []],
    [
      'a tweet',
      '<blockquote class="twitter-tweet"><p>So much rain <a href="https://t.co/x">#rain</a></p>A. One (@one) <a href="https://twitter.com/one/status/123?ref=x">May 1, 2026</a></blockquote>',
      embed('https://twitter.com/one/status/123?ref=x', 'So much rain #rain A. One (@one) May 1, 2026'),
    ],
    [
      'a post by its permalink',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/XYZ/"><a href="https://www.instagram.com/one/">A post</a></blockquote>',
      embed('https://www.instagram.com/p/XYZ/', 'A post'),
    ],
    [
      'a caption of a publishing system',
      '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">So much rain</p></div>',
      [{type: 'figure', url: 'https://example.com/a.jpg', caption: 'So much rain'}],
    ],
    [
      'small print beside an image',
      '<div class="wrap"><img src="/a.jpg"><small>So much rain</small></div>',
      [{type: 'figure', url: 'https://example.com/a.jpg', caption: 'So much rain'}],
    ],
    [
      'a caption, and who took it',
      '<div class="image"><img src="/a.jpg"><p class="caption">So much rain</p><p class="credit">A. One</p></div>',
      [{type: 'figure', url: 'https://example.com/a.jpg', caption: 'So much rain'}],
    ],
    [
      'a quotation',
      '<blockquote class="quote"><p>So much rain. <a href="https://twitter.com/one/status/123">One</a></p></blockquote>',
      [],
    ],
    [
      'a tweet that leads elsewhere',
      '<blockquote class="twitter-tweet"><p>Rain <a href="https://evil.example/one/status/1">x</a></p></blockquote>',
      [],
    ],
  ])('%s', (_, html, expected) => {
    expect(shown(html)).toEqual(expected)
    expect(conserved(parse(html))).toEqual([])
    expect(idempotent(parse(html))).toEqual([])
  })
})

describe('furniture of a page', () => {
  it.each<[string, string, string]>([
    [
      'a button by its file',
      '<a href="/print"><img src="/common/btn_print.gif" alt="Print"></a>',
      'a button',
    ],
    ['an icon by its size', '<img src="/x/plus.jpg" width="15" height="15">', 'an icon'],
    [
      'a button by where it leads',
      '<a href="https://www.facebook.com/sharer.php?u=x"><img src="/fb.png"></a>',
      'share or print',
    ],
    ['an account', '<img src="https://secure.gravatar.com/avatar/0?s=96">', 'profile picture'],
    ['a counter', '<img src="http://feeds.feedburner.com/~r/rain/~4/1">', 'tracking pixel'],
    ['an advertisement', '<iframe src="https://securepubads.g.doubleclick.net/x"></iframe>', 'advertisement'],
    ['a box to like', '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>', 'to like'],
  ])('%s is left out, and said', (_, html, reason) => {
    const parsed = parse(html)
    expect(shown(html)).toEqual([])
    expect(parsed.findings.map(({message}) => message).join()).toContain(reason)
    expect(conserved(parsed)).toEqual([])
  })

  it.each<[string, string, string]>([
    [
      'an image named for what it shows',
      '<img src="/icon-of-fashion-1960.jpg">',
      '/icon-of-fashion-1960.jpg',
    ],
    ['a large one', '<img src="/icon.png" width="600" height="400">', '/icon.png'],
    [
      'one with words about it',
      '<img src="/arrow_icon.png" alt="The new signs of the city">',
      '/arrow_icon.png',
    ],
    [
      'a photograph that can be shared',
      '<a href="https://www.pinterest.com/pin/create/button/?u=x"><img src="/rain.jpg"></a>',
      '/rain.jpg',
    ],
    ['a telephone', '<img src="/pixel-4a-review.png">', '/pixel-4a-review.png'],
  ])('%s stays', (_, html, address) => {
    expect(shown(html)).toMatchObject(image(address))
  })

  it('is reported for the article, not for the page around it', () => {
    const parsed = parse('<p>So much rain.</p>')
    const page = parseScrape({
      bytes: new TextEncoder().encode(
        `<html><body><nav><img src="/common/btn_menu.gif"></nav><article><h1>Rain</h1>${prose('One')}${prose('Two')}</article></body></html>`,
      ),
      origin: 'page.html',
      contentType: 'text/html; charset=utf-8',
      url: 'https://example.com/rain',
    })
    for (const {findings} of [parsed, page])
      expect(findings.filter(({message}) => message.includes('image'))).toEqual([])
  })
})

describe('a picture of a character', () => {
  it.each<[string, string, string]>([
    ['of WordPress', '<img class="emoji" alt="😀" src="https://s.w.org/1f600.svg">', '😀'],
    ['of a family', '<img alt="👨‍👩‍👧‍👦" src="/e.png">', '👨‍👩‍👧‍👦'],
    ['a flag', '<img alt="🏴󠁧󠁢󠁥󠁮󠁧󠁿" src="/e.png">', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a number in a box', '<img alt="1️⃣" src="/e.png">', '1️⃣'],
  ])('%s is the character', (_, html, text) => {
    const parsed = parse(
      `<p>So much ${html} rain fell on the whole of the country that nobody could count it.</p>`,
    )
    const [, block] = parsed.article.body
    expect(block).toMatchObject({
      _type: 'block',
      children: [{text: `So much ${text} rain fell on the whole of the country that nobody could count it.`}],
    })
    expect(conserved(parsed)).toEqual([])
  })

  it('is an image where its text is a word or a number', () => {
    expect(shown('<img src="/a.jpg" alt="10">')).toEqual(image('/a.jpg'))
  })
})

it('a cell with only an image has its alternative text', () => {
  const parsed = parse(
    '<table><tr><th>City</th><th>Flag</th></tr><tr><td>Bern</td><td><img src="/b.png" alt="A bear"></td></tr><tr><td>Basel</td><td><img src="/c.png" alt="A staff"> and more</td></tr></table>',
  )
  const table = parsed.article.body.find(({_type}) => _type === 'table')
  const texts =
    table?._type === 'table' &&
    table.rows.map(({cells}) =>
      cells.map(({value}) => value.map(({children}) => children.map(({text}) => text).join('')).join('')),
    )
  expect(texts).toEqual([
    ['City', 'Flag'],
    ['Bern', 'A bear'],
    ['Basel', 'and more'],
  ])
  expect(parsed.findings.filter(({code}) => code === 'image-dropped')).toHaveLength(2)
  expect(conserved(parsed)).toEqual([])
})
