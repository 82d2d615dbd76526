import {expect, it} from 'vitest'
import {publicAddress} from '../../../studio/shared/public-address.ts'

const article = (current: unknown) => ({slug: {_type: 'slug', current}})

it.each([
  ['http://localhost:3334', article('a-b'), 'http://localhost:3334/articles/a-b'],
  ['https://news.example/', article('a b/ü'), 'https://news.example/articles/a%20b%2F%C3%BC'],
  [undefined, article('a'), undefined],
  ['https://news.example', article(''), undefined],
  ['https://news.example', article(7), undefined],
  ['https://news.example', {slug: 'a'}, undefined],
  ['https://news.example', {}, undefined],
  ['https://news.example', null, undefined],
])('on %j, %j is at %j', (siteUrl, published, address) => {
  expect(publicAddress(siteUrl, published)).toBe(address)
})
