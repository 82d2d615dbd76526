import {mkdtempSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {Hono} from 'hono'
import {describe, expect, test} from 'vitest'
import {isLoopbackAddress} from '../../lake/guard/connection.ts'
import {type Caller, decide, type Policy} from '../../lake/guard/decide.ts'
import {isLoopback, parseHost} from '../../lake/guard/host.ts'
import {createGuard, exactOrigin, type GuardEnv, loadTokens, loopbackOrigins} from '../../lake/guard/index.ts'
import {roleOf} from '../../lake/guard/tokens.ts'

const tokens = {editor: 'sk-editor-0123456789', viewer: 'sk-viewer-0123456789'}
const policy: Policy = {
  ownOrigins: new Set(loopbackOrigins(3333)),
  readOrigins: new Set(['http://localhost:5173']),
  hosts: new Set(['desk.example.com']),
  isLocalPeer: isLoopbackAddress,
  tokens,
}
const OWN = 'http://localhost:3333'
const READ = 'http://localhost:5173'
/** A connection from this machine. */
const HERE = {incoming: {socket: {remoteAddress: '127.0.0.1'}}}
const EDITOR = `Bearer ${tokens.editor}`
const VIEWER = `Bearer ${tokens.viewer}`

function call(caller: Partial<Caller>, isPublic = false): string {
  const full: Caller = {
    peer: '127.0.0.1',
    forwarded: false,
    host: 'localhost:3333',
    origin: null,
    secFetchSite: null,
    authorization: null,
    ...caller,
  }
  const decision = decide(full, policy, isPublic)
  if ('refusal' in decision) return `${decision.refusal.status} cors:${decision.cors}`
  const {role, kind} = decision.session
  return `${role} as ${kind} cors:${decision.cors}`
}

const ADMIN = 'administrator as editor'
const ANONYMOUS = 'anonymous as anonymous'

describe('who is calling', () => {
  test.each<[string, Partial<Caller>, string]>([
    ['no headers but Host', {}, `${ANONYMOUS} cors:none`],
    ['own origin', {origin: OWN}, `${ADMIN} cors:own`],
    ['own origin by address', {origin: 'http://127.0.0.1:3333', host: '127.0.0.1:3333'}, `${ADMIN} cors:own`],
    ['own origin by IPv6', {origin: 'http://[::1]:3333', host: '[::1]:3333'}, `${ADMIN} cors:own`],
    [
      'own origin, API at another loopback name',
      {origin: OWN, host: 'local.localhost:3333', secFetchSite: 'cross-site'},
      `${ADMIN} cors:own`,
    ],
    ['same-origin GET without Origin', {secFetchSite: 'same-origin'}, `${ADMIN} cors:none`],
    ['an embedded image on another site', {secFetchSite: 'cross-site'}, `${ANONYMOUS} cors:none`],
    ['another port of this machine, no Origin', {secFetchSite: 'same-site'}, `${ANONYMOUS} cors:none`],
    ['an address typed by the user', {secFetchSite: 'none'}, `${ANONYMOUS} cors:none`],
    ['foreign origin', {origin: 'https://evil.example'}, '403 cors:none'],
    [
      'foreign origin that says same-origin',
      {origin: 'https://evil.example', secFetchSite: 'same-origin'},
      '403 cors:none',
    ],
    ['foreign origin with a token', {origin: 'https://evil.example', authorization: EDITOR}, '403 cors:none'],
    ['Origin null (sandboxed frame, file)', {origin: 'null'}, '403 cors:none'],
    ['Origin null with a token', {origin: 'null', authorization: EDITOR}, '403 cors:none'],
    ['own host, other port as origin', {origin: 'http://localhost:3334'}, '403 cors:none'],
    ['own host, other scheme as origin', {origin: 'https://localhost:3333'}, '403 cors:none'],
    ['origin with ours as a prefix', {origin: 'http://localhost:3333.evil.example'}, '403 cors:none'],
    ['read-only origin', {origin: READ}, `${ANONYMOUS} cors:read`],
    [
      'read-only origin with the viewer token',
      {origin: READ, authorization: VIEWER},
      'viewer as viewer cors:read',
    ],
    [
      'read-only origin with the editor token',
      {origin: READ, authorization: EDITOR},
      'editor as viewer cors:read',
    ],
    ['editor token', {authorization: EDITOR}, 'editor as editor cors:none'],
    ['viewer token', {authorization: VIEWER}, 'viewer as viewer cors:none'],
    ['viewer token from our own page', {origin: OWN, authorization: VIEWER}, 'viewer as viewer cors:own'],
    ['wrong token', {authorization: 'Bearer nope'}, '401 cors:none'],
    ['wrong token from our own page', {origin: OWN, authorization: 'Bearer nope'}, '401 cors:own'],
    ['empty token', {authorization: 'Bearer '}, '401 cors:none'],
    ['another scheme', {authorization: 'Basic YTpi'}, '401 cors:none'],
    ['rebound name', {host: 'evil.example:3333', secFetchSite: 'same-origin'}, '403 cors:none'],
    ['rebound name with our origin', {host: 'evil.example', origin: OWN}, '403 cors:none'],
    ['rebound name with a token', {host: 'evil.example', authorization: EDITOR}, '403 cors:none'],
    ['name that ends like ours', {host: 'localhost.evil.example'}, '403 cors:none'],
    ['name that starts like an address', {host: '127.0.0.1.nip.example'}, '403 cors:none'],
    ['the unspecified address', {host: '0.0.0.0:3333', origin: OWN}, '403 cors:none'],
    ['an address of the local network', {host: '192.168.1.20:3333'}, '403 cors:none'],
    ['no Host', {host: null}, '400 cors:none'],
    ['a Host that is not one', {host: 'localhost@evil.example'}, '400 cors:none'],
    ['listed host without a token', {host: 'desk.example.com'}, '401 cors:none'],
    [
      'listed host, same-origin, no token',
      {host: 'desk.example.com', secFetchSite: 'same-origin'},
      '401 cors:none',
    ],
    ['listed host, own origin, no token', {host: 'desk.example.com', origin: OWN}, '401 cors:own'],
    [
      'listed host with a token',
      {host: 'desk.example.com:8443', authorization: EDITOR},
      'editor as editor cors:none',
    ],
    ['a name under the listed host', {host: 'a.desk.example.com', authorization: EDITOR}, '403 cors:none'],
    ['own origin over IPv6', {peer: '::1', origin: OWN}, `${ADMIN} cors:own`],
    [
      'own origin over a socket for both families',
      {peer: '::ffff:127.0.0.1', origin: OWN},
      `${ADMIN} cors:own`,
    ],
    ['own origin from the local network', {peer: '192.168.1.20', origin: OWN}, `${ANONYMOUS} cors:own`],
    ['own origin from an unknown address', {peer: null, origin: OWN}, `${ANONYMOUS} cors:own`],
    ['own origin through a proxy', {forwarded: true, origin: OWN}, `${ANONYMOUS} cors:own`],
    [
      'a same-origin GET from the local network',
      {peer: '::ffff:10.0.0.7', secFetchSite: 'same-origin'},
      `${ANONYMOUS} cors:none`,
    ],
    [
      'a token from the local network',
      {peer: '10.0.0.7', authorization: EDITOR},
      'editor as editor cors:none',
    ],
    [
      'a token through a proxy',
      {forwarded: true, host: 'desk.example.com', authorization: EDITOR},
      'editor as editor cors:none',
    ],
  ])('%s', (_name, caller, expected) => {
    expect(call(caller)).toBe(expected)
  })

  test('an asset may be embedded by any page, and that gives no other right', () => {
    expect(call({origin: 'https://site.example'}, true)).toBe(`${ANONYMOUS} cors:any`)
    expect(call({origin: 'https://site.example', authorization: EDITOR}, true)).toBe(
      'editor as viewer cors:any',
    )
    expect(call({origin: 'https://site.example', host: 'evil.example'}, true)).toBe('403 cors:none')
  })

  test('without a listed origin or a token nothing is ever private or written, whatever the headers', () => {
    const header = fc.option(
      fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('null', 'http://localhost', 'localhost')),
    )
    fc.assert(
      fc.property(
        header,
        header,
        header,
        fc.constantFrom(null, 'none', 'cross-site', 'same-site'),
        (host, origin, auth, site) => {
          const decision = decide(
            {peer: '127.0.0.1', forwarded: false, host, origin, authorization: auth, secFetchSite: site},
            policy,
          )
          expect('refusal' in decision || decision.session.kind === 'anonymous').toBe(true)
        },
      ),
    )
  })
})

test('from elsewhere, or through a proxy, only a token gives a right, whatever the headers', () => {
  const header = fc.option(fc.oneof(fc.string(), fc.constantFrom(OWN, READ, 'localhost:3333', '127.0.0.1')))
  const elsewhere = fc.record({
    peer: fc.option(
      fc.oneof(
        fc.ipV4().filter((address) => !address.startsWith('127.')),
        fc.constant('::2'),
      ),
    ),
    forwarded: fc.boolean(),
  })
  const proxied = fc.record({peer: fc.constant('127.0.0.1'), forwarded: fc.constant(true)})
  fc.assert(
    fc.property(fc.oneof(elsewhere, proxied), header, header, header, (from, host, origin, secFetchSite) => {
      const decision = decide({...from, host, origin, secFetchSite, authorization: null}, policy)
      expect('refusal' in decision || decision.session.kind === 'anonymous').toBe(true)
    }),
  )
})

test.each(['forwarded', 'via', 'x-forwarded-for', 'X-Forwarded-Proto', 'x-real-ip', 'cf-connecting-ip'])(
  'the header %s is one of a proxy',
  (name) => {
    const {accessOf} = createGuard({ownOrigins: [OWN], tokens})
    const request = (headers: Record<string, string>) =>
      new Request(OWN, {headers: {host: 'localhost:3333', origin: OWN, ...headers}})
    expect(accessOf(request({}), HERE)).toMatchObject({role: 'administrator'})
    expect(accessOf(request({[name]: 'for=192.0.2.43'}), HERE)).toMatchObject({role: 'anonymous'})
    expect(accessOf(request({}), undefined)).toMatchObject({role: 'anonymous'})
  },
)

describe('hosts', () => {
  test.each([
    ['localhost', true],
    ['LOCALHOST.', true],
    ['sse-3.localhost', true],
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['[::1]', true],
    ['[::ffff:127.0.0.1]', true],
    ['[::2]', false],
    ['[fe80::1]', false],
    ['0.0.0.0', false],
    ['169.254.169.254', false],
    ['localhost.example', false],
    ['notlocalhost', false],
    ['2130706433', false],
    ['0x7f.1', false],
  ])('%s is loopback: %s', (header, expected) => {
    expect(isLoopback(parseHost(header)?.name ?? '')).toBe(expected)
  })

  test.each([
    '',
    'a b',
    'localhost:',
    'localhost:99999',
    '[::1',
    '::1',
    '[zz]',
    'a/b',
    'a@b',
    'a,b',
    '.',
    '-a',
  ])('%j is no Host header', (header) => {
    expect(parseHost(header)).toBeUndefined()
  })
})

describe('settings', () => {
  test.each([
    '*',
    'null',
    'http://*.example.com',
    'localhost:3000',
    'http://a/b',
    'http://u@a',
    '',
    'file:///a',
  ])('origin %j is refused at the start', (origin) => {
    expect(() => createGuard({ownOrigins: [origin], tokens})).toThrow(/Expected an origin/)
  })

  test('an origin is put into the form browsers send', () => {
    expect(exactOrigin('HTTP://LocalHost:80/')).toBe('http://localhost')
  })

  test.each(['*.example.com', 'desk.example.com:8443', 'http://desk.example.com', 'fd00::1', ''])(
    'host %j is refused at the start',
    (name) => {
      expect(() => createGuard({ownOrigins: [], hosts: [name], tokens})).toThrow(/Expected a host name/)
    },
  )

  test('a listed host is met in any case, on any port', () => {
    const {accessOf} = createGuard({ownOrigins: [], hosts: ['Desk.Example.com'], tokens})
    const request = new Request('http://x/', {
      headers: {host: 'desk.example.COM:8443', authorization: EDITOR},
    })
    expect(accessOf(request, HERE)).toMatchObject({role: 'editor'})
  })
})

describe('tokens', () => {
  test('are made once, differ, and only their owner may read them', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'tokens-')), 'data')
    const first = loadTokens(folder)
    expect(loadTokens(folder)).toEqual(first)
    expect(first.editor).not.toBe(first.viewer)
    expect(statSync(join(folder, 'tokens.json')).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8'))).toEqual(first)
    expect(roleOf(first, first.viewer)).toBe('viewer')
    expect(roleOf(first, `${first.viewer}x`)).toBeUndefined()
  })

  test.each([
    '',
    '{}',
    '[]',
    '{"editor":"short","viewer":"short"}',
    '{"editor":"0123456789abcdef","viewer":"0123456789abcdef"}',
  ])('a file of %j is an error that names it, and stays as it is', (text) => {
    const folder = mkdtempSync(join(tmpdir(), 'tokens-'))
    writeFileSync(join(folder, 'tokens.json'), text)
    expect(() => loadTokens(folder)).toThrow(/tokens\.json/)
    expect(readFileSync(join(folder, 'tokens.json'), 'utf8')).toBe(text)
  })
})

describe('middleware', () => {
  const guard = createGuard({ownOrigins: () => [OWN], readOrigins: [READ], tokens})
  const app = new Hono<GuardEnv>()
    .use(guard.middleware)
    .get('/me', (c) => c.json({role: c.get('session').role}))
  const ask = (headers: Record<string, string>, method = 'GET') =>
    app.request('http://localhost:3333/me', {method, headers: {host: 'localhost:3333', ...headers}}, HERE)

  test('echoes an allowed origin and tells caches so', async () => {
    const answer = await ask({origin: OWN})
    expect(await answer.json()).toEqual({role: 'administrator'})
    expect(answer.headers.get('access-control-allow-origin')).toBe(OWN)
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
    expect(answer.headers.get('vary')).toMatch(/Origin/)
  })

  test('refuses in the shape of Sanity, without CORS headers, and says what to do', async () => {
    const answer = await ask({origin: 'https://evil.example'})
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(await answer.json()).toMatchObject({
      statusCode: 403,
      error: 'Forbidden',
      message: expect.stringContaining('is not listed'),
    })
  })

  test('a session that is not known', async () => {
    const answer = await ask({authorization: 'Bearer nope'})
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      statusCode: 401,
      error: 'Unauthorized',
      message: 'Session not found',
      errorCode: 'SIO-401-ANF',
    })
  })

  test('answers a preflight of our own page with the headers it asked for', async () => {
    const answer = await ask(
      {origin: OWN, 'access-control-request-headers': 'x-sanity-app, authorization'},
      'OPTIONS',
    )
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-headers')).toBe('x-sanity-app, authorization')
    expect(answer.headers.get('access-control-allow-methods')).toContain('DELETE')
  })

  test('a preflight of a site offers reading only, one of a stranger nothing', async () => {
    expect((await ask({origin: READ}, 'OPTIONS')).headers.get('access-control-allow-methods')).toBe(
      'GET, HEAD, POST',
    )
    const stranger = await ask({origin: 'https://evil.example'}, 'OPTIONS')
    expect(stranger.status).toBe(403)
    expect(stranger.headers.get('access-control-allow-methods')).toBeNull()
  })

  test('a websocket is for our own pages and for holders of a token', () => {
    const of = (caller: Partial<Caller>) =>
      guard.accessOfUpgrade({
        peer: '127.0.0.1',
        forwarded: false,
        host: 'localhost:3333',
        origin: null,
        secFetchSite: null,
        authorization: null,
        ...caller,
      })
    expect(of({origin: OWN})).toMatchObject({role: 'administrator'})
    expect(of({authorization: EDITOR})).toMatchObject({role: 'editor'})
    expect(of({origin: READ})).toMatchObject({status: 403})
    expect(of({origin: 'https://evil.example'})).toMatchObject({status: 403})
  })
})
