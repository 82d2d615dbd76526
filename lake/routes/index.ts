import {Hono} from 'hono'
import {assetRoutes, isAssetPath, openAssetStore, uploadRoutes} from '../assets/index.ts'
import {type Engine, randomId} from '../engine.ts'
import type {Guard, GuardEnv} from '../guard/index.ts'
import {historyRoutes} from '../history/index.ts'
import {Problem, problemResponse} from '../http/problem.ts'
import {listenRoutes} from '../listen/index.ts'
import {documentRoutes} from './documents.ts'
import {mutateRoutes} from './mutate.ts'
import {type ProjectSettings, projectRoutes} from './projects.ts'
import {queryRoutes} from './query.ts'
import {statusRoutes} from './status.ts'
import {openUserSettings} from './user-settings.ts'
import {userRoutes} from './users.ts'

/** Settings of the HTTP API. */
interface LakeSettings extends ProjectSettings {
  /** The origin in URLs of new assets, for example `http://localhost:3333`. */
  assetBaseUrl?: string
  /** Milliseconds between the comments that keep event streams open. */
  heartbeat?: number
}

/** What the HTTP API is built from. */
export interface LakeAppOptions {
  engine: Engine
  guard: Guard
  /** Folder of assets and user settings. */
  dataDir: string
  settings: LakeSettings
  /** Called with unexpected errors. */
  log: (error: unknown) => void
}

/** The API version that a path starts with: a date, `v1` or `vX`. */
const VERSION = '/:version{v(?:1|X|\\d{4}-\\d{2}-\\d{2})}'

/**
 * The Content Lake's HTTP API as a Hono app, to serve alone or to mount at the root of another app. It answers below
 * `/v…/`, `/images/` and `/files/`, and leaves other paths alone.
 */
export function createLakeApp({engine, guard, dataDir, settings, log}: LakeAppOptions): Hono<GuardEnv> {
  const store = openAssetStore(dataDir)
  const {assetBaseUrl, heartbeat, projectId} = settings
  const assets = {engine, store, projectId, ...(assetBaseUrl === undefined ? {} : {baseUrl: assetBaseUrl})}

  const api = new Hono<GuardEnv>()
  api.use(async (context, next) => {
    const started = performance.now()
    await next()
    for (const [name, value] of Object.entries(answerHeaders(performance.now() - started)))
      context.header(name, value)
  })
  api.route('/', queryRoutes(engine))
  api.route('/', mutateRoutes(engine))
  api.route('/', documentRoutes(engine))
  api.route('/', listenRoutes({engine, ids: randomId, ...(heartbeat === undefined ? {} : {heartbeat})}))
  api.route('/', historyRoutes(engine))
  api.route('/', uploadRoutes(assets))
  api.route('/', userRoutes(openUserSettings(dataDir)))
  api.route('/', projectRoutes(engine, settings))
  api.route('/', statusRoutes())
  api.all('*', (context) => {
    throw new Problem(404, `The embedded lake has no ${context.req.method} ${context.req.path}`)
  })

  const app = new Hono<GuardEnv>()
  app.onError((error, context) => problemResponse(error, context, log))
  for (const path of [`${VERSION}/*`, '/images/*', '/files/*']) app.use(path, guard.middleware)
  app.route(VERSION, api)
  app.route('/', assetRoutes(assets))
  return app
}

/** Whether any page may embed the response; the guard asks this. */
export function isPublicRoute(request: Request): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && isAssetPath(new URL(request.url).pathname)
}

/**
 * Headers of Sanity's API that its clients read. The lake limits no rate, so the remaining rate is always the full one.
 */
function answerHeaders(milliseconds: number): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'x-sanity-shard': 'local',
    'server-timing': `api;dur=${Math.round(milliseconds)}`,
    'ratelimit-limit': '500',
    'ratelimit-remaining': '500',
    'ratelimit-reset': '1',
  }
}
