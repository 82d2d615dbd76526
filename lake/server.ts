/** The lake on a port of its own: `node lake/server.ts [--data DIR] [--host HOST] [--port PORT]`, and `serveLake` for tests. */
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {parseArgs} from 'node:util'
import {getRequestListener} from '@hono/node-server'
import {createLake, type Lake, type LakeOptions, loopbackOrigins} from './index.ts'

/** Options of {@link serveLake}. */
export interface ServeOptions extends Omit<LakeOptions, 'ownOrigins'> {
  /** Address to bind; loopback by default. */
  host?: string
  /** 0 picks a free port. */
  port?: number
  /** Origins of our own pages; by default those of this server on loopback. */
  ownOrigins?: Iterable<string>
}

/** A lake and the server in front of it. */
export interface ServedLake {
  /** For example `http://127.0.0.1:40123`, without a trailing slash. */
  url: string
  port: number
  lake: Lake
  /** End streams and sockets, stop the server, close the database. */
  close: () => Promise<void>
}

/**
 * Largest header of a request, in bytes. Long GET queries and listen URLs of clients come near 16 KB before other
 * headers are added.
 */
const MAX_HEADER = 64 * 1024

/**
 * Serves a lake and nothing else.
 *
 * @throws the error of `listen` (EADDRINUSE …), after closing the lake
 */
export async function serveLake({
  host = '127.0.0.1',
  port = 0,
  ownOrigins,
  ...options
}: ServeOptions): Promise<ServedLake> {
  let bound = port
  const lake = createLake({...options, ownOrigins: ownOrigins ?? (() => loopbackOrigins(bound))})
  const server = createServer({maxHeaderSize: MAX_HEADER}, getRequestListener(lake.app.fetch))
  lake.attach(server)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  } catch (error) {
    lake.close()
    throw error
  }
  bound = (server.address() as AddressInfo).port
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // Event streams never end by themselves.
    server.closeAllConnections()
    lake.close()
    await closed
  }
  return {url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, port: bound, lake, close}
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      data: {type: 'string', default: '.data'},
      host: {type: 'string'},
      port: {type: 'string', default: '3333'},
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`Expected --port to be 0 to 65535, got ${values.port}`)
  const served = await serveLake({
    dataDir: values.data,
    port,
    ...(values.host === undefined ? {} : {host: values.host}),
  })
  console.log(`Content Lake at ${served.url} (data in ${values.data}, tokens in ${values.data}/tokens.json)`)
  const stop = () => void served.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    const wayOut = isTaken ? '; stop what uses it, or choose another with --port' : ''
    console.error(`${error instanceof Error ? error.message : String(error)}${wayOut}`)
    process.exitCode = 1
  })
}
