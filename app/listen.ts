import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {getRequestListener} from '@hono/node-server'
import type {Connection} from '../lake/index.ts'
import {StartError} from './start-error.ts'

/**
 * Largest header of a request, in bytes. Long GET queries and listen URLs of clients come near 16 KB before other
 * headers are added.
 */
const MAX_HEADER_BYTES = 64 * 1024

/** A handler of requests. The guard decides by the connection too. */
export type Fetch = (request: Request, connection: Connection) => Response | Promise<Response>

/** A port that accepts requests. */
export interface Surface {
  server: Server
  port: number
  /** Set the handler. Until then every request gets 503 with `Retry-After`. */
  answer: (fetch: Fetch) => void
  close: () => Promise<void>
}

const starting: Fetch = () =>
  new Response('Copydesk is starting; try again in a few seconds.\n', {
    status: 503,
    headers: {'retry-after': '5', 'content-type': 'text/plain; charset=utf-8'},
  })

/**
 * Open a port before anything else, so that a second start fails before it touches the data.
 *
 * @throws {StartError} if the port is taken or not allowed; `variable` names the setting that changes it
 */
export async function takePort(host: string, port: number, what: string, variable: string): Promise<Surface> {
  let fetch = starting
  const server = createServer(
    {maxHeaderSize: MAX_HEADER_BYTES},
    getRequestListener((request, connection) => fetch(request, connection)),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartError(reasonOf(error, host, port, what, variable), {cause: error})),
    )
    server.listen(port, host, resolve)
  })
  const bound = (server.address() as AddressInfo).port
  return {
    server,
    port: bound,
    answer: (next) => {
      fetch = next
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Event streams never end by themselves.
      server.closeAllConnections()
      await closed
    },
  }
}

function reasonOf(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
  what: string,
  variable: string,
): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} on ${host}, for ${what}, is taken, perhaps by another running Copydesk. Stop what uses it, or choose another port: ${variable}=${port + 10} npm start`
  }
  if (error.code === 'EACCES') {
    return `Port ${port} on ${host}, for ${what}, needs rights that this user does not have. Choose one above 1023: ${variable}=3333 npm start`
  }
  return `${what} cannot be served on ${host}:${port}: ${error.message}. Check COPYDESK_HOST and ${variable}`
}
