import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {type MutationEvent, mutationEvents} from '../../lake/listen/events.ts'
import {eventStream} from '../../lake/listen/sse.ts'
import type {CommittedTransaction, DocumentChange, SanityDocument} from '../../lake/types.ts'
import {startLake, type TestLake} from './http-support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

interface Received {
  event: string
  id?: string
  data: Record<string, unknown>
}

/** Open an event stream; `received` grows as events come. */
async function open(path: string, as?: 'editor' | 'viewer') {
  const abort = new AbortController()
  const answer = await lake.ask(path, {signal: abort.signal, ...(as ? {as} : {})})
  const received: Received[] = []
  const done = read(answer, received).catch((error: unknown) => {
    if (!abort.signal.aborted) throw error
  })
  return {answer, received, done, close: () => abort.abort()}
}

async function read(answer: Response, received: Received[]): Promise<void> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const messages = (rest + part.value).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const fields = Object.fromEntries(message.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)))
      if (fields.event)
        received.push({
          event: fields.event,
          ...(fields.id ? {id: fields.id} : {}),
          data: JSON.parse(fields.data),
        })
    }
  }
}

const document = (_id: string, _rev: string, fields = {}): SanityDocument => ({
  _id,
  _type: 'thing',
  _rev,
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  ...fields,
})
const committed = (...documents: DocumentChange[]): CommittedTransaction => ({
  dataset: 'production',
  transactionId: 'tx',
  sequence: 1,
  timestamp: '2026-01-01T00:00:00.000Z',
  identity: 'someone',
  documents,
})
const change = (id: string, before?: object, after?: object): DocumentChange => ({
  id,
  type: 'thing',
  mutations: [],
  ...(before ? {before: document(id, 'old', before)} : {}),
  ...(after ? {after: document(id, 'tx', after)} : {}),
})

describe('events of a transaction', () => {
  const options = {
    includeResult: false,
    includePreviousRevision: false,
    includeMutations: false,
    visibility: 'query',
  }
  const ready = ({status}: SanityDocument) => status === 'ready'
  const of = (...changes: DocumentChange[]): MutationEvent[] =>
    mutationEvents(committed(...changes), ready, {kind: 'viewer'}, options)

  test.each<[string, DocumentChange, string[]]>([
    ['made, passing', change('a', undefined, {status: 'ready'}), ['appear']],
    ['made, not passing', change('a', undefined, {status: 'new'}), []],
    ['changed into passing', change('a', {status: 'new'}, {status: 'ready'}), ['appear']],
    ['changed, passing still', change('a', {status: 'ready'}, {status: 'ready', n: 1}), ['update']],
    ['changed out of passing', change('a', {status: 'ready'}, {status: 'new'}), ['disappear']],
    ['deleted', change('a', {status: 'ready'}), ['disappear']],
    ['deleted, not having passed', change('a', {status: 'new'}), []],
  ])('%s', (_name, each, transitions) => {
    expect(of(each).map(({transition}) => transition)).toEqual(transitions)
  })

  test('are counted for the listener', () => {
    const passing = {status: 'ready'}
    const events = of(change('a', undefined, passing), change('b', undefined, {}), change('c', passing))
    expect(events).toMatchObject([
      {documentId: 'a', transactionCurrentEvent: 1, transactionTotalEvents: 2},
      {
        documentId: 'c',
        transactionCurrentEvent: 2,
        transactionTotalEvents: 2,
        previousRev: 'old',
        resultRev: 'tx',
      },
    ])
    expect(events[0]).not.toHaveProperty('previousRev')
  })

  test('carry what was asked for: effects that say which field, computed without the revision', () => {
    const all = {
      ...options,
      includeResult: true,
      includePreviousRevision: true,
      includeMutations: true,
      effectFormat: 'mendoza' as const,
    }
    const changed = committed(change('a', {title: 'x'}, {title: 'y'}))
    const [event] = mutationEvents(changed, () => true, {kind: 'viewer'}, all)
    expect(event).toMatchObject({
      result: {_rev: 'tx', title: 'y'},
      previous: {_rev: 'old', title: 'x'},
      mutations: [],
    })
    expect(event?.effects).toEqual({apply: [11, 4, 22, 'y', 15], revert: [11, 4, 22, 'x', 15]})
  })

  test('leave out what the caller may not see', () => {
    const hidden = committed(change('drafts.a', undefined, {}), change('a', undefined, {}))
    expect(mutationEvents(hidden, () => true, {kind: 'anonymous'}, options)).toMatchObject([
      {documentId: 'a', transactionTotalEvents: 1},
    ])
  })
})

describe('event stream', () => {
  test('sends a comment now and then, so that nobody takes the connection for dead', async () => {
    const reader = eventStream(() => () => undefined, {heartbeat: 1}).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe(':\n\n')
    await reader.cancel()
  })

  test('ends for a reader that falls behind, and lets its source go', async () => {
    let released = 0
    const stream = eventStream(
      ({send}) => {
        for (let n = 0; n < 100; n++) send({event: 'mutation', data: {text: 'x'.repeat(100)}})
        return () => void released++
      },
      {maxWaiting: 1000},
    )
    const text = await new Response(stream).text()
    expect(released).toBe(1)
    expect(text.length).toBeLessThan(2000)
  })

  test('lets its source go when the reader goes', async () => {
    let released = 0
    const stream = eventStream(() => () => void released++)
    await stream.cancel()
    expect(released).toBe(1)
  })
})

describe('data/listen', () => {
  test('begins with welcome and is an event stream that nobody stores or gathers', async () => {
    const {answer, received, close} = await open('/vX/data/listen/production?query=*')
    await expect
      .poll(() => received[0])
      .toMatchObject({event: 'welcome', data: {listenerName: expect.any(String)}})
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(answer.headers.get('cache-control')).toMatch(/no-/)
    close()
  })

  test('a listener that has gone is not told any more', async () => {
    let listeners = 0
    const {engine} = lake.lake
    const {subscribe} = engine
    engine.subscribe = (listener) => {
      listeners++
      const unsubscribe = subscribe(listener)
      return () => {
        listeners--
        unsubscribe()
      }
    }
    const streams = await Promise.all(
      Array.from({length: 20}, () => open('/vX/data/listen/production?query=*')),
    )
    await expect.poll(() => listeners).toBe(20)
    for (const {close} of streams) close()
    await expect.poll(() => listeners).toBe(0)
    engine.subscribe = subscribe
  })

  test('mutations are left out on request, effects come on request', async () => {
    const path =
      '/vX/data/listen/production?query=*[_id==$id]&$id="asked"&includeMutations=false&effectFormat=mendoza&visibility=query'
    const {received, close} = await open(path, 'viewer')
    await expect.poll(() => received.length).toBe(1)
    await lake.editor.create({_id: 'asked', _type: 'thing'})
    await expect.poll(() => received.length).toBe(2)
    const {data, id} = received[1] as Received
    expect(id).toBe(`${data.transactionId}#asked`)
    expect(data).toMatchObject({
      visibility: 'query',
      effects: {apply: [0, {_id: 'asked'}], revert: [0, null]},
    })
    expect(data).not.toHaveProperty('mutations')
    expect(data).not.toHaveProperty('result')
    close()
  })

  test('a filter that cannot be read is told over the channel, which then ends', async () => {
    const {answer, received, done} = await open('/vX/data/listen/production?query=*[')
    await done
    expect(answer.status).toBe(200)
    expect(received).toMatchObject([
      {event: 'channelError', data: {message: expect.any(String), error: {type: 'queryParseError'}}},
    ])
  })
})

describe('a filter that fails on a document', () => {
  test('ends its own listener, and no one else’s transaction', async () => {
    const {engine} = lake.lake
    const {match} = engine
    engine.match = () => () => {
      throw new Error('out of depth')
    }
    const failing = await open('/vX/data/listen/production?query=*')
    await expect.poll(() => failing.received.length).toBe(1)
    engine.match = match
    await lake.editor.create({_id: 'written', _type: 'thing'})
    await failing.done
    expect(failing.received[1]).toMatchObject({
      event: 'channelError',
      data: {message: expect.stringContaining('out of depth')},
    })
    expect(await lake.editor.getDocument('written')).toBeDefined()
  })
})

describe('data/live/events', () => {
  test('tells of published changes to everyone, of drafts to who asks and may', async () => {
    const everyone = await open('/vX/data/live/events/production')
    const editor = await open('/vX/data/live/events/production?includeDrafts=true', 'editor')
    const stranger = await open('/vX/data/live/events/production?includeDrafts=true')
    await expect
      .poll(() => [everyone, editor, stranger].map(({received}) => received.length))
      .toEqual([1, 1, 1])
    await lake.editor.create({_id: 'drafts.live', _type: 'thing'})
    await lake.editor.create({_id: 'live', _type: 'thing'})
    await expect.poll(() => editor.received.length).toBe(3)
    await expect
      .poll(() => everyone.received)
      .toMatchObject([
        {event: 'welcome', id: expect.any(String)},
        {event: 'message', data: {tags: ['s1:production']}},
      ])
    expect(stranger.received.length).toBe(2)
    for (const {close} of [everyone, editor, stranger]) close()
  })
})

describe('mux', () => {
  test('carries the events of a listener to our own page', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${lake.port}/mux`, {origin: `http://localhost:${lake.port}`})
    let body = ''
    socket.on('message', (data) => {
      body += (JSON.parse(String(data)) as {chunk?: string}).chunk ?? ''
    })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    socket.send(JSON.stringify({id: 1, open: '/vX/data/listen/production?query=*[_id=="drafts.muxed"]'}))
    await expect.poll(() => body).toContain('event: welcome')
    await lake.editor.create({_id: 'drafts.muxed', _type: 'thing'})
    await expect.poll(() => body).toContain('"transition":"appear"')
    socket.terminate()
  })
})

describe('presence', () => {
  async function join() {
    const socket = new WebSocket(`ws://127.0.0.1:${lake.port}/v2022-06-30/socket/production?tag=studio`, {
      origin: `http://localhost:${lake.port}`,
    })
    const received: Record<string, unknown>[] = []
    socket.on('message', (data) => received.push(JSON.parse(String(data)) as Record<string, unknown>))
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    let calls = 0
    const call = async (method: string, params: object = {}) => {
      const id = `call-${++calls}`
      socket.send(JSON.stringify({jsonrpc: '2.0', method, params, id}))
      await expect.poll(() => received.find((message) => message.id === id)).toBeDefined()
      return received.find((message) => message.id === id)?.result
    }
    const events = () => received.flatMap(({params}) => (params ? [(params as {result: object}).result] : []))
    return {socket, call, events}
  }

  test('is passed on to the others, and its end too', async () => {
    const [one, two] = await Promise.all([join(), join()])
    const subscription = await two.call('presence_subscribe')
    expect(subscription).toEqual(expect.any(String))
    expect(await one.call('presence_rollcall', {session: 's1'})).toBe('ok')
    expect(
      await one.call('presence_announce', {data: {sessionId: 's1', locations: [{documentId: 'a'}]}}),
    ).toBe('ok')
    await expect.poll(two.events).toEqual([
      {type: 'rollCall', i: 'local-editor', session: 's1'},
      {type: 'state', i: 'local-editor', m: {sessionId: 's1', locations: [{documentId: 'a'}]}},
    ])
    expect(one.events()).toEqual([])
    one.socket.terminate()
    await expect
      .poll(() => two.events().at(-1))
      .toEqual({type: 'disconnect', i: 'local-editor', m: {session: 's1'}})
    two.socket.terminate()
  })

  test('is of whoever shows a token; one that nobody has ends the socket', async () => {
    const [one, two] = await Promise.all([join(), join()])
    await two.call('presence_subscribe')
    expect(await one.call('authorization', {authorization: `Bearer ${lake.lake.tokens.editor}`})).toBe('ok')
    await one.call('presence_announce', {data: {sessionId: 's2', locations: []}})
    await expect.poll(two.events).toMatchObject([{type: 'state', i: 'token-editor'}])
    const closed = new Promise((resolve) => two.socket.once('close', resolve))
    two.socket.send(
      JSON.stringify({jsonrpc: '2.0', method: 'authorization', params: {authorization: 'Bearer x'}, id: 'z'}),
    )
    expect(await closed).toBe(1008)
    one.socket.terminate()
  })
})
