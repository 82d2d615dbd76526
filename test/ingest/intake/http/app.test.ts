import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createIngestApp, type IngestAppOptions} from '../../../../ingest/intake/http/app.ts'
import type {Ledger} from '../../../../ingest/intake/queue/ledger.ts'
import {openLedger} from '../../../../ingest/intake/queue/open-ledger.ts'
import {InputError} from '../../../../ingest/parse/errors.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'

let directory: string
let ledger: Ledger
let woken: number

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-http-'))
  ledger = await openLedger({directory})
  woken = 0
})
afterEach(async () => {
  ledger.close()
  await rm(directory, {recursive: true})
})

function app(options: Partial<IngestAppOptions> = {}) {
  return createIngestApp({
    ledger,
    onAccept: () => {
      woken += 1
    },
    authorize: () => true,
    reparse: () => Promise.reject(new InputError('not-found', 'No source has the id or domain x')),
    parse: async (scrape) => parseScrape(scrape),
    maxBytes: 1000,
    maxQueued: 3,
    ...options,
  })
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  app().request('/ingest', {method: 'POST', body, headers})

/** What the ledger keeps of the answer's input. */
async function kept(response: Response) {
  const {id} = (await response.json()) as {id: string}
  const entry = ledger.get(id)
  if (!entry) throw new Error(`Nothing kept under ${id}`)
  const {bytes, ...rest} = await ledger.scrape(entry)
  return {text: Buffer.from(bytes).toString(), ...rest}
}

describe('POST /ingest', () => {
  it('accepts raw bytes with what the headers tell', async () => {
    const response = await post('<p>Hello', {
      'content-type': 'text/html; charset=koi8-r',
      'x-source-url': 'https://example.com/a',
      'x-fetched-at': '2026-01-01T00:00:00Z',
    })
    expect(response.status).toBe(202)
    expect(response.headers.get('location')).toMatch(/^\/ingest\/[0-9a-f]{64}$/)
    expect(await response.clone().json()).toMatchObject({status: 'queued', url: 'https://example.com/a'})
    expect(await kept(response)).toEqual({
      text: '<p>Hello',
      origin: 'http',
      url: 'https://example.com/a',
      fetchedAt: '2026-01-01T00:00:00Z',
      contentType: 'text/html; charset=koi8-r',
    })
    expect(woken).toBe(1)
  })

  it('accepts JSON with the page in it', async () => {
    const row = {
      bodyBase64: Buffer.from('Hello').toString('base64'),
      url: 'https://example.com/a',
      contentType: 'text/plain',
    }
    const response = await post(JSON.stringify(row), {'content-type': 'application/json; charset=utf-8'})
    expect(response.status).toBe(202)
    expect(await kept(response)).toEqual({
      text: 'Hello',
      origin: 'http',
      url: row.url,
      contentType: 'text/plain',
    })
  })

  it('accepts bytes without a type', async () => {
    expect((await post(new Uint8Array([60, 112, 62]))).status).toBe(202)
  })

  it('answers 200 for bytes that are known, and tells what became of them', async () => {
    await post('one')
    const [entry] = ledger.claim(1)
    ledger.finish(entry?.id ?? '', {outcome: 'created', articleId: 'article-1'})
    const response = await post('one')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({status: 'done', outcome: 'created', articleId: 'article-1'})
    expect(woken).toBe(1)
  })

  const json = {'content-type': 'application/json'}
  it.each<[string, string, Record<string, string>, number, string]>([
    ['an empty body', '', {}, 400, 'empty'],
    ['an empty envelope', '{"body":""}', json, 400, 'empty'],
    ['no JSON', '{"body":', json, 400, 'malformed-row'],
    ['JSON without a body', '{"url":"https://example.com"}', json, 400, 'malformed-row'],
    ['a long body', 'x'.repeat(1001), {}, 413, 'too-large'],
    ['a long body in JSON', JSON.stringify({body: 'x'.repeat(1001)}), json, 413, 'too-large'],
    ['a longer JSON', JSON.stringify({body: 'x'.repeat(3000)}), json, 413, 'too-large'],
    ['an image', 'x', {'content-type': 'image/png'}, 415, 'binary'],
    ['a form', 'a=b', {'content-type': 'application/x-www-form-urlencoded'}, 415, 'binary'],
    ['a compressed body', 'x', {'content-encoding': 'gzip'}, 415, 'binary'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const response = await post(body, headers)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({error: {code, message: expect.any(String)}})
    expect(ledger.counts().queued).toBe(0)
  })

  it('counts the bytes that come, not those that are announced', async () => {
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(400)),
    })
    const request = new Request('http://localhost/ingest', {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect((await app().request(request)).status).toBe(413)
  })

  it('asks to come back when too much waits', async () => {
    for (const text of ['a', 'b', 'c']) expect((await post(text)).status).toBe(202)
    const response = await post('d')
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it.each([
    [Object.assign(new Error('no space left on device'), {code: 'ENOSPC'}), 507],
    [new Error('database or disk is full'), 507],
    [new Error('something else'), 500],
  ])('never says 202 when it could not keep it: %s', async (error, status) => {
    const broken = {...ledger, accept: () => Promise.reject(error)}
    const response = await app({ledger: broken}).request('/ingest', {method: 'POST', body: 'x'})
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({error: {message: expect.stringContaining('Not accepted')}})
  })
})

describe('GET /ingest/<id>', () => {
  it('tells what became of an input', async () => {
    const {id} = (await (await post('one')).json()) as {id: string}
    ledger.claim(1)
    ledger.fail(id, {code: 'no-article', message: 'There is no article in it'})
    const response = await app().request(`/ingest/${id}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      id,
      status: 'failed',
      attempts: 1,
      reason: {code: 'no-article', message: 'There is no article in it'},
    })
  })

  it('knows only what was accepted', async () => {
    expect((await app().request('/ingest/unknown')).status).toBe(404)
  })
})

describe('POST /ingest with a feed', () => {
  const item = (id: string) =>
    `<item><guid>${id}</guid><title>Ferry ${id}</title><link>https://example.com/${id}</link><description>&lt;p&gt;It left at ${id}.&lt;/p&gt;</description></item>`
  const feed = (...ids: string[]) =>
    `<rss version="2.0"><channel><title>Port</title>${ids.map(item).join('')}</channel></rss>`
  const headers = {'content-type': 'application/rss+xml', 'x-source-url': '/feed'}

  it('accepts each article, with its own address, and knows them again', async () => {
    const response = await post(feed('one', 'two'), headers)
    expect(response.status).toBe(202)
    const {entries} = (await response.json()) as {entries: {id: string; name: string; url: string}[]}
    expect(entries.map(({name, url}) => [name, url])).toEqual([
      ['one', 'https://example.com/one'],
      ['two', 'https://example.com/two'],
    ])
    expect(woken).toBe(2)
    for (const {id, name} of entries) {
      const entry = ledger.get(id)
      const {bytes, ...rest} = await ledger.scrape(entry ?? expect.fail(`${id} is not kept`))
      expect(Buffer.from(bytes).toString()).toBe(feed(name))
      expect(rest).toMatchObject({origin: `http#${name}`, unread: ['`url`: "/feed"']})
    }
    const again = await post(feed('one', 'two'), headers)
    expect(again.status).toBe(200)
    const later = await post(feed('two', 'three'), headers)
    expect(later.status).toBe(202)
    expect(ledger.counts().queued).toBe(3)
  })

  it('accepts a JSON Feed', async () => {
    const items = ['one', 'two'].map((id) => ({
      id,
      url: `https://example.com/${id}`,
      content_html: `<p>It left at ${id}.</p>`,
    }))
    const response = await post(
      JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Port', items}),
      {
        'content-type': 'application/feed+json',
      },
    )
    expect(response.status).toBe(202)
    expect(await response.json()).toMatchObject({entries: [{name: 'one'}, {name: 'two'}]})
  })

  it('accepts a feed with one article as that article', async () => {
    const response = await post(feed('one'), headers)
    expect(await response.json()).toMatchObject({id: expect.any(String), status: 'queued'})
  })
})

it.each([
  ['POST', '/ingest'],
  ['GET', '/ingest/x'],
])('asks who is calling before anything else: %s %s', async (method, path) => {
  const refusing = app({authorize: () => ({status: 401, message: 'A token is required'})})
  const response = await refusing.request(path, {method, ...(method === 'POST' && {body: 'x'})})
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({error: {code: 'unauthorized', message: 'A token is required'}})
  expect(ledger.counts().queued).toBe(0)
})

describe('POST /ingest/parse', () => {
  const ask = (body: unknown) => app().request('/ingest/parse', {method: 'POST', body: JSON.stringify(body)})

  it('gives blocks of a piece of HTML, repaired, and keeps nothing', async () => {
    const response = await ask({
      html: '<h2>Rain</h2><p>It rained &amp;amp; rained, in the hills and on the coast.</p>',
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      body: [
        {_type: 'block', style: 'h2', children: [{text: 'Rain'}]},
        {
          _type: 'block',
          style: 'normal',
          children: [{text: 'It rained & rained, in the hills and on the coast.'}],
        },
      ],
      findings: expect.any(Array),
    })
    expect(ledger.counts().queued).toBe(0)
  })

  it.each([[{}], [{html: ''}], [{html: 1}]])('%j is refused', async (body) => {
    const response = await ask(body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({error: {code: 'malformed-row'}})
  })
})

describe('POST /ingest/reparse', () => {
  const ask = (body: unknown, options: Partial<IngestAppOptions> = {}) =>
    app(options).request('/ingest/reparse', {method: 'POST', body: JSON.stringify(body)})

  it('asks for a source, and gives what became of its articles', async () => {
    const asked: unknown[] = []
    const answer = {
      source: 'source-x',
      dryRun: true,
      counts: {changed: 0, unchanged: 0, kept: 0, failed: 0},
      articles: [],
    }
    const response = await ask(
      {source: 'x', dryRun: true, profile: {keep: ['.a']}},
      {
        reparse: async (request) => {
          asked.push(request)
          return answer
        },
      },
    )
    expect([response.status, await response.json()]).toEqual([200, answer])
    expect(asked).toMatchObject([{source: 'x', dryRun: true, profile: {keep: ['.a'], remove: []}}])
  })

  it.each<[string, unknown, number, string]>([
    ['no source', {}, 400, 'malformed-row'],
    ['a source and articles', {source: 'x', articles: ['a']}, 400, 'malformed-row'],
    ['no articles', {articles: []}, 400, 'malformed-row'],
    ['articles that are no ids', {articles: [1]}, 400, 'malformed-row'],
    ['a profile for articles', {articles: ['a'], dryRun: true, profile: {keep: []}}, 400, 'malformed-row'],
    ['a source that nobody knows', {source: 'x'}, 404, 'not-found'],
    ['a profile that is to be used', {source: 'x', profile: {keep: []}}, 400, 'malformed-row'],
    ['a selector that is none', {source: 'x', dryRun: true, profile: {keep: ['a[']}}, 400, 'bad-profile'],
  ])('%s', async (_, body, status, code) => {
    const response = await ask(body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({error: {code}})
  })

  it('lets in those only who may feed', async () => {
    const response = await ask({source: 'x'}, {authorize: () => ({status: 401, message: 'no'})})
    expect(response.status).toBe(401)
  })
})
