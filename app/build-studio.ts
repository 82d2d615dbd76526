/**
 * Build the Studio in a separate process, so that the server, which runs for weeks, does not keep the bundler's memory:
 * `node app/build-studio.ts OUT_DIR`, with settings from `SANITY_STUDIO_*`.
 */
import {buildStudio} from '../studio/build.ts'
import {studioSettings} from './studio-files.ts'

const outDir = process.argv[2]
if (!outDir) {
  console.error('Expected the output folder: node app/build-studio.ts OUT_DIR')
  process.exit(2)
}
await buildStudio({outDir, settings: studioSettings(process.env)})
