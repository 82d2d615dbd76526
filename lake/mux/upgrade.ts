import {type IncomingMessage, type Server, STATUS_CODES} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import {
  type Caller,
  type Connection,
  callerOf,
  type Guard,
  identifyingHeaders,
  type Refusal,
  refusalBody,
  type Session,
} from '../guard/index.ts'

/** Who opened a socket that the guard accepted, and how. */
interface Upgrade {
  /** Its connection, and the headers that say who is calling, for requests in its name. */
  connection: Connection
  headers: Record<string, string>
  caller: Caller
  session: Session
  url: URL
}

/** One WebSocket endpoint: its path, and how it serves a socket. */
export interface SocketRoute {
  path: RegExp
  serve: (socket: WebSocket, upgrade: Upgrade) => void
}

const MAX_MESSAGE = 64 * 1024
const GOING_AWAY = 1001

/**
 * Answer WebSocket upgrades of a server, behind the guard: the first route with a matching path serves the socket.
 * Other paths are left to the server's other listeners, or refused if there are none.
 *
 * @returns a function that closes every socket and stops answering
 */
export function attachSockets(server: Server, guard: Guard, routes: readonly SocketRoute[]): () => void {
  const sockets = new WebSocketServer({noServer: true, maxPayload: MAX_MESSAGE})

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Without a listener, a client that resets the connection would crash the process.
    socket.on('error', () => socket.destroy())
    const url = URL.canParse(request.url ?? '', 'http://lake')
      ? new URL(request.url ?? '', 'http://lake')
      : undefined
    const route = routes.find(({path}) => url && path.test(url.pathname))
    if (!url || !route) {
      if (server.listenerCount('upgrade') === 1)
        refuse(socket, {status: 400, error: 'Bad Request', message: 'No WebSocket here'})
      return
    }
    const connection = {incoming: request}
    const received = headersOf(request)
    const caller = callerOf(received, connection)
    const session = guard.accessOfUpgrade(caller)
    if (!('role' in session)) return refuse(socket, session)
    sockets.handleUpgrade(request, socket, head, (client) =>
      route.serve(client, {connection, headers: identifyingHeaders(received), caller, session, url}),
    )
  }

  server.on('upgrade', onUpgrade)
  return () => {
    server.off('upgrade', onUpgrade)
    for (const client of sockets.clients) client.close(GOING_AWAY, 'The server is stopping')
    sockets.close()
    // A client that does not answer the close frame would keep the server open.
    const timer = setTimeout(() => {
      for (const client of sockets.clients) client.terminate()
    }, 500)
    timer.unref()
  }
}

function headersOf({headers}: IncomingMessage): Headers {
  const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [value].flat().map((one) => [name, one]),
  )
  return new Headers(pairs)
}

function refuse(socket: Duplex, refusal: Refusal): void {
  const body = JSON.stringify(refusalBody(refusal))
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
