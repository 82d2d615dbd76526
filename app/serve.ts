/**
 * Serve everything on two ports of one machine: the Studio, the Content Lake's API and the ingest endpoint on the
 * first, and the reference site, which is a separate origin, on the second. With hosted Sanity the embedded lake stays
 * closed.
 */
import {fileURLToPath} from 'node:url'
import {createDeliverClient, createSite} from '../deliver/index.ts'
import type {Log} from '../ingest/intake/queue/log.ts'
import {type IngestService, startIngestService} from '../ingest/intake/service.ts'
import {createParsePool} from '../ingest/parse-pool/index.ts'
import {loadTokens} from '../lake/guard/index.ts'
import {
  type Connection,
  createGuard,
  createLake,
  type Guard,
  type Lake,
  loopbackOrigins,
} from '../lake/index.ts'
import {takePort} from './listen.ts'
import {publishedContent} from './published-content.ts'
import {route} from './routes.ts'
import {ingestSample} from './sample.ts'
import type {ServerSettings} from './settings.ts'
import {ensureStudio, studioApp, studioSettings} from './studio-files.ts'
import {buildStudioInProcess} from './studio-process.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The settings, and what happens at the start. */
export interface ServeOptions {
  settings: ServerSettings
  /** `SANITY_STUDIO_*` variables of this environment are built into the Studio. */
  environment: NodeJS.ProcessEnv
  /** Whether to ingest the bundled sample if there is no article yet. */
  sample: boolean
  log: Log
  /** Called with a line for each step of the start. */
  say: (line: string) => void
}

/** A running server. */
export interface Served {
  studioUrl: string
  siteUrl: string
  ingest: IngestService
  /** Accept nothing more, finish inputs in progress, and close everything. */
  close: () => Promise<void>
}

/**
 * Start everything. Throws {@link StartError} if a port is taken or the Studio cannot be built; then everything is
 * closed again.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const {settings, log, say} = options
  const undo: (() => void | Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const desk = await takePort(settings.host, settings.port, 'the Studio', 'COPYDESK_PORT')
    undo.push(desk.close)
    const site = await takePort(settings.host, settings.sitePort, 'the reference site', 'COPYDESK_SITE_PORT')
    undo.push(site.close)
    const studioUrl = `http://localhost:${desk.port}`
    const siteUrl = settings.siteUrl ?? `http://localhost:${site.port}`
    const ingestSettings = {...settings.ingest, port: desk.port}
    if (settings.ingest.target === 'local')
      ingestSettings.lake = {...settings.ingest.lake, apiHost: `http://127.0.0.1:${desk.port}`}

    const isBuilt = studioIsBuilt(options)
    // It is awaited below; until then a failure must not count as unhandled.
    isBuilt.catch(() => undefined)

    const lake = settings.ingest.target === 'local' ? openLake(settings, desk.port, log) : undefined
    if (lake) undo.push(lake.close, lake.attach(desk.server))
    const guard = lake?.guard ?? openGuard(settings, desk.port)

    const parsePool = createParsePool({
      size: ingestSettings.parseThreads,
      timeoutMs: ingestSettings.parseTimeoutMs,
      maxOldGenerationSizeMb: ingestSettings.parseMemoryMb,
      maxBytes: ingestSettings.maxBytes,
    })
    const ingest = await startIngestService({
      settings: ingestSettings,
      parsePool,
      log,
      authorize: authorizeBy(guard),
    })
    undo.push(ingest.close)

    desk.answer(
      route({
        lake: lake?.app.fetch,
        ingest: ingest.app.fetch,
        studio: studioApp(settings.studioDirectory, siteUrl).fetch,
      }),
    )
    site.answer(openSite(settings, desk.port, siteUrl, log))

    if (options.sample) await ingestSample(ingest, ingestSettings, say)
    await isBuilt
    return {studioUrl, siteUrl, ingest, close}
  } catch (error) {
    await close()
    throw error
  }
}

function openLake(settings: ServerSettings, port: number, log: Log): Lake {
  return createLake({
    dataDir: settings.ingest.dataDirectory,
    ownOrigins: loopbackOrigins(port),
    readOrigins: settings.readOrigins,
    hosts: settings.hosts,
    log: (error) => log.error({error: String(error)}, 'The Content Lake failed on a request'),
  })
}

/** With hosted Sanity, the endpoint still needs a guard and tokens. */
function openGuard(settings: ServerSettings, port: number): Guard {
  return createGuard({
    ownOrigins: loopbackOrigins(port),
    hosts: settings.hosts,
    tokens: loadTokens(settings.ingest.dataDirectory),
  })
}

function authorizeBy(guard: Guard): Parameters<typeof startIngestService>[0]['authorize'] {
  return (request, connection) => {
    const session = guard.accessOf(request, connection as Connection | undefined)
    if ('status' in session) return {status: session.status === 403 ? 403 : 401, message: session.message}
    if (session.kind === 'editor') return true
    return {
      status: 401,
      message:
        'The endpoint needs the editor token: Authorization: Bearer …; `npm run -s copydesk -- token` prints it.',
    }
  }
}

function studioIsBuilt({settings, environment, say}: ServeOptions): Promise<boolean> {
  return ensureStudio({
    root: ROOT,
    outDir: settings.studioDirectory,
    settings: studioSettings(environment),
    build: (build) => {
      say('Building the Studio (once, about half a minute) …')
      return buildStudioInProcess(build)
    },
  })
}

function openSite(
  settings: ServerSettings,
  port: number,
  baseUrl: string,
  log: Log,
): (request: Request) => Response | Promise<Response> {
  const site = createSite({
    client: createDeliverClient(publishedContent(settings.ingest, port)),
    baseUrl,
    hosts: settings.hosts,
    frameAncestors: loopbackOrigins(port),
    readOrigins: settings.readOrigins,
    onError: (error, path) =>
      log.error({error: String(error), path}, 'The reference site failed on a request'),
  })
  return (request) => site.fetch(request)
}
