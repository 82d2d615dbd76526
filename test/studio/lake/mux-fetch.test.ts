import {afterEach, expect, test} from 'vitest'
import {type AddressInfo, WebSocketServer} from 'ws'
import {muxFetch} from '../../../studio/lake/mux-fetch.ts'

const servers: WebSocketServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    for (const client of server.clients) client.terminate()
    server.close()
  }
})

interface Received {
  id: number
  open?: string
  close?: boolean
}

/** A multiplexer that answers as the handler says. */
async function multiplexer(
  handle: (message: Received, send: (message: object) => void, drop: () => void) => void,
) {
  const server = new WebSocketServer({host: '127.0.0.1', port: 0})
  servers.push(server)
  const received: Received[] = []
  let sockets = 0
  server.on('connection', (socket) => {
    sockets++
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Received
      received.push(message)
      handle(
        message,
        (answer) => socket.send(JSON.stringify(answer)),
        () => socket.terminate(),
      )
    })
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const passed: string[] = []
  const fetch = muxFetch({
    url: `${origin.replace('http', 'ws')}/mux`,
    fetch: async (input) => {
      passed.push(String(input))
      return new Response('passed')
    },
  })
  return {origin, fetch, received, passed, sockets: () => sockets}
}

const head = (id: number, status = 200) => ({id, status, headers: {'content-type': 'text/event-stream'}})

test('many streams share one socket, and each gets its own chunks', async () => {
  const mux = await multiplexer(({id, open}, send) => {
    send(head(id))
    send({id, chunk: `path ${open}\n`})
    send({id, chunk: 'ümlaut'})
    send({id, end: true})
  })
  const paths = Array.from({length: 8}, (_, index) => `/v2025-02-19/data/listen/production?query=${index}`)
  const texts = await Promise.all(paths.map(async (path) => (await mux.fetch(mux.origin + path)).text()))
  expect(texts).toEqual(paths.map((path) => `path ${path}\nümlaut`))
  expect(mux.sockets()).toBe(1)
  expect(mux.passed).toEqual([])
})

test('other requests, and other hosts, pass through', async () => {
  const mux = await multiplexer(() => undefined)
  await mux.fetch(`${mux.origin}/v2025-02-19/data/query/production?query=1`)
  await mux.fetch('http://elsewhere.example/vX/data/listen/production')
  expect(mux.passed).toHaveLength(2)
  expect(mux.sockets()).toBe(0)
})

test('the status and headers of the lake’s answer are kept', async () => {
  const mux = await multiplexer(({id}, send) => {
    send({id, status: 403, headers: {'content-type': 'application/json'}})
    send({id, chunk: '{"message":"no"}'})
    send({id, end: true})
  })
  const response = await mux.fetch(`${mux.origin}/vX/data/live/events/production`)
  expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
    403,
    'application/json',
    {message: 'no'},
  ])
})

test('an aborted stream is closed at the lake', async () => {
  const mux = await multiplexer(({id, open}, send) => {
    if (open) send(head(id))
  })
  const abort = new AbortController()
  const response = await mux.fetch(`${mux.origin}/v1/data/listen/production`, {signal: abort.signal})
  const reading = response.text()
  abort.abort()
  await expect(reading).rejects.toThrow()
  await expect.poll(() => mux.received.at(-1)).toEqual({id: 1, close: true})
})

test('a lost socket fails its streams, and the next stream opens a new one', async () => {
  const mux = await multiplexer(({id, open}, send, drop) => {
    if (open?.endsWith('drop')) {
      send(head(id))
      setTimeout(drop, 10)
    } else {
      send(head(id))
      send({id, end: true})
    }
  })
  const response = await mux.fetch(`${mux.origin}/v1/data/listen/production?drop`)
  await expect(response.text()).rejects.toThrow()
  expect(await (await mux.fetch(`${mux.origin}/v1/data/listen/production`)).text()).toBe('')
  expect(mux.sockets()).toBe(2)
})

test('a stream that the lake ends with an error fails with its reason', async () => {
  const mux = await multiplexer(({id}, send) => {
    send(head(id))
    send({id, end: true, error: 'too slow'})
  })
  const response = await mux.fetch(`${mux.origin}/v1/data/listen/production`)
  await expect(response.text()).rejects.toThrow('too slow')
})

test('a socket that closes as it opens is sent nothing, and its streams fail as lost', async () => {
  const sent: string[] = []
  const socket = Object.assign(new EventTarget(), {
    readyState: 0,
    send: (text: string) => void sent.push(text),
    close: () => undefined,
  })
  const fetch = muxFetch({url: 'ws://lake.test/mux', fetch: globalThis.fetch, connect: () => socket as never})
  const answer = fetch('http://lake.test/v2025-02-19/data/listen/production?query=1')
  socket.readyState = 2
  socket.dispatchEvent(new Event('open'))
  expect(sent).toEqual([])
  socket.dispatchEvent(new Event('close'))
  await expect(answer).rejects.toThrow('lost')
})
