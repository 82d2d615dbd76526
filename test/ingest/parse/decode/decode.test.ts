import {gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {decode} from '../../../../ingest/parse/decode/index.ts'
import {InputError} from '../../../../ingest/parse/errors.ts'

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('character set', () => {
  const cyrillic = latin1('<p>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0</p>')
  const cases: [
    name: string,
    bytes: Uint8Array,
    contentType: string | undefined,
    charset: string,
    text: string,
  ][] = [
    ['UTF-8', utf8('<p>café</p>'), undefined, 'utf-8', '<p>café</p>'],
    ['a byte order mark', utf8('\ufeffcafé'), 'text/html; charset=iso-8859-1', 'utf-8', 'café'],
    ['UTF-16 with mark', latin1('\xff\xfea\0b\0'), undefined, 'utf-16le', 'ab'],
    ['UTF-16 without mark', latin1('<\0p\0>\0a\0b\0c\0'), undefined, 'utf-16le', '<p>abc'],
    ['the header', cyrillic, 'text/html; charset="windows-1251"', 'windows-1251', '<p>Привет, мир</p>'],
    [
      'a meta',
      latin1(`<meta charset=windows-1251>${latin1Text(cyrillic)}`),
      undefined,
      'windows-1251',
      '<meta charset=windows-1251><p>Привет, мир</p>',
    ],
    [
      'an XML declaration',
      latin1('<?xml version="1.0" encoding="windows-1252"?>\x93a\x94'),
      undefined,
      'windows-1252',
      '<?xml version="1.0" encoding="windows-1252"?>“a”',
    ],
    ['a header that lies', utf8('café’s'), 'text/html; charset=iso-8859-1', 'utf-8', 'café’s'],
    ['a label nobody knows', utf8('café'), 'text/html; charset=utf-9', 'utf-8', 'café'],
    [
      'nothing but bytes',
      latin1('na\xefve caf\xe9 d\xe9j\xe0 vu \x93oui\x94'),
      'text/html; charset=utf-8',
      'windows-1252',
      'naïve café déjà vu “oui”',
    ],
  ]
  test.each(cases)('%s', (_, bytes, contentType, charset, text) => {
    expect(decode(bytes, {contentType})).toMatchObject({charset, text})
  })

  test('broken places of a UTF-8 text are named', () => {
    const bytes = Uint8Array.from([...utf8('é'.repeat(20)), 0xc3, ...utf8(' end')])
    const {text, notes} = decode(bytes, {contentType: 'text/html; charset=utf-8'})
    expect(text).toBe(`${'é'.repeat(20)}\ufffd end`)
    expect(notes).toMatchObject([{code: 'charset-fallback', ranges: [{start: 20, end: 21}]}])
  })
})

function latin1Text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

describe('no text', () => {
  const cases: [name: string, bytes: Uint8Array, code: string, message: RegExp][] = [
    ['no bytes', new Uint8Array(), 'empty', /no bytes/],
    ['white space', utf8(' \n\t '), 'empty', /white space/],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj'), 'binary', /PDF/],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0'), 'binary', /PNG/],
    ['a ZIP', latin1('PK\x03\x04\x14\0'), 'binary', /ZIP/],
    ['gzip', gzipSync('text'), 'binary', /gzip/],
    ['other bytes', Uint8Array.from({length: 300}, (_, index) => (index * 7) % 256), 'binary', /binary data/],
  ]
  test.each(cases)('%s', (_, bytes, code, message) => {
    const error = failure(() => decode(bytes, {name: 'a.html'}))
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({code, message: expect.stringMatching(message)})
    expect(error).toMatchObject({message: expect.stringMatching(/^a\.html/)})
  })
})

function failure(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('Expected a failure')
}

test('any bytes decode, or fail with a typed reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
      try {
        const {text, charset} = decode(bytes)
        expect(text).toBe(new TextDecoder(charset).decode(bytes))
      } catch (error) {
        expect(error).toBeInstanceOf(InputError)
      }
    }),
  )
})
