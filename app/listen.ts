import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {getRequestListener} from '@hono/node-server'
import {StartError} from './start-error.ts'

/** Long GET queries and listen addresses of clients come near 16 KB before headers are added. */
const MAX_HEADER_BYTES = 64 * 1024

export type Fetch = (request: Request) => Response | Promise<Response>

export interface Surface {
  server: Server
  port: number
  /** From now on answer with this; until then every request is told to come back. */
  answer: (fetch: Fetch) => void
  close: () => Promise<void>
}

const starting: Fetch = () =>
  new Response('Copydesk is starting; try again in a few seconds.\n', {
    status: 503,
    headers: {'retry-after': '5', 'content-type': 'text/plain; charset=utf-8'},
  })

/**
 * Takes a port before anything else is opened, so that a second start fails before it touches the data.
 *
 * @throws {StartError} when the port is taken or not allowed; `variable` names the setting that changes it
 */
export async function takePort(host: string, port: number, what: string, variable: string): Promise<Surface> {
  let fetch = starting
  const server = createServer(
    {maxHeaderSize: MAX_HEADER_BYTES},
    getRequestListener((request) => fetch(request)),
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
    return `Port ${port} on ${host}, for ${what}, is taken, perhaps by a Copydesk that runs already. Stop what uses it, or choose another port: ${variable}=${port + 10} npm start`
  }
  if (error.code === 'EACCES') {
    return `Port ${port} on ${host}, for ${what}, needs rights this user does not have. Choose one above 1023: ${variable}=3333 npm start`
  }
  return `${what} cannot be served on ${host}:${port}: ${error.message}. Check COPYDESK_HOST and ${variable}`
}
