import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import react from '@vitejs/plugin-react'
import {build, type InlineConfig} from 'vite'
import {bundledFont} from './bundled-font.ts'

/** Options of a build. */
export interface StudioBuildOptions {
  /** Emptied first. Relative to the working directory. */
  outDir: string
  /** `SANITY_STUDIO_*` variables, which become part of the bundle. Without any, the Studio uses the lake that serves it. */
  settings?: Readonly<Record<string, string>>
  logLevel?: 'silent' | 'error' | 'warn' | 'info'
}

/** The environment variables that the Studio reads. No others become part of the bundle. */
const VARIABLES = [
  'SANITY_STUDIO_PROJECT_ID',
  'SANITY_STUDIO_DATASET',
  'SANITY_STUDIO_API_HOST',
  'SANITY_STUDIO_SITE_URL',
] as const

/** The Vite configuration of the Studio, for builds and for `vite dev`. */
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
 * `NODE_ENV` must be unset or `production`, because the bundler and its plugins read it.
 *
 * @throws Error if `NODE_ENV` has another value
 */
export async function buildStudio({
  outDir,
  settings = {},
  logLevel = 'warn',
}: StudioBuildOptions): Promise<void> {
  const {NODE_ENV} = process.env
  if (NODE_ENV && NODE_ENV !== 'production') {
    throw new Error(
      `Expected NODE_ENV to be production or not set, got ${NODE_ENV}. Build in a separate process.`,
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
      // The Studio is one large application, so warnings about large chunks do not help.
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        // About two hundred icons would be one file each, which takes a second to load over HTTP/1.1.
        output: {codeSplitting: {groups: [{name: 'icons', test: /node_modules\/@sanity\/icons\//}]}},
        // Dependencies contain directives for React's compiler and server components, which have no effect here.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    },
  })
}
