import {type Context, Hono} from 'hono'
import type {Engine} from '../engine.ts'
import type {GuardEnv} from '../guard/index.ts'
import {requireEditor} from '../http/access.ts'
import {datasetOf} from '../http/dataset.ts'
import {Problem} from '../http/problem.ts'
import {ASSET_NAME, type AssetStore, type StoredFile} from './store.ts'
import {transform, transformationOf} from './transform.ts'
import {type AssetKind, upload} from './upload.ts'

export {openAssetStore} from './store.ts'

/** What the routes of assets work with. */
export interface AssetRoutesOptions {
  engine: Engine
  store: AssetStore
  projectId: string
  /** The origin in URLs of new assets; if absent, the one the upload was sent to. */
  baseUrl?: string
}

/**
 * Media types that browsers may display. Everything else is sent as a download, so that no markup of others is
 * displayed under our origin.
 */
const SHOWN =
  /^(?:image\/(?:jpeg|png|webp|gif|avif|tiff|svg\+xml)|video\/[\w.+-]+|audio\/[\w.+-]+|application\/pdf|text\/plain)$/

/**
 * Assets are made by others and served from the Studio's origin. So they run no scripts, send no requests, get an
 * opaque origin (sandbox), and their type is not sniffed.
 */
const SAFE_HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=31536000, immutable',
}

/** `assets/images` and `assets/files`: uploads. */
export function uploadRoutes({engine, store, projectId, baseUrl}: AssetRoutesOptions): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()
  app.post('/assets/:kind{images|files}/:dataset', async (context) => {
    const session = requireEditor(context)
    const url = new URL(context.req.url)
    const document = await upload(engine, store, {
      kind: context.req.param('kind') as AssetKind,
      dataset: datasetOf(context),
      projectId,
      baseUrl: baseUrl ?? url.origin,
      body: context.req.raw.body,
      contentType: context.req.header('content-type'),
      search: url.searchParams,
      session,
    })
    return context.json({document})
  })
  return app
}

/** `/images` and `/files`: asset bytes, public as on Sanity's CDN. */
export function assetRoutes({engine, store}: Pick<AssetRoutesOptions, 'engine' | 'store'>): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()

  app.get('/images/:project/:dataset/:name/:vanity?', async (context) => {
    const file = await fileOf(context, store)
    const wanted = transformationOf(new URL(context.req.url).searchParams, context.req.header('accept') ?? '')
    if (!wanted) return original(context, engine, file)
    const {bytes, mimeType} = await transform(file.path, wanted)
    return context.body(new Uint8Array(bytes), 200, {
      ...SAFE_HEADERS,
      'content-type': mimeType,
      vary: 'Accept',
    })
  })
  app.get('/files/:project/:dataset/:name/:vanity?', async (context) =>
    original(context, engine, await fileOf(context, store)),
  )
  return app
}

async function fileOf(context: Context, store: AssetStore): Promise<StoredFile> {
  const file = await store.find(datasetOf(context), context.req.param('name') ?? '')
  if (!file) throw new Problem(404, 'Asset not found')
  return file
}

function original(context: Context<GuardEnv>, engine: Engine, file: StoredFile): Response {
  const mimeType = mimeTypeOf(context, engine)
  const download = context.req.query('dl')
  const isSaved = download !== undefined || !SHOWN.test(mimeType)
  const name = download || context.req.param('name') || 'file'
  return context.body(file.stream(), 200, {
    ...SAFE_HEADERS,
    'content-type': isSaved && !SHOWN.test(mimeType) ? 'application/octet-stream' : mimeType,
    'content-length': String(file.size),
    ...(isSaved ? {'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`} : {}),
  })
}

/** The media type in the asset document; without a document, that of unknown bytes. */
function mimeTypeOf(context: Context, engine: Engine): string {
  const {sha1, width, height, extension} = ASSET_NAME.exec(context.req.param('name') ?? '')?.groups ?? {}
  const id =
    width === undefined ? `file-${sha1}-${extension}` : `image-${sha1}-${width}x${height}-${extension}`
  const [found] = engine.documents(datasetOf(context), [id], {kind: 'viewer'})
  const mimeType = found && 'document' in found ? found.document.mimeType : undefined
  return typeof mimeType === 'string' ? mimeType : 'application/octet-stream'
}

/** Whether a path is one of {@link assetRoutes}. */
export function isAssetPath(path: string): boolean {
  return /^\/(?:images|files)\//.test(path)
}
