import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {getRequestListener} from '@hono/node-server'
import {Hono} from 'hono'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {createGuard, type GuardEnv} from '../../lake/guard/index.ts'
import {attachSockets, MUX_PATH, serveMux} from '../../lake/mux/index.ts'

type Message = {id: number; status?: number; headers?: Record<string, string>; chunk?: string; end?: boolean}

const tokens = {editor: 'sk-editor-0123456789', viewer: 'sk-viewer-0123456789'}
let running: Awaited<ReturnType<typeof start>>

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

/** A server with one endless stream, which says who is listening and counts the streams that are open. */
async function start(maxStreams = 3, heartbeat = 15_000) {
  let port = 0
  const open = new Set<string>()
  const guard = createGuard({
    ownOrigins: () => [`http://localhost:${port}`],
    readOrigins: ['http://localhost:5173'],
    tokens,
  })
  const app = new Hono<GuardEnv>().use(guard.middleware)
  app.get('/vX/data/listen/:name', (c) => {
    const name = c.req.param('name')
    if (name === 'short') return c.body(`role: ${c.get('session').role}\n\n`)
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        open.add(name)
        controller.enqueue(new TextEncoder().encode(`hello ${name} €\n\n`))
      },
      cancel: () => void open.delete(name),
    })
    return c.body(body, 200, {'content-type': 'text/event-stream'})
  })
  app.get('/vX/data/query/:name', (c) => c.json({secret: true}))
  const server = createServer(getRequestListener(app.fetch))
  const detach = attachSockets(server, guard, [
    {
      path: /^\/mux$/,
      serve: (socket, {headers, connection}) =>
        serveMux(socket, headers, {
          fetch: (request) => app.fetch(request, connection),
          maxStreams,
          heartbeat,
        }),
    },
  ])
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  const stop = () => {
    detach()
    return new Promise((resolve) => server.close(resolve))
  }
  return {port, open, stop}
}

async function connect(origin = `http://localhost:${running.port}`, path = MUX_PATH) {
  const socket = new WebSocket(`ws://127.0.0.1:${running.port}${path}`, {
    origin,
    headers: {host: `localhost:${running.port}`},
  })
  const received: Message[] = []
  const closed = new Promise<{code: number; reason: string}>((resolve) => {
    socket.on('close', (code, reason) => resolve({code, reason: String(reason)}))
  })
  socket.on('message', (data) => received.push(JSON.parse(String(data)) as Message))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  const send = (message: unknown) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  const until = (found: (messages: Message[]) => boolean) => expect.poll(() => found(received)).toBe(true)
  return {socket, received, send, until, closed}
}

describe('mux', () => {
  test('carries a response: head, body, end, with the access of the socket', async () => {
    const {received, send, until} = await connect()
    send({id: 7, open: '/vX/data/listen/short'})
    await until((messages) => messages.some(({end}) => end))
    expect(received).toMatchObject([
      {id: 7, status: 200},
      {id: 7, chunk: 'role: administrator\n\n'},
      {id: 7, end: true},
    ])
  })

  test('carries several streams at once, and closes the one it is asked to', async () => {
    const {received, send, until} = await connect()
    send({id: 1, open: '/vX/data/listen/a'})
    send({id: 2, open: '/vX/data/listen/b'})
    await until((messages) => messages.filter(({chunk}) => chunk).length === 2)
    expect(received.find(({id, chunk}) => id === 2 && chunk)?.chunk).toBe('hello b €\n\n')
    send({id: 1, close: true})
    await expect.poll(() => [...running.open]).toEqual(['b'])
    expect(received.some(({end}) => end)).toBe(false)
    send({id: 1, open: '/vX/data/listen/c'})
    await expect.poll(() => [...running.open]).toEqual(['b', 'c'])
  })

  test('a client that goes leaves no stream behind', async () => {
    const {socket, send} = await connect()
    send({id: 1, open: '/vX/data/listen/a'})
    send({id: 2, open: '/vX/data/listen/b'})
    await expect.poll(() => running.open.size).toBe(2)
    socket.terminate()
    await expect.poll(() => running.open.size).toBe(0)
  })

  test.each([
    '/vX/data/query/production?query=*',
    '/vX/data/listen/../query/production',
    '/vX/data/%6cisten/../query/x',
    '//evil.example/vX/data/listen/x',
    '/\\evil.example/vX/data/listen/x',
    'http://evil.example/vX/data/listen/x',
    '',
  ])('does not open %j', async (path) => {
    const {received, send, until} = await connect()
    send({id: 1, open: path})
    await until((messages) => messages.some(({end}) => end))
    expect(received[0]).toMatchObject({id: 1, status: 403})
    expect(JSON.stringify(received)).not.toContain('secret')
  })

  test('the streams of a socket are limited', async () => {
    const {received, send, until} = await connect()
    for (const id of [1, 2, 3, 4]) send({id, open: `/vX/data/listen/s${id}`})
    await until((messages) => messages.some(({end}) => end))
    expect(received.find(({id, status}) => id === 4 && status)).toMatchObject({status: 429})
    expect(running.open.size).toBe(3)
  })

  test.each([
    ['not JSON', 'hello', /JSON/],
    ['no id', {open: '/'}, /id/],
    ['nothing asked', {id: 1}, /open/],
  ])('closes the socket on %s', async (_name, message, reason) => {
    const {send, closed} = await connect()
    send(message)
    expect(await closed).toMatchObject({code: 1008, reason: expect.stringMatching(reason)})
  })

  test('an id in use cannot be opened again', async () => {
    const {send, closed} = await connect()
    send({id: 1, open: '/vX/data/listen/a'})
    send({id: 1, open: '/vX/data/listen/b'})
    expect(await closed).toMatchObject({code: 1008})
  })

  test.each([
    ['a foreign page', 'https://evil.example'],
    ['a sandboxed page', 'null'],
    ['a site that may only read', 'http://localhost:5173'],
  ])('%s cannot connect', async (_name, origin) => {
    await expect(connect(origin)).rejects.toThrow(/403/)
  })

  test('a client that answers no ping is dropped, and its streams with it', async () => {
    await running.stop()
    running = await start(3, 10)
    const {socket, send, closed} = await connect()
    send({id: 1, open: '/vX/data/listen/a'})
    await expect.poll(() => running.open.size).toBe(1)
    socket.pong = () => undefined
    await closed
    await expect.poll(() => running.open.size).toBe(0)
  })

  test('another path is no WebSocket', async () => {
    await expect(connect(undefined, '/elsewhere')).rejects.toThrow(/400/)
  })
})
