import {JSDOM} from 'jsdom'
import {describe, expect, it} from 'vitest'
import {parsePiece} from '../../../studio/editor/paste/behaviors.ts'
import {asPasted, pieceOf} from '../../../studio/editor/paste/rich.ts'
import {keys} from './table/make.ts'

const piece = (html: string) => pieceOf(new JSDOM(html).window.document.body, html)

describe('the content of a clipboard', () => {
  it.each<[string, string, string | undefined]>([
    [
      'only what is between the comments of a browser',
      '<html><body><!--StartFragment--><p>a</p><p>b</p><!--EndFragment--></body></html>',
      '<p>a</p><p>b</p>',
    ],
    ['all of it without them', '<p>a</p><p>b</p>', '<p>a</p><p>b</p>'],
    ['nothing to parse in a few words', '<b>a</b> word', undefined],
    ['nor in one paragraph', '<p>a</p>', undefined],
  ])('%s', (_, html, expected) => {
    expect(piece(html)).toBe(expected)
  })
})

it('blocks get new keys, and marks still refer to their links', () => {
  const link = {_type: 'link', _key: 'l', href: 'https://e.example/'}
  const block = {
    _type: 'block',
    _key: 'b',
    style: 'normal',
    markDefs: [link],
    children: [{_type: 'span', _key: 's', text: 'x', marks: ['strong', 'l']}],
  }
  const [heading, one, other] = asPasted(
    'Title',
    [block, block] as never,
    keys(),
  ) as never as (typeof block)[]
  expect(heading).toMatchObject({style: 'h2', children: [{text: 'Title'}]})
  expect(one?.children[0]?.marks).toEqual(['strong', one?.markDefs[0]?._key])
  expect(one?.markDefs[0]?._key).not.toBe('l')
  expect(new Set([one?._key, other?._key, 'b']).size).toBe(3)
})

it('the service on the origin of the page is asked, and a refusal is an error', async () => {
  const asked: unknown[] = []
  const answering = (status: number): typeof fetch =>
    (async (input, init) => {
      asked.push([String(input), init?.body])
      return new Response('{"body": []}', {status})
    }) as typeof fetch
  expect(await parsePiece('http://localhost:1', '<p>a</p>', answering(200))).toEqual({body: []})
  expect(asked).toEqual([['http://localhost:1/ingest/parse', '{"html":"<p>a</p>"}']])
  await expect(parsePiece('http://localhost:1', '<p>a</p>', answering(503))).rejects.toThrow('503')
})
