import {gzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {decodeScrape} from '../../../studio/review/scrape/decode-scrape.ts'

const packed = (bytes: Buffer) => gzipSync(bytes).toString('base64')

test.each([
  ['utf-8', Buffer.from('Zürich – 北京')],
  ['windows-1252', Buffer.from([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x20, 0x96])],
  ['utf-16le', Buffer.from('Zürich –', 'utf16le')],
])('unpacks and decodes %s', async (charset, bytes) => {
  expect(await decodeScrape({charset, raw: packed(bytes)})).toBe(new TextDecoder(charset).decode(bytes))
})

test('a page that was too large to store has no text', async () => {
  expect(await decodeScrape({charset: 'utf-8'})).toBeUndefined()
})

test('bytes that are not gzip are an error, not an empty text', async () => {
  await expect(decodeScrape({charset: 'utf-8', raw: btoa('plain')})).rejects.toThrow()
})
