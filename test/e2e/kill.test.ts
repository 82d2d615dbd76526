/** 200 scrapes, and a `kill -9` in the middle of them: nothing lost, nothing twice, whoever was killed. */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {copydesk, editorClient, freePort, type Place, type Running, startServer, until} from './process.ts'

const COPIES = 200
const SAMPLE = readFileSync(
  new URL('../fixtures/seed--taliban-recognition/input.txt', import.meta.url),
  'utf8',
)
/** Peak resident memory of the server after the ingest, in MiB. */
const MEMORY_LIMIT = 400

let place: Place
let scrapes: string
let servers: Running[]

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-kill-'))
  place = {port: await freePort(), sitePort: await freePort(), data: join(folder, 'data')}
  scrapes = join(folder, 'scrapes')
  servers = []
  mkdirSync(scrapes)
  for (let number = 1; number <= COPIES; number++) {
    writeFileSync(
      join(scrapes, `copy-${number}.txt`),
      SAMPLE.replace(/^.*/, (title) => `${title}, Part ${number}`),
    )
  }
})

afterEach(async () => {
  for (const server of servers) {
    server.child.kill('SIGKILL')
    await server.ended
  }
  rmSync(join(place.data, '..'), {recursive: true, force: true})
})

async function server(): Promise<Running> {
  const running = await startServer(place)
  servers.push(running)
  return running
}

const ingest = (): Running => copydesk(place, ['ingest', scrapes])

/** Articles stored so far, drafts included. */
const stored = (): Promise<number> => editorClient(place).fetch('count(*[_type == "article"])')

async function expectAllOnce(): Promise<void> {
  const client = editorClient(place)
  const titles = await client.fetch<string[]>('*[_type == "article"].title')
  expect(titles).toHaveLength(COPIES)
  expect(new Set(titles).size).toBe(COPIES)
  expect(await client.fetch('count(*[_type == "review"])')).toBe(COPIES)
  expect(await client.fetch('count(*[_type == "scrape"])')).toBe(COPIES)
  expect(await client.fetch('count(*[_type == "article" && !(_id in path("drafts.**"))])')).toBe(0)
}

/** Peak resident memory of a process in MiB; Linux tells it. */
function peakMemory({child}: Running): number | undefined {
  if (process.platform !== 'linux') return undefined
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

it('survives a kill of the server during an ingest', async () => {
  const first = await server()
  const interrupted = ingest()
  await until(async () => (await stored()) >= 20)
  first.child.kill('SIGKILL')
  await first.ended
  expect(await interrupted.ended).not.toBe(0)

  const second = await server()
  const before = await stored()
  expect(before).toBeGreaterThanOrEqual(20)
  expect(before).toBeLessThan(COPIES)
  const again = ingest()
  expect(await again.ended, again.output()).toBe(0)
  await expectAllOnce()
  const peak = peakMemory(second)
  if (peak !== undefined) expect(peak).toBeLessThan(MEMORY_LIMIT)
}, 180_000)

it('survives a kill of the ingest, and a repeat writes nothing', async () => {
  const running = await server()
  const killed = ingest()
  await until(async () => (await stored()) >= 20)
  killed.child.kill('SIGKILL')
  expect(await killed.ended).toBe('SIGKILL')
  expect(await stored()).toBeLessThan(COPIES)

  const again = ingest()
  expect(await again.ended, again.output()).toBe(0)
  await expectAllOnce()

  const revisions = () => editorClient(place).fetch<string[]>('*[] | order(_id) {_id, _rev}')
  const before = await revisions()
  const repeated = ingest()
  expect(await repeated.ended, repeated.output()).toBe(0)
  expect(await revisions()).toEqual(before)
  const peak = peakMemory(running)
  if (peak !== undefined) expect(peak).toBeLessThan(MEMORY_LIMIT)
}, 180_000)
