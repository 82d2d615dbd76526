import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {loopbackOrigins} from '../../lake/guard/index.ts'
import {json, startLake, type TestLake} from './http-support.ts'

const V = '/v2025-02-19'
let lake: TestLake

beforeAll(async () => {
  lake = await startLake({readOrigins: ['http://localhost:5173']})
  const transaction = lake.editor.transaction()
  for (const _id of ['a', 'drafts.a', 'versions.r1.a', 'private.a', 'b'])
    transaction.create({_id, _type: 'thing', of: _id})
  transaction.create({_id: 'from', _type: 'other', to: {_type: 'reference', _ref: 'b'}})
  await transaction.commit()
})
afterAll(() => lake.close())

describe('errors', () => {
  test.each<[string, string, RequestInit & {as?: 'editor' | 'viewer'}, number, RegExp]>([
    ['an unknown path', `${V}/nothing/here`, {}, 404, /no GET .*nothing\/here/],
    ['a method that is not there', `${V}/data/mutate/production`, {as: 'editor'}, 404, /no GET/],
    ['a dataset name that cannot be', `${V}/data/query/..%2f..%2fetc?query=*`, {}, 404, /Dataset "/],
    [
      'a body that is not JSON',
      `${V}/data/mutate/production`,
      {...json({}), body: '{', as: 'editor'},
      400,
      /to be JSON/,
    ],
    ['a body that is no object', `${V}/data/mutate/production`, {...json([]), as: 'editor'}, 400, /an array/],
    [
      'mutations that are no list',
      `${V}/data/mutate/production`,
      {...json({mutations: {}}), as: 'editor'},
      400,
      /`mutations`/,
    ],
    [
      'actions that are no list',
      `${V}/data/actions/production`,
      {...json({}), as: 'editor'},
      400,
      /`actions`/,
    ],
    [
      'a transaction id that cannot be',
      `${V}/data/mutate/production`,
      {...json({mutations: [], transactionId: 'a b'}), as: 'editor'},
      400,
      /transactionId/,
    ],
    ['a parameter that is not JSON', `${V}/data/query/production?query=*&$id=abc`, {}, 400, /\$id/],
    ['a query that is no text', `${V}/data/query/production`, json({query: 1}), 400, /`query`/],
    [
      'a history without a point in time',
      `${V}/data/history/production/documents/a`,
      {as: 'viewer'},
      400,
      /revision/,
    ],
    [
      'a time that is none',
      `${V}/data/history/production/documents/a?time=noon`,
      {as: 'viewer'},
      400,
      /ISO 8601/,
    ],
    [
      'a limit that is none',
      `${V}/data/history/production/transactions/a?limit=-1`,
      {as: 'viewer'},
      400,
      /above 0/,
    ],
    ['history without a token', `${V}/data/history/production/transactions/a`, {}, 401, /token/],
    ['references without a token', `${V}/data/references/production/documents/b/to`, {}, 401, /token/],
    ['projects without a token', `${V}/projects/local`, {}, 401, /token/],
    ['users without a token', `${V}/users/local-editor`, {}, 401, /token/],
    [
      'actions of a viewer',
      `${V}/data/actions/production`,
      {...json({actions: []}), as: 'viewer'},
      403,
      /viewer may read/,
    ],
    [
      'an upload of a viewer',
      `${V}/assets/files/production`,
      {method: 'POST', body: 'x', as: 'viewer'},
      403,
      /viewer may read/,
    ],
  ])('%s', async (_name, path, init, status, message) => {
    const answer = await lake.read(path, init)
    expect(answer).toMatchObject({
      status,
      body: {statusCode: status, error: expect.any(String), message: expect.stringMatching(message)},
    })
  })

  test('a key that would reach beyond the document is refused', async () => {
    const body = '{"mutations":[{"create":{"_type":"thing","__proto__":{"polluted":true}}}]}'
    const answer = await lake.read(`${V}/data/mutate/production`, {...json({}), body, as: 'editor'})
    expect(answer.status).toBe(400)
    expect({}).not.toHaveProperty('polluted')
  })

  test('a body beyond 4 MB is refused, whether it says its size or not', async () => {
    const big = JSON.stringify({mutations: [{create: {_type: 'thing', text: 'x'.repeat(4_000_000)}}]})
    const announced = await lake.ask(`${V}/data/mutate/production`, {...json({}), body: big, as: 'editor'})
    expect(announced.status).toBe(413)
    const streamed = await lake.ask(`${V}/data/mutate/production`, {
      method: 'POST',
      body: new Blob([big]).stream(),
      duplex: 'half',
      as: 'editor',
    } as RequestInit)
    expect(streamed.status).toBe(413)
  })

  test('a path outside the API is left to whoever serves it', async () => {
    for (const path of ['/', '/v1x/ping', '/version/ping', '/articles/a']) {
      const answer = await lake.ask(path)
      expect([answer.status, await answer.text()]).toEqual([404, '404 Not Found'])
    }
  })
})

describe('documents', () => {
  test('by id: what is there, what is not, what may not be seen', async () => {
    expect((await lake.read(`${V}/data/doc/production/a,missing,drafts.a`)).body).toMatchObject({
      documents: [{_id: 'a', of: 'a'}],
      omitted: [
        {id: 'missing', reason: 'existence'},
        {id: 'drafts.a', reason: 'permission'},
      ],
    })
  })

  test('without content, and with all versions', async () => {
    const {body} = await lake.read(`${V}/data/doc/production/a?excludeContent=true&includeAllVersions=true`, {
      as: 'viewer',
    })
    const {documents} = body as {documents: {_id: string}[]}
    expect(documents.map(({_id}) => _id).sort()).toEqual(['a', 'drafts.a', 'versions.r1.a'])
    expect(documents[0]).not.toHaveProperty('of')
  })

  test('an export is a line for each document the caller may read', async () => {
    const ids = async (init: {as?: 'viewer'}, query = '') => {
      const text = await (await lake.ask(`${V}/data/export/production${query}`, init)).text()
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as {_id: string})._id)
    }
    expect(await ids({})).toEqual(['a', 'b', 'from'])
    expect(await ids({as: 'viewer'})).toEqual(['a', 'b', 'drafts.a', 'from', 'private.a', 'versions.r1.a'])
    expect(await ids({}, '?types=other')).toEqual(['from'])
  })

  test('who refers to a document', async () => {
    const path = `${V}/data/references/production/documents/b/to`
    expect((await lake.read(path, {as: 'viewer'})).body).toMatchObject({
      totalCount: 1,
      references: [{documentId: 'from', documentType: 'other', paths: expect.any(Array)}],
    })
    expect((await lake.read(`${path}?excludeInternalReferences=true`, {as: 'viewer'})).body).toEqual({
      totalCount: 0,
      references: [],
    })
  })

  test('a query answers with itself unless asked not to, and with the tags that live events name', async () => {
    const query = encodeURIComponent('count(*)')
    expect((await lake.read(`${V}/data/query/production?query=${query}`)).body).toEqual({
      query: 'count(*)',
      result: 3,
      syncTags: ['s1:production'],
      ms: expect.any(Number),
    })
    expect(
      (await lake.read(`${V}/data/query/production?query=${query}&returnQuery=false`)).body,
    ).not.toHaveProperty('query')
  })
})

describe('the Studio', () => {
  /** As the Studio's page asks: same-origin, no token. */
  const studio = {'sec-fetch-site': 'same-origin'}
  const me = (headers: Record<string, string>) =>
    rawGet('/v2025-02-19/users/me', {host: `localhost:${lake.port}`, ...headers})

  test('is the local editor on loopback, so nobody logs in', async () => {
    expect(JSON.parse((await me(studio)).body)).toMatchObject({
      id: 'local-editor',
      name: expect.any(String),
      role: 'administrator',
      roles: [{name: 'administrator'}],
    })
    expect(JSON.parse((await me({origin: `http://localhost:${lake.port}`})).body)).toMatchObject({
      id: 'local-editor',
    })
  })

  test('anyone else is nobody', async () => {
    expect(JSON.parse((await me({})).body)).toEqual({})
    expect(JSON.parse((await me({'sec-fetch-site': 'cross-site'})).body)).toEqual({})
    expect((await me({...studio, host: 'rebound.example'})).status).toBe(403)
    expect((await me({origin: 'https://evil.example'})).status).toBe(403)
  })

  test('reads the project, its datasets and its rights', async () => {
    const of = async (path: string, as: 'editor' | 'viewer' = 'editor') =>
      (await lake.read(`/v2021-06-07${path}`, {as})).body
    expect(await of('/projects/local')).toMatchObject({id: 'local', members: [{id: 'token-editor'}]})
    expect(await of('/projects/local/datasets')).toMatchObject([{name: 'production'}])
    expect(await of('/projects/local/datasets?datasetProfile=comments')).toEqual([])
    expect(await of('/projects/local/datasets/production/acl')).toMatchObject([
      {permissions: expect.arrayContaining(['update'])},
    ])
    expect(await of('/projects/local/datasets/production/acl', 'viewer')).toMatchObject([
      {permissions: ['read', 'history']},
    ])
    expect(await of('/projects/local/grants')).toHaveProperty(['sanity.document.filter'])
    expect(await of('/users/local-editor')).toMatchObject({id: 'local-editor', displayName: 'Local editor'})
    // Whom an editor names is taken at their word.
    expect(await of('/users/local-editor,token-viewer,ada,__proto__')).toMatchObject([
      {id: 'local-editor'},
      {id: 'token-viewer'},
      {id: 'ada', displayName: 'ada'},
    ])
    expect(await of('/users/__proto__')).toMatchObject({statusCode: 404})
  })

  test('keeps its preferences, also over a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lake-'))
    const first = await startLake({dataDir})
    const pairs = [{key: 'sort', value: {by: 'title'}}]
    const put = {...json(pairs), method: 'PUT', as: 'editor'} as const
    expect((await first.read('/vX/users/me/keyvalue', put)).body).toEqual(pairs)
    await first.close()
    const second = await startLake({dataDir})
    expect((await second.read('/vX/users/me/keyvalue/sort,other', {as: 'editor'})).body).toEqual(pairs)
    expect((await second.read('/vX/users/me/keyvalue/sort', {as: 'viewer'})).body).toEqual([])
    await second.close()
    writeFileSync(join(dataDir, 'user-settings.json'), '{')
    await expect(startLake({dataDir})).rejects.toThrow(/user-settings\.json/)
    rmSync(dataDir, {recursive: true})
  })

  test('gets soft answers about services a lake has not', async () => {
    expect((await lake.read('/vX/schedules/local/production')).body).toEqual({schedules: []})
    expect((await lake.read('/v1/intake/telemetry-status')).body).toEqual({status: 'denied'})
    expect((await lake.read('/v1/check/cors')).body).toMatchObject({result: {allowed: true}})
    expect(await (await lake.ask('/v1/ping')).text()).toBe('pong')
    expect((await lake.ask('/v1/data/ping/production')).headers.get('x-sanity-shard')).toBe('local')
  })
})

describe('origins', () => {
  test('a site on the list reads what is published, with CORS', async () => {
    const headers = {origin: 'http://localhost:5173'}
    const answer = await lake.ask(`${V}/data/query/production?query=count(*)`, {headers})
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:5173')
    expect(await answer.json()).toMatchObject({result: 3})
    const write = await lake.ask(`${V}/data/mutate/production`, {...json({mutations: []}), headers})
    expect(write.status).toBe(403)
  })

  test('our own page may write from a preflight on', async () => {
    const [origin = ''] = loopbackOrigins(lake.port)
    const preflight = await lake.ask(`${V}/data/mutate/production`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-headers': 'content-type,x-sanity-app',
        'access-control-request-method': 'POST',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type,x-sanity-app')
    const write = await lake.ask(`${V}/data/mutate/production`, {
      ...json({mutations: [{create: {_id: 'own', _type: 'thing'}}]}),
      headers: {origin},
    })
    expect(await write.json()).toMatchObject({results: [{id: 'own', operation: 'create'}]})
    await lake.editor.delete('own')
  })
})

/** A GET whose headers are all ours; fetch does not let Host and Sec-Fetch-Site through. */
function rawGet(path: string, headers: Record<string, string>): Promise<{status: number; body: string}> {
  return new Promise((resolve, reject) => {
    request({host: '127.0.0.1', port: lake.port, path, headers}, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        body += part
      })
      answer.on('end', () => resolve({status: answer.statusCode ?? 0, body}))
    })
      .on('error', reject)
      .end()
  })
}
