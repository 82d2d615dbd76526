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

interface LakeSettings extends ProjectSettings {
  /** The origin that addresses of new assets begin with, such as `http://localhost:3333`. */
  assetBaseUrl?: string
  /** Milliseconds between the comments that keep event streams open. */
  heartbeat?: number
}

export interface LakeAppOptions {
  engine: Engine
  guard: Guard
  /** Where assets and settings of users are kept. */
  dataDir: string
  settings: LakeSettings
  /** Told of errors that nobody foresaw. */
  log: (error: unknown) => void
}

/** What a path of the API begins with: a date, `v1` or `vX`. */
const VERSION = '/:version{v(?:1|X|\\d{4}-\\d{2}-\\d{2})}'

/**
 * The Content Lake's HTTP API as a Hono app, to be served alone or mounted at the root of another app: it answers
 * below `/v…/`, `/images/` and `/files/`, and leaves other paths alone.
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

/** Routes that any page may embed, for the guard. */
export function isPublicRoute(request: Request): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && isAssetPath(new URL(request.url).pathname)
}

/** Headers of Sanity's API that its clients read. Nothing is counted here, so the rate is always whole. */
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
