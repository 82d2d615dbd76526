import {describe, expect, it} from 'vitest'
import {widest} from '../../../ingest/media/srcset.ts'
import {parseScrape} from '../../../ingest/parse.ts'
import {conserved, idempotent} from '../../invariants/check.ts'

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
    expect(widest(srcset)).toBe(address)
  })
})

const image = (url: string) => [{type: 'figure', url: `https://example.com${url}`, caption: undefined}]
const embed = (url: string, caption?: string) => [{type: 'embed', url, caption}]

describe('what stands for an image or an embed', () => {
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
    ['an address of its own', '<img src="/own.jpg" data-src="/a.jpg">', image('/own.jpg')],
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
