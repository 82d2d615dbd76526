/** Once for a run, before any test: the Studio is built if it is stale, so that tests side by side do not build it twice. */
import {join} from 'node:path'
import {ensureStudio} from '../../app/studio-files.ts'
import {buildStudioInProcess} from '../../app/studio-process.ts'

const ROOT = join(import.meta.dirname, '..', '..')

export default async function setup(): Promise<void> {
  await ensureStudio({
    root: ROOT,
    outDir: join(ROOT, 'studio', 'dist'),
    settings: {},
    build: buildStudioInProcess,
  })
}
