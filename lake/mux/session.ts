import type {WebSocket} from 'ws'
import {type MuxRequest, type MuxResponse, parseMuxRequest} from './message.ts'

/** Where the streams come from, and their limits. */
export interface MuxOptions {
  /** The app's fetch, which handles requests as over HTTP. */
  fetch: (request: Request) => Response | Promise<Response>
  /** Most streams that one socket can have open. */
  maxStreams?: number
  /** Milliseconds between pings. */
  heartbeat?: number
}

const MAX_STREAMS = 64
const HEARTBEAT = 15_000
const UNANSWERED_PINGS = 3
/** Close code for a message that violates the policy of the endpoint (RFC 6455, section 7.4.1). */
const POLICY_VIOLATION = 1008
const STREAMING_PATH = /^\/v[^/]+\/data\/(?:listen|live)\//

/**
 * Serve the mux protocol on a socket that the guard accepted.
 *
 * @param headers - those of the upgrade that say who is calling; they are sent with the request of each stream, so that the
 *   guard gives it the rights of the socket
 */
export function serveMux(socket: WebSocket, headers: Record<string, string>, options: MuxOptions): void {
  const {fetch, maxStreams = MAX_STREAMS, heartbeat = HEARTBEAT} = options
  const streams = new Map<number, AbortController>()
  const send = (message: MuxResponse) => sent(socket, JSON.stringify(message))

  const open = openerOf({headers, fetch, maxStreams, streams, send})

  const handle = (request: MuxRequest) => {
    if ('close' in request) {
      streams.get(request.id)?.abort()
      streams.delete(request.id)
      return
    }
    if (streams.has(request.id)) throw new TypeError(`Stream ${request.id} is already open`)
    // When a socket closes, its pending sends reject; no one is left to inform.
    open(request.id, request.open).catch(() => socket.terminate())
  }

  socket.on('message', (data) => {
    try {
      handle(parseMuxRequest(String(data)))
    } catch (error) {
      socket.close(POLICY_VIOLATION, error instanceof Error ? error.message : 'Bad message')
    }
  })
  const stopPinging = keepAlive(socket, heartbeat)
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    stopPinging()
    for (const abort of streams.values()) abort.abort()
    streams.clear()
  })
}

interface Opener {
  headers: Record<string, string>
  fetch: MuxOptions['fetch']
  maxStreams: number
  /** The open streams of the socket, by id. */
  streams: Map<number, AbortController>
  send(message: MuxResponse): Promise<void>
}

/** Returns a function that opens a stream and sends it to its end. */
function openerOf({headers, fetch, maxStreams, streams, send}: Opener) {
  const refuse = async (id: number, status: number, message: string) => {
    await send({id, status, headers: {'content-type': 'application/json'}})
    await send({id, chunk: JSON.stringify({statusCode: status, message})})
    await send({id, end: true})
  }

  return async (id: number, path: string) => {
    const url = streamingUrl(path, headers.host)
    if (!url)
      return refuse(
        id,
        403,
        `Only /v…/data/listen/… and /v…/data/live/… can be opened here, not ${path.slice(0, 200)}`,
      )
    if (streams.size >= maxStreams)
      return refuse(id, 429, `${maxStreams} streams are already open; close one first`)
    const abort = new AbortController()
    streams.set(id, abort)
    try {
      const response = await fetch(new Request(url, {headers, signal: abort.signal}))
      await send({id, status: response.status, headers: Object.fromEntries(response.headers)})
      for await (const chunk of textOf(response, abort.signal)) await send({id, chunk})
      if (!abort.signal.aborted) await send({id, end: true})
    } catch (error) {
      if (!abort.signal.aborted)
        await send({id, end: true, error: error instanceof Error ? error.message : String(error)})
    } finally {
      if (streams.get(id) === abort) streams.delete(id)
    }
  }
}

/** The URL to request from the app; undefined if the path is not one of a stream, or names another host. */
function streamingUrl(path: string, host = 'localhost'): URL | undefined {
  const base = `http://${host}`
  if (!path.startsWith('/') || !URL.canParse(path, base)) return undefined
  const url = new URL(path, base)
  return url.origin === new URL(base).origin && STREAMING_PATH.test(url.pathname) ? url : undefined
}

async function* textOf(response: Response, signal: AbortSignal): AsyncGenerator<string> {
  if (!response.body) return
  const reader = response.body.getReader()
  const cancel = () => void reader.cancel(signal.reason)
  signal.addEventListener('abort', cancel, {once: true})
  const decoder = new TextDecoder()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const text = decoder.decode(part.value, {stream: true})
      if (text !== '') yield text
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    await reader.cancel()
  }
}

/** Send a message. Resolves once the socket has sent it, which slows a stream down to the speed of its reader. */
function sent(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(text, (error) => (error ? reject(error) : resolve()))
  })
}

/** Ping the socket. A busy browser may miss one ping; a socket that misses several is dead. */
function keepAlive(socket: WebSocket, every: number): () => void {
  let unanswered = 0
  const isAlive = () => {
    unanswered = 0
  }
  socket.on('pong', isAlive)
  socket.on('message', isAlive)
  const timer = setInterval(() => {
    if (unanswered >= UNANSWERED_PINGS) return socket.terminate()
    unanswered++
    socket.ping()
  }, every)
  timer.unref()
  return () => clearInterval(timer)
}
