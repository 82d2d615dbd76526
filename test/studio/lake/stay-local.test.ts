import {expect, test} from 'vitest'
import {answerLocally} from '../../../studio/lake/stay-local.ts'

const studio = {origin: 'http://localhost:3333', version: '6.16.0'}
const answer = (url: string) => answerLocally(new URL(url), studio)

test('this version is reported as the newest', async () => {
  const response = answer('https://sanity-cdn.com/v1/modules/sanity/latest/%5E6.16.0/t1795445823')
  expect(await response?.json()).toEqual({latest: '6.16.0', packageVersion: '6.16.0'})
})

test.each([
  ['https://api.sanity.io/vX/intake/feedback', 503],
  ['https://sanity.io/anything', 503],
  ['http://localhost:3333/v2025-02-19/journey/trial', 404],
  ['http://localhost:3333/v1/help?tag=x', 404],
])('%s is answered locally with %d', (url, status) => {
  expect(answer(url)?.status).toBe(status)
})

test.each([
  'http://localhost:3333/v2025-02-19/data/query/production?query=1',
  'http://localhost:3333/assets/index.js',
  'https://news.example/image.jpg',
  'https://notsanity.io.example/x',
])('%s is requested', (url) => {
  expect(answer(url)).toBeUndefined()
})
