import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import react from '@vitejs/plugin-react'
import {build, type InlineConfig} from 'vite'
import {bundledFont} from './bundled-font.ts'

export interface StudioBuildOptions {
  /** Emptied first. A relative path is taken from the working directory. */
  outDir: string
  /** `SANITY_STUDIO_*` variables, which go into the bundle. None: the Studio talks to the lake it is served by. */
  settings?: Readonly<Record<string, string>>
  logLevel?: 'silent' | 'error' | 'warn' | 'info'
}

/** What the Studio reads of its environment; everything else stays out of the bundle. */
const VARIABLES = [
  'SANITY_STUDIO_PROJECT_ID',
  'SANITY_STUDIO_DATASET',
  'SANITY_STUDIO_API_HOST',
  'SANITY_STUDIO_SITE_URL',
] as const

/** Vite's configuration for the Studio, for the build and for `vite dev` alike. */
function studioViteConfig(settings: Readonly<Record<string, string>> = {}): InlineConfig {
  return {
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: '/',
    plugins: [bundledFont(), react()],
    define: {
      'process.env.NODE_ENV': JSON.stringify('production'),
      ...Object.fromEntries(
        VARIABLES.map((name) => [`process.env.${name}`, JSON.stringify(settings[name] ?? '')]),
      ),
    },
    resolve: {dedupe: ['react', 'react-dom', 'styled-components', '@sanity/ui', '@portabletext/editor']},
  }
}

/**
 * Builds the Studio, offline, as static files with an `index.html` for every path.
 *
 * Run it with `NODE_ENV` unset or `production`: bundler and plugins take what they build for from there.
 *
 * @throws Error when `NODE_ENV` is anything else
 */
export async function buildStudio({
  outDir,
  settings = {},
  logLevel = 'warn',
}: StudioBuildOptions): Promise<void> {
  const {NODE_ENV} = process.env
  if (NODE_ENV && NODE_ENV !== 'production') {
    throw new Error(
      `Expected NODE_ENV to be production or not set, got ${NODE_ENV}. Build in a process of its own.`,
    )
  }
  await build({
    ...studioViteConfig(settings),
    mode: 'production',
    logLevel,
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      target: 'baseline-widely-available',
      sourcemap: false,
      reportCompressedSize: false,
      // The Studio is one large application; a warning about the size of its chunks helps nobody.
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        // Some two hundred icons, a file each otherwise; over HTTP/1.1 that is a second of waiting.
        output: {codeSplitting: {groups: [{name: 'icons', test: /node_modules\/@sanity\/icons\//}]}},
        // Dependencies carry directives of React's compiler and server components, which mean nothing here.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    },
  })
}
