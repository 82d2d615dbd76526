/** What was accepted survives `kill -9`, at whatever moment it comes, and becomes one article. */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {openLedger} from '../../../../ingest/intake/queue/open-ledger.ts'
import {sha256} from '../../../../ingest/store/draft/ids.ts'
import {type FakeLake, startFakeLake} from '../../store/write/fake-lake.ts'

const INPUTS = 120
const KILLS = 4

let directory: string
let lake: FakeLake
let desk: ChildProcess | undefined

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-kill-'))
  lake = await startFakeLake()
})
afterEach(async () => {
  desk?.kill('SIGKILL')
  await lake.close()
  await rm(directory, {recursive: true})
})

async function startDesk(): Promise<string> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('desk-process.ts', import.meta.url))], {
    cwd: directory,
    env: {...process.env, COPYDESK_DATA: 'data', SANITY_API_HOST: lake.url, SANITY_TOKEN: 'token'},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  desk = child
  const [line] = await once(child.stdout, 'data')
  return String(line).trim()
}

async function killDesk(): Promise<void> {
  if (!desk) return
  const ended = once(desk, 'exit')
  desk.kill('SIGKILL')
  await ended
}

it('loses nothing and doubles nothing', async () => {
  const texts = Array.from({length: INPUTS}, (_, at) => `Article ${at}`)
  const accepted = new Set<string>()
  let waiting = [...texts]
  for (let round = 0; round <= KILLS; round += 1) {
    const url = await startDesk()
    // Killed once some of this round's share was accepted; callers without an answer come again.
    const enough = round < KILLS ? accepted.size + INPUTS / (KILLS + 2) : Number.POSITIVE_INFINITY
    let death: Promise<void> | undefined
    await Promise.all(
      Array.from({length: 6}, async () => {
        for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
          const status = await fetch(`${url}/ingest`, {method: 'POST', body: text}).then(
            (response) => response.status,
            () => 0,
          )
          if (status === 202 || status === 200) accepted.add(text)
          if (accepted.size >= enough) death ??= killDesk()
        }
      }),
    )
    await death
    waiting = texts.filter((text) => !accepted.has(text))
  }

  const ledger = await openLedger({directory: join(directory, 'data')})
  await expect
    .poll(() => ledger.counts(), {timeout: 20_000, interval: 100})
    .toMatchObject({queued: 0, parsing: 0, writing: 0, failed: 0})
  for (const text of accepted) expect(ledger.get(sha256(text))?.state, text).toMatch(/done|unchanged/)
  ledger.close()
  await killDesk()

  expect(accepted.size).toBe(INPUTS)
  const articles = [...lake.documents.values()].filter(({_type}) => _type === 'article')
  expect(articles.map(({title}) => title).sort()).toEqual([...texts].sort())
  expect(articles.every(({_id}) => _id.startsWith('drafts.'))).toBe(true)
})
