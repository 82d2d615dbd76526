import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {StartError} from './start-error.ts'

/** Run app/build-studio.ts; its output is only printed if it fails. */
export function buildStudioInProcess({
  outDir,
  settings,
}: {
  outDir: string
  settings: Readonly<Record<string, string>>
}): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./build-studio.ts', import.meta.url))
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, outDir], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, ...settings, NODE_ENV: 'production'},
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new StartError(
            `The Studio could not be built:\n${Buffer.concat(chunks).toString('utf8').trimEnd()}`,
          ),
        )
    })
  })
}
