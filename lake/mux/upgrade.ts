import {type IncomingMessage, type Server, STATUS_CODES} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import {type Guard, type Refusal, refusalBody, type Session} from '../guard/index.ts'

/** One WebSocket endpoint: its path, and how it serves a socket that the guard accepted. */
export interface SocketRoute {
  path: RegExp
  serve: (socket: WebSocket, headers: Record<string, string>, session: Session, url: URL) => void
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
    const session = guard.accessOfUpgrade(callerOf(request))
    if (!('role' in session)) return refuse(socket, session)
    sockets.handleUpgrade(request, socket, head, (client) =>
      route.serve(client, forwarded(request), session, url),
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

function callerOf({headers}: IncomingMessage) {
  const secFetchSite = headers['sec-fetch-site']
  return {
    host: headers.host ?? null,
    origin: headers.origin ?? null,
    secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : null,
    authorization: headers.authorization ?? null,
  }
}

/** The headers that identify the caller, as the guard reads them. */
function forwarded(request: IncomingMessage): Record<string, string> {
  const {host, origin, secFetchSite, authorization} = callerOf(request)
  const pairs = {host, origin, 'sec-fetch-site': secFetchSite, authorization}
  return Object.fromEntries(
    Object.entries(pairs).filter((pair): pair is [string, string] => pair[1] !== null),
  )
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
