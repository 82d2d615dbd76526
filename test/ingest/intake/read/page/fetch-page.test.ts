/** No test here opens a socket: names are resolved by a table, and the connector that stands in only notes what it is asked for. */
import {Duplex} from 'node:stream'
import type {buildConnector} from 'undici'
import {describe, expect, it} from 'vitest'
import {fetchPage} from '../../../../../ingest/intake/read/page/fetch-page.ts'
import {isPublicAddress} from '../../../../../ingest/intake/read/page/public-address.ts'
import type {InputError} from '../../../../../ingest/parse/errors.ts'

describe('public addresses', () => {
  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:93.184.215.14'])(
    '%s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
  it.each([
    ...[
      '127.0.0.1',
      '127.9.9.9',
      '0.0.0.0',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '100.64.0.1',
    ],
    ...[
      '169.254.169.254',
      '169.254.170.2',
      '192.0.0.192',
      '192.0.2.1',
      '198.18.0.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd00:ec2::254',
      'ff02::1',
      '2001:db8::1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
    ],
    ...['::ffff:127.0.0.1', '::ffff:169.254.169.254', '::ffff:10.0.0.1', '', 'localhost', 'example.com'],
  ])('not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

/** Answers by host and path; notes each connection that it is asked for. */
function web(answers: Record<string, string>) {
  const asked: {hostname: string; servername: string | undefined}[] = []
  const connect: buildConnector.connector = ({hostname, servername}, callback) => {
    asked.push({hostname, servername})
    callback(null, new Conversation(answers) as unknown as Parameters<typeof callback>[1] & object)
  }
  return {asked, connect}
}

/** A stream that answers an HTTP/1.1 request, in place of a socket. */
class Conversation extends Duplex {
  readonly answers: Record<string, string>
  constructor(answers: Record<string, string>) {
    super()
    this.answers = answers
  }
  override _read(): void {
    // Answers are pushed when something was asked.
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    const [, path = ''] = /^GET (\S+)/.exec(chunk.toString()) ?? []
    const host = /^host: (\S+)/im.exec(chunk.toString())?.[1] ?? ''
    this.push(this.answers[`${host}${path}`] ?? 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')
    done()
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

const page = (body: string) =>
  `HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const onward = (location: string) =>
  `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`
const names: Record<string, string[]> = {
  'news.example': ['93.184.215.14'],
  'both.example': ['93.184.215.14', '10.0.0.1'],
  'inside.example': ['169.254.169.254'],
}
const resolve = async (name: string): Promise<string[]> => names[name] ?? []

async function fetchFrom(address: string, answers: Record<string, string>, maxBytes = 1000) {
  const {asked, connect} = web(answers)
  const outcome = await fetchPage(address, {resolve, connect, maxBytes, timeoutMs: 5000}).catch(
    (error: InputError) => error,
  )
  return {asked, outcome}
}

describe('a page', () => {
  it('is fetched from the address that was judged, under its own name', async () => {
    const {asked, outcome} = await fetchFrom('http://news.example/rain', {
      'news.example/rain': page('<p>Rain</p>'),
    })
    expect(asked).toEqual([{hostname: '93.184.215.14', servername: 'news.example'}])
    expect(outcome).toMatchObject({url: 'http://news.example/rain', contentType: 'text/html; charset=utf-8'})
    expect(Buffer.from((outcome as {bytes: Uint8Array}).bytes).toString()).toBe('<p>Rain</p>')
  })
  it('is followed to where it has gone', async () => {
    const {outcome} = await fetchFrom('http://news.example/a', {
      'news.example/a': onward('/b'),
      'news.example/b': page('<p>B</p>'),
    })
    expect(outcome).toMatchObject({url: 'http://news.example/b'})
  })

  it.each<[string, string, Record<string, string>, RegExp]>([
    [
      'a name for inside',
      'http://inside.example/',
      {},
      /inside\.example is 169\.254\.169\.254, which is not a public address/,
    ],
    ['a name for inside and outside', 'http://both.example/', {}, /10\.0\.0\.1/],
    ['an address', 'http://127.0.0.1:3333/', {}, /not a public address/],
    ['an address in disguise', 'http://0x7f.1/', {}, /not a public address/],
    ['an IPv6 address', 'http://[::1]/', {}, /not a public address/],
    ['an IPv4 address in IPv6', 'http://[::ffff:169.254.169.254]/', {}, /not a public address/],
    ['a name without address', 'http://nowhere.example/', {}, /no address/],
    ['another protocol', 'file:///etc/passwd', {}, /not an http\(s\) address/],
    ['a password', 'http://a:b@news.example/', {}, /password/],
    ['an error', 'http://news.example/none', {}, /responded with 404/],
  ])('not: %s', async (_, address, answers, message) => {
    const {asked, outcome} = await fetchFrom(address, answers)
    expect(outcome).toMatchObject({name: 'InputError', message: expect.stringMatching(message)})
    expect(asked.every(({hostname}) => isPublicAddress(hostname))).toBe(true)
  })
  it.each(['http://127.0.0.1/', 'http://inside.example/', 'file:///etc/passwd', 'http://[fe80::1]/'])(
    'does not lead to %s',
    async (location) => {
      const {asked, outcome} = await fetchFrom('http://news.example/a', {'news.example/a': onward(location)})
      expect(outcome).toMatchObject({name: 'InputError'})
      expect(asked).toEqual([{hostname: '93.184.215.14', servername: 'news.example'}])
    },
  )
  it('does not lead on for ever', async () => {
    const {outcome} = await fetchFrom('http://news.example/a', {'news.example/a': onward('/a')})
    expect(outcome).toMatchObject({message: expect.stringContaining('more than 5 times')})
  })
  it('is not too long', async () => {
    const {outcome} = await fetchFrom('http://news.example/a', {'news.example/a': page('x'.repeat(2000))})
    expect(outcome).toMatchObject({code: 'too-large'})
  })
})
