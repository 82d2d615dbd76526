/** The embedded Content Lake: Sanity's HTTP API on SQLite, in this process (docs/lake.md). */
import {mkdirSync} from 'node:fs'
import type {Server} from 'node:http'
import {join} from 'node:path'
import type {Hono} from 'hono'
import {createEngine, type Engine} from './engine.ts'
import {createGuard, type Guard, type GuardEnv, loadTokens, type Tokens} from './guard/index.ts'
import {createPresence} from './listen/presence.ts'
import {attachSockets, MUX_PATH, serveMux} from './mux/index.ts'
import {createLakeApp, isPublicRoute} from './routes/index.ts'

export {
  type Connection,
  createGuard,
  type Guard,
  loopbackOrigins,
} from './guard/index.ts'

/** Where a lake keeps its data, and who may reach it. */
export interface LakeOptions {
  /** Folder of all data of the lake; created if it does not exist. */
  dataDir: string
  /**
   * Origins of our own pages; on loopback, requests from them act as the local editor. A function if the port is not
   * known yet.
   */
  ownOrigins: Iterable<string> | (() => Iterable<string>)
  /** Origins of sites that may read published content from a browser. */
  readOrigins?: Iterable<string>
  /** Host names besides loopback that the lake answers to; each request to them needs a token. */
  hosts?: Iterable<string>
  /** Whether the other end of a connection is this machine; by default, whether it has a loopback address. */
  isLocalPeer?: (address: string) => boolean
  projectId?: string
  dataset?: string
  displayName?: string
  /** The origin in URLs of new assets; if absent, the origin that each upload is sent to. */
  assetBaseUrl?: string
  clock?: () => Date
  /** Called with unexpected errors; by default they are printed to standard error. */
  log?: (error: unknown) => void
}

/** An open lake. */
export interface Lake {
  app: Hono<GuardEnv>
  engine: Engine
  guard: Guard
  tokens: Tokens
  /** Answer WebSockets (`/mux`, presence) on a server that serves the app. Returns a function that detaches them. */
  attach: (server: Server) => () => void
  /** Close sockets and the database. Stop the server first. */
  close: () => void
}

/** Name of the database in the data folder. */
const DATABASE_FILE = 'lake.sqlite'
const PRESENCE_PATH = /^\/v(?:1|X|\d{4}-\d{2}-\d{2})\/socket\/(?<dataset>[a-z0-9_-]+)$/

/** Open the lake in a folder. Only one process at a time can have it open. */
export function createLake(options: LakeOptions): Lake {
  const {dataDir, ownOrigins, readOrigins = [], hosts = [], isLocalPeer, clock, log = console.error} = options
  const {projectId = 'local', dataset = 'production', displayName = 'Copydesk', assetBaseUrl} = options
  mkdirSync(dataDir, {recursive: true, mode: 0o700})
  const tokens = loadTokens(dataDir)
  const guard = createGuard({
    ownOrigins,
    readOrigins,
    hosts,
    ...(isLocalPeer ? {isLocalPeer} : {}),
    tokens,
    isPublic: isPublicRoute,
  })
  const engine = createEngine({path: join(dataDir, DATABASE_FILE), ...(clock ? {clock} : {})})
  const settings = {projectId, dataset, displayName, ...(assetBaseUrl === undefined ? {} : {assetBaseUrl})}
  const app = createLakeApp({engine, guard, dataDir, settings, log})
  const presence = createPresence()
  const attached = new Set<() => void>()

  const attach = (server: Server) => {
    const detach = attachSockets(server, guard, [
      {
        path: new RegExp(`^${MUX_PATH}$`),
        serve: (socket, {headers, connection}) =>
          serveMux(socket, headers, {fetch: (request) => app.fetch(request, connection)}),
      },
      {
        path: PRESENCE_PATH,
        serve: (socket, {caller, session, url}) => {
          const room = PRESENCE_PATH.exec(url.pathname)?.groups?.dataset ?? dataset
          presence.join(socket, room, session, (authorization) => {
            const bearer = guard.accessOfUpgrade({...caller, authorization})
            return 'role' in bearer ? bearer : undefined
          })
        },
      },
    ])
    attached.add(detach)
    return () => {
      attached.delete(detach)
      detach()
    }
  }
  const close = () => {
    for (const detach of attached) detach()
    attached.clear()
    engine.close()
  }
  return {app, engine, guard, tokens, attach, close}
}
