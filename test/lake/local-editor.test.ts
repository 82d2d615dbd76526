/** Who counts as the editor at this machine, over real connections from two of its addresses. */
import {request} from 'node:http'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {startLake, type TestLake} from './http-support.ts'

/** A loopback address that the lake under test counts as another machine's. */
const ELSEWHERE = '127.0.0.5'
const HERE = '127.0.0.1'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake({isLocalPeer: (address) => !address.endsWith(ELSEWHERE)})
})
afterAll(() => lake.close())

/** The headers that our own page sends, which anybody can write. */
const own = () => ({host: `localhost:${lake.port}`, origin: `http://localhost:${lake.port}`})

interface Answer {
  status: number
  text: string
}

function send(from: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: HERE,
        localAddress: from,
        port: lake.port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: {'content-type': 'application/json', ...headers},
      },
      (answer) => {
        let text = ''
        answer.on('data', (part: Buffer) => {
          text += part
        })
        answer.on('end', () => resolve({status: answer.statusCode ?? 0, text}))
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

const write = (from: string, headers: Record<string, string>, id: string) =>
  send(from, '/v2025-02-19/data/mutate/production', headers, {
    mutations: [{createOrReplace: {_id: id, _type: 'note', text: id}}],
  })

describe('a write', () => {
  test('from this machine needs no token', async () => {
    expect((await write(HERE, own(), 'local')).status).toBe(200)
  })

  test('from another address does, with the same headers', async () => {
    expect((await write(ELSEWHERE, own(), 'remote')).status).toBe(403)
    expect(
      (await write(ELSEWHERE, {host: own().host, 'sec-fetch-site': 'same-origin'}, 'remote')).status,
    ).toBe(403)
    const authorization = `Bearer ${lake.lake.tokens.editor}`
    expect((await write(ELSEWHERE, {...own(), authorization}, 'with-token')).status).toBe(200)
  })

  test('that a proxy sent on does', async () => {
    expect((await write(HERE, {...own(), 'x-forwarded-for': '192.0.2.43'}, 'proxied')).status).toBe(403)
    expect((await write(HERE, {...own(), forwarded: 'for=192.0.2.43'}, 'proxied')).status).toBe(403)
  })
})

test('a draft is read by the editor at this machine only', async () => {
  await write(HERE, own(), 'drafts.secret')
  const query = `/v2025-02-19/data/query/production?perspective=raw&query=${encodeURIComponent('*[_id=="drafts.secret"]{_id}')}`
  const resultFrom = async (from: string, headers: Record<string, string>) =>
    JSON.parse((await send(from, query, headers)).text).result
  expect(await resultFrom(HERE, own())).toEqual([{_id: 'drafts.secret'}])
  expect(await resultFrom(ELSEWHERE, own())).toEqual([])
  expect(await resultFrom(HERE, {...own(), via: '1.1 front'})).toEqual([])
})

interface Opened {
  socket: WebSocket
  /** What was received, once there are so many messages or the socket is closed. */
  received: (count: number) => Promise<string[]>
}

function open(path: string, from: string, headers: Record<string, string> = {}): Promise<Opened> {
  const socket = new WebSocket(`ws://${HERE}:${lake.port}${path}`, {
    localAddress: from,
    headers: {...own(), ...headers},
  })
  const messages: string[] = []
  socket.on('message', (data) => messages.push(String(data)))
  const received = (count: number): Promise<string[]> =>
    new Promise((resolve) => {
      const look = () => messages.length >= count && resolve(messages)
      socket.on('message', look)
      socket.on('close', (code: number) => resolve([...messages, `closed ${code}`]))
      look()
    })
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve({socket, received}))
    socket.once('error', reject)
  })
}

const LISTEN = `/v2025-02-19/data/listen/production?query=${encodeURIComponent('*[_type == "note"]')}`

/** What a stream of the mux hears of a draft, and of a published document after it, which everybody may see. */
async function heard(from: string, headers: Record<string, string>, id: string): Promise<string> {
  const {socket, received} = await open('/mux', from, headers)
  socket.send(JSON.stringify({id: 1, open: LISTEN}))
  await received(2)
  await write(HERE, own(), `drafts.${id}`)
  await write(HERE, own(), `published-${id}`)
  let messages: string[] = []
  for (let count = 3; !messages.join().includes(`published-${id}`); count++) messages = await received(count)
  socket.terminate()
  return messages.join()
}

describe('a socket', () => {
  test('of the mux has the rights of its connection', async () => {
    expect(await heard(HERE, {}, 'one')).toContain('drafts.one')
    expect(await heard(ELSEWHERE, {}, 'two')).not.toContain('drafts.two')
    expect(await heard(HERE, {'x-forwarded-for': '192.0.2.43'}, 'three')).not.toContain('drafts.three')
  })

  test('of presence is for editors at this machine', async () => {
    const path = '/v2022-06-30/socket/production'
    const here = await open(path, HERE)
    here.socket.send(
      JSON.stringify({jsonrpc: '2.0', id: 1, method: 'presence_rollcall', params: {session: 's'}}),
    )
    expect((await here.received(1)).join()).toContain('"result":"ok"')
    here.socket.terminate()
    const there = await open(path, ELSEWHERE)
    expect(await there.received(1)).toEqual(['closed 1008'])
  })
})
