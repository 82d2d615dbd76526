/**
 * A `fetch` that carries event streams over one WebSocket.
 *
 * A browser opens at most six HTTP/1.1 connections to a host. The Studio holds six event streams for one list and one
 * open document, so a second request, or a second tab, would wait forever. The lake therefore offers `/mux`:
 *
 * - sent: `{id, open: path}` and `{id, close: true}`;
 * - received: `{id, status, headers}`, then `{id, chunk}` as text arrives, then `{id, end: true}`, with `error` if the
 *   stream failed.
 *
 * Each stream becomes an ordinary `Response`. When the socket is lost, every stream fails as on a lost connection. The client then
 * opens its streams again, which opens a new socket.
 */

/** The part of a WebSocket that is used. */
type MuxSocket = Pick<WebSocket, 'send' | 'close' | 'addEventListener' | 'readyState'>

/** How to reach the multiplexer. */
export interface MuxFetchOptions {
  /** Address of the multiplexer, `ws:` or `wss:`. */
  url: string
  /** Used for every request that is not an event stream. */
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

/** A `fetch` that requests event streams over one socket, and everything else as usual. */
export function muxFetch({
  url,
  fetch,
  connect = (address) => new WebSocket(address),
}: MuxFetchOptions): typeof fetch {
  const streams = new Streams(url, connect)
  return (input, init) => {
    const target = new URL(input instanceof Request ? input.url : String(input), url.replace(/^ws/, 'http'))
    const multiplexed = EVENT_STREAM.test(target.pathname) && target.host === new URL(url).host
    return multiplexed ? streams.open(target.pathname + target.search, init?.signal) : fetch(input, init)
  }
}

/** The open event streams, and the socket that they share. */
class Streams {
  readonly #url: string
  readonly #connect: (url: string) => MuxSocket
  readonly #streams = new Map<number, Stream>()
  readonly #encoder = new TextEncoder()
  #socket: MuxSocket | undefined
  /** Messages to send when the socket is open. */
  #waiting: string[] = []
  #lastId = 0

  constructor(url: string, connect: (url: string) => MuxSocket) {
    this.#url = url
    this.#connect = connect
  }

  /** Opens a stream, and resolves when its response begins. */
  open(path: string, signal: AbortSignal | null | undefined): Promise<Response> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const id = ++this.#lastId
      const stream: Stream = {respond: resolve, fail: reject}
      this.#streams.set(id, stream)
      signal?.addEventListener(
        'abort',
        () => {
          this.#abandon(id)
          if (stream.body) stream.body.error(signal.reason)
          else reject(signal.reason)
        },
        {once: true},
      )
      this.#send({id, open: path})
    })
  }

  #send(message: {id: number; open: string} | {id: number; close: true}): void {
    const text = JSON.stringify(message)
    this.#socket ??= this.#openSocket()
    if (this.#socket.readyState === OPEN) this.#socket.send(text)
    else this.#waiting.push(text)
  }

  #openSocket(): MuxSocket {
    const socket = this.#connect(this.#url)
    socket.addEventListener('open', () => {
      // When the page is being left, the socket may be closed before this event is handled. The `close` event then ends all streams.
      if (socket.readyState !== OPEN) return
      for (const text of this.#waiting) socket.send(text)
      this.#waiting = []
    })
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(String(event.data)) as MuxMessage))
    socket.addEventListener('close', () => {
      if (this.#socket === socket) this.#socket = undefined
      this.#waiting = []
      for (const id of [...this.#streams.keys()])
        this.#finish(id, new TypeError(`Connection to ${this.#url} lost`))
    })
    return socket
  }

  #receive(message: MuxMessage): void {
    const stream = this.#streams.get(message.id)
    // Chunks of a stream that was closed here may still arrive.
    if (!stream) return
    if ('status' in message) stream.respond(this.#responseOf(message.id, stream, message))
    else if ('chunk' in message) stream.body?.enqueue(this.#encoder.encode(message.chunk))
    else this.#finish(message.id, message.error === undefined ? undefined : new TypeError(message.error))
  }

  #responseOf(
    id: number,
    stream: Stream,
    {status, headers}: {status: number; headers: Record<string, string>},
  ): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream.body = controller
      },
      cancel: () => this.#abandon(id),
    })
    return new Response(body, {status, headers})
  }

  /** Ends a stream that the server has ended. */
  #finish(id: number, error?: Error): void {
    const stream = this.#streams.get(id)
    this.#streams.delete(id)
    if (!stream) return
    if (!stream.body) stream.fail(error ?? new TypeError('The stream ended before its response began'))
    else if (error) stream.body.error(error)
    else stream.body.close()
  }

  /** Ends a stream that is no longer read here. */
  #abandon(id: number): void {
    if (this.#streams.delete(id) && this.#socket) this.#send({id, close: true})
  }
}
