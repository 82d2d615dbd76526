/**
 * The files of the Studio: built by Vite if its sources have changed, and served with `index.html` for every path of
 * the single-page application.
 */
import {createHash} from 'node:crypto'
import {existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {dirname, extname, join, normalize, sep} from 'node:path'
import {Hono} from 'hono'

/** The sources of the Studio. Patterns are relative to the checkout. */
const SOURCES = [
  'studio/**/*.{ts,tsx,html,css,svg}',
  'schemas/**/*.ts',
  // The preview renders the site's page.
  'deliver/**/*.{ts,css}',
  'render/**/*.ts',
  'package-lock.json',
  'tsconfig.json',
]
const STAMP = '.built-from'

/** Digest of everything that the Studio is built from: sources, lockfile and the settings in the bundle. */
export function studioDigest(root: string, settings: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, {
    cwd: root,
    exclude: (name) => name.split(sep).some((part) => part.startsWith('dist')),
  }).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  for (const [name, value] of Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}=${value}\0`)
  }
  return hash.digest('hex')
}

/**
 * The Studio's variables. If they are not set, those of the pipeline are used, since the Studio edits what the pipeline
 * writes.
 */
const STUDIO_VARIABLES = {
  SANITY_STUDIO_PROJECT_ID: 'SANITY_PROJECT_ID',
  SANITY_STUDIO_DATASET: 'SANITY_DATASET',
  SANITY_STUDIO_API_HOST: 'SANITY_API_HOST',
  SANITY_STUDIO_SITE_URL: 'COPYDESK_SITE_URL',
} as const

/** Settings that are built into the Studio. All other variables may be secret. */
export function studioSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const found = Object.entries(STUDIO_VARIABLES).flatMap(([name, fallback]): [string, string][] => {
    const value = env[name]?.trim() || env[fallback]?.trim()
    return value ? [[name, value]] : []
  })
  const settings = Object.fromEntries(found)
  // With the embedded lake, the Studio sends all requests to its own origin, so that one build works for any host and
  // port.
  if (settings.SANITY_STUDIO_PROJECT_ID) return settings
  const {SANITY_STUDIO_SITE_URL: siteUrl} = settings
  return siteUrl ? {SANITY_STUDIO_SITE_URL: siteUrl} : {}
}

/** What the Studio is built from, and where to. */
export interface StudioBuild {
  root: string
  outDir: string
  settings: Readonly<Record<string, string>>
  build: (options: {outDir: string; settings: Readonly<Record<string, string>>}) => Promise<void>
}

/** Build the Studio if it is stale; returns whether it was built. */
export async function ensureStudio({root, outDir, settings, build}: StudioBuild): Promise<boolean> {
  const digest = studioDigest(root, settings)
  const stamp = join(outDir, STAMP)
  if (existsSync(join(outDir, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return false
  // Built in a temporary folder and moved, so that an interrupted build, or two at once, never leave a partial Studio.
  mkdirSync(dirname(outDir), {recursive: true})
  const fresh = `${outDir}.${process.pid}`
  try {
    await build({outDir: fresh, settings})
    writeFileSync(join(fresh, STAMP), digest)
    rmSync(outDir, {recursive: true, force: true})
    renameSync(fresh, outDir)
  } finally {
    rmSync(fresh, {recursive: true, force: true})
  }
  return true
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The path of a file in the Studio's folder; undefined if the URL cannot be one. */
function filePath(pathname: string): string | undefined {
  if (/%(?![\da-f]{2})|%00|%2f|%5c/i.test(pathname)) return undefined
  const path = normalize(decodeURI(pathname))
  return path.includes('..') ? undefined : path
}

/** The placeholder of the site's URL in `studio/index.html`. */
const SITE_META = '<meta name="copydesk-site" content=""'

/**
 * Serve the built Studio. Files below `assets/` have a hash in their name, so they never change. The URL of the site is
 * inserted into the page when it is served, since one build works for any port.
 */
export function studioApp(outDir: string, siteUrl = ''): Hono {
  const app = new Hono()
  const siteMeta = SITE_META.replace(
    '""',
    () => `"${siteUrl.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  )
  const index = async (): Promise<Response> =>
    new Response(
      (await readFile(join(outDir, 'index.html'), 'utf8')).replace(SITE_META, () => siteMeta),
      {
        headers: {
          'content-type': TYPES['.html'] ?? '',
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'SAMEORIGIN',
          'referrer-policy': 'same-origin',
        },
      },
    )
  app.get('*', async (context) => {
    const path = filePath(new URL(context.req.url).pathname)
    const type = path && TYPES[extname(path)]
    if (!path || !type) return index()
    try {
      const body = await readFile(join(outDir, path))
      return new Response(body, {
        headers: {
          'content-type': type,
          'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          'x-content-type-options': 'nosniff',
        },
      })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      // A missing script or style must not return a page; a path of the Studio may contain a dot.
      return extname(path) === '.html' || !path.startsWith('/assets/')
        ? index()
        : context.text(`Not found: ${path}`, 404)
    }
  })
  return app
}
