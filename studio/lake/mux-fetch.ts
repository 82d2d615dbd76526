/**
 * A `fetch` that carries event streams over one WebSocket.
 *
 * A browser opens at most six HTTP/1.1 connections to a host. The Studio holds six event streams for one list and one
 * open document, so that a second request, or a second tab, would wait for ever. The lake therefore offers `/mux`:
 *
 * - sent: `{id, open: path}` and `{id, close: true}`;
 * - received: `{id, status, headers}`, then `{id, chunk}` as text arrives, then `{id, end: true}`, with `error` when the
 *   stream broke off.
 *
 * Each stream becomes an ordinary `Response`. When the socket is lost, every stream fails as a lost connection does, and
 * who opened it opens it again, which opens the socket again.
 */

/** What is needed of a WebSocket. */
type MuxSocket = Pick<WebSocket, 'send' | 'close' | 'addEventListener' | 'readyState'>

export interface MuxFetchOptions {
  /** Address of the multiplexer, `ws:` or `wss:`. */
  url: string
  /** For every request that is not an event stream. */
  fetch: typeof fetch
  connect?: (url: string) => MuxSocket
}

type MuxMessage =
  | {id: number; status: number; headers: Record<string, string>}
  | {id: number; chunk: string}
  | {id: number; end: true; error?: string}

interface Stream {
  respond: (response: Response) => void
  fail: (error: Error) => void
  body?: ReadableStreamDefaultController<Uint8Array>
}

const EVENT_STREAM = /^\/v[^/]+\/data\/(?:listen|live)\//
const OPEN = 1

export function muxFetch({
  url,
  fetch,
  connect = (address) => new WebSocket(address),
}: MuxFetchOptions): typeof fetch {
  const streams = new Map<number, Stream>()
  const encoder = new TextEncoder()
  let socket: MuxSocket | undefined
  let waiting: string[] = []
  let lastId = 0

  const send = (message: {id: number; open: string} | {id: number; close: true}): void => {
    const text = JSON.stringify(message)
    socket ??= opened()
    if (socket.readyState === OPEN) socket.send(text)
    else waiting.push(text)
  }

  const opened = (): MuxSocket => {
    const fresh = connect(url)
    fresh.addEventListener('open', () => {
      // A page that is being left closes it between the event and us; then all ends by the close that follows.
      if (fresh.readyState !== OPEN) return
      for (const text of waiting) fresh.send(text)
      waiting = []
    })
    fresh.addEventListener('message', (event) => receive(JSON.parse(String(event.data)) as MuxMessage))
    fresh.addEventListener('close', () => {
      if (socket === fresh) socket = undefined
      waiting = []
      for (const id of [...streams.keys()]) finish(id, new TypeError(`Connection to ${url} lost`))
    })
    return fresh
  }

  const receive = (message: MuxMessage): void => {
    const stream = streams.get(message.id)
    // Parts of a stream that was closed here may still be on their way.
    if (!stream) return
    if ('status' in message) stream.respond(responseOf(message.id, stream, message))
    else if ('chunk' in message) stream.body?.enqueue(encoder.encode(message.chunk))
    else finish(message.id, message.error === undefined ? undefined : new TypeError(message.error))
  }

  const responseOf = (
    id: number,
    stream: Stream,
    head: {status: number; headers: Record<string, string>},
  ): Response => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream.body = controller
      },
      cancel: () => abandon(id),
    })
    return new Response(body, {status: head.status, headers: head.headers})
  }

  /** The server's end of a stream. */
  const finish = (id: number, error?: Error): void => {
    const stream = streams.get(id)
    streams.delete(id)
    if (!stream) return
    if (!stream.body) stream.fail(error ?? new TypeError('The stream ended before it began'))
    else if (error) stream.body.error(error)
    else stream.body.close()
  }

  /** Our end of a stream. */
  const abandon = (id: number): void => {
    if (streams.delete(id) && socket) send({id, close: true})
  }

  const openStream = (path: string, signal: AbortSignal | null | undefined): Promise<Response> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const id = ++lastId
      const stream: Stream = {respond: resolve, fail: reject}
      streams.set(id, stream)
      signal?.addEventListener(
        'abort',
        () => {
          abandon(id)
          if (stream.body) stream.body.error(signal.reason)
          else reject(signal.reason)
        },
        {once: true},
      )
      send({id, open: path})
    })

  return (input, init) => {
    const target = new URL(input instanceof Request ? input.url : String(input), url.replace(/^ws/, 'http'))
    const multiplexed = EVENT_STREAM.test(target.pathname) && target.host === new URL(url).host
    return multiplexed ? openStream(target.pathname + target.search, init?.signal) : fetch(input, init)
  }
}
