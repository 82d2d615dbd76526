import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {text} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

it.each(['--json', '--markdown', '--html'])('parse %s is quiet when its reader has gone', async (form) => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'app/copydesk.ts', 'parse', 'app/sample/article.txt', form],
    {cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe']},
  )
  child.stdout.destroy()
  const [complaint, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect(complaint).toBe('')
  expect(status).toBe(0)
})
