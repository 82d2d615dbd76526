/** A folder as standard input: Node gives an empty stream for it, which must not pass for input without a row. */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, openSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'

const BIN = fileURLToPath(new URL('../../../../app/copydesk.ts', import.meta.url))

it.each([[['parse', '--ndjson']], [['parse', '-']]])('%j says what it is and ends with 1', async (args) => {
  const folder = openSync(tmpdir(), 'r')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', BIN, ...args], {
    stdio: [folder, 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
  const [status] = await once(child, 'close')
  closeSync(folder)
  expect(status).toBe(1)
  expect(said.join('')).toContain('Standard input is a folder, not a file')
})
