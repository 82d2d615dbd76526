import {expect, it} from 'vitest'
import {conserved, inert, parse} from '../../../invariants/check.ts'

const before =
  '<p>The harbour office opened the new station on Monday, after two winters of work on the cliff.</p>'
const after =
  '<p>The council will look at the cost again in the autumn, when the scaffolding has been taken down.</p>'
const page = (inside: string): string =>
  `<!doctype html><html><head><title>Station</title></head><body><article><h1>Station</h1>${before}${inside}${after}</article></body></html>`
const card = (names: string, data: object): string =>
  `<div class="${names}" data-attrs="${JSON.stringify(data).replaceAll('"', '&quot;')}"></div>`

it.each([
  [
    'a post',
    card('digest-post-embed', {canonical_url: 'https://ann.example/p/lamp', title: 'The old lamp'}),
    'https://ann.example/p/lamp',
    'The old lamp',
  ],
  [
    'a tweet',
    card('twitter-embed', {url: 'https://x.com/ann/status/12'}),
    'https://x.com/ann/status/12',
    undefined,
  ],
  [
    'a video',
    card('youtube-wrap', {videoId: 'abcDEF12345'}),
    'https://www.youtube.com/watch?v=abcDEF12345',
    undefined,
  ],
  [
    'a picture elsewhere',
    card('instagram', {instagram_id: 'Cxy_12-a'}),
    'https://www.instagram.com/p/Cxy_12-a/',
    undefined,
  ],
])('%s that is only data becomes an embed', (_, inside, url, caption) => {
  const result = parse(page(inside))
  const [, embed, ...rest] = result.article.body
  expect(embed).toMatchObject({_type: 'embed', url, ...(caption === undefined ? {} : {caption})})
  expect(rest).toHaveLength(1)
  expect([...conserved(result), ...inert(result)]).toEqual([])
})

it.each([
  ['a request to subscribe', card('subscription-widget-wrap', {url: 'https://ann.example/subscribe'})],
  ['an address that is none', card('digest-post-embed', {url: 'javascript:alert(1)'})],
  ['no address', card('poll-embed', {id: 1})],
  ['data that was cut', '<div class="digest-post-embed" data-attrs="{&quot;url&quot;:"></div>'],
])('%s does not', (_, inside) => {
  expect(parse(page(inside)).article.body.map(({_type}) => _type)).toEqual(['block', 'block'])
})
