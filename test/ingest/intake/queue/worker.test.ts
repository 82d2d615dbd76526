import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import type {Ledger} from '../../../../ingest/intake/queue/ledger.ts'
import {MAX_ATTEMPTS} from '../../../../ingest/intake/queue/ledger-leases.ts'
import {openLedger} from '../../../../ingest/intake/queue/open-ledger.ts'
import {startWorker, type Worker, type WorkerOptions} from '../../../../ingest/intake/queue/worker.ts'
import {InputError} from '../../../../ingest/parse/errors.ts'
import {WriteError} from '../../../../ingest/store/write/errors.ts'
import type {WriteResult} from '../../../../ingest/store/write/writer.ts'
import {parsed, scrape} from '../../store/draft/samples.ts'

let directory: string
let ledger: Ledger
let worker: Worker | undefined
let told: string[]

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-worker-'))
  ledger = await openLedger({directory})
  told = []
})
afterEach(async () => {
  await worker?.stop()
  ledger.close()
  await rm(directory, {recursive: true})
})

const created: WriteResult = {outcome: 'created', articleId: 'article-1', scrapeId: 'scrape.1'}
const tell = (_: object, message: string) => void told.push(message)

function start(options: Partial<WorkerOptions> = {}): Worker {
  worker = startWorker({
    ledger,
    parse: async () => parsed(),
    write: async () => created,
    slots: 2,
    log: {info: tell, warn: tell, error: tell},
    pollMs: 5,
    outageMs: 20,
    random: () => 0,
    ...options,
  })
  return worker
}

const accept = async (text: string) => (await ledger.accept(scrape(text))).entry.id

it('takes what waits and what comes, no more than its slots at a time', async () => {
  for (let at = 0; at < 5; at += 1) await accept(`text ${at}`)
  let [running, most] = [0, 0]
  const {wake, onIdle} = start({
    parse: async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running -= 1
      return parsed()
    },
  })
  await accept('one more')
  wake()
  await onIdle()
  expect(ledger.counts()).toMatchObject({done: 6})
  expect(most).toBe(2)
})

it.each<[string, Partial<WorkerOptions>, string]>([
  [
    'no article',
    {parse: () => Promise.reject(new InputError('no-article', 'There is no article in it'))},
    'no-article',
  ],
  ['a refused document', {write: () => Promise.reject(new WriteError('rejected', 'Not so'))}, 'rejected'],
])('sets aside %s at once, and goes on', async (_, options, code) => {
  const id = await accept('bad')
  await start(options).onIdle()
  expect(ledger.get(id)).toMatchObject({state: 'failed', attempts: 1, reason: {code}})
})

it('tries what is not the fault of the input again, and sets it aside in the end', async () => {
  const id = await accept('unlucky')
  start({parse: () => Promise.reject(new Error('a bug'))})
  for (let time = 0; time < MAX_ATTEMPTS; time += 1) {
    await expect.poll(() => ledger.get(id)?.attempts, {interval: 5, timeout: 10_000}).toBeGreaterThan(time)
  }
  await expect.poll(() => ledger.get(id)?.state).toBe('failed')
  expect(ledger.get(id)).toMatchObject({attempts: MAX_ATTEMPTS, reason: {code: 'unexpected'}})
})

it('waits out an outage without counting it against the input', async () => {
  const id = await accept('patient')
  let outages = MAX_ATTEMPTS + 3
  start({
    write: async () => {
      if (outages-- > 0) throw new WriteError('unreachable', 'Nobody there')
      return created
    },
  })
  await expect.poll(() => ledger.get(id)?.state, {interval: 10, timeout: 10_000}).toBe('done')
  expect(ledger.get(id)?.attempts).toBe(1)
  expect(told[0]).toContain('Waiting for the Content Lake')
})

it('calls what was posted by its address, or by its id, in messages', async () => {
  const first = await accept('posted without an address')
  await ledger.accept(scrape('posted with one', {origin: 'http', url: 'https://a.example/page'}))
  await ledger.accept(scrape('posted without', {origin: 'http'}))
  const refuse = async ({origin}: {origin: string}) => {
    throw new InputError('binary', `${origin} is not text`)
  }
  await start({parse: refuse}).onIdle()
  const {origin} = scrape('')
  expect(ledger.get(first)?.reason?.message).toBe(`${origin} is not text`)
  expect(told.map((line) => line.replace(/[\da-f]{12}/g, '…')).sort()).toEqual([
    'Set aside The posted page …: The posted page … is not text',
    'Set aside https://a.example/page: https://a.example/page is not text',
    `Set aside ${origin}: ${origin} is not text`,
  ])
})

it('finishes what is under way when stopped, and takes nothing more', async () => {
  const [one, two] = [await accept('one'), await accept('two')]
  const parsing = Promise.withResolvers<ReturnType<typeof parsed>>()
  const {stop} = start({slots: 1, parse: () => parsing.promise})
  await expect.poll(() => ledger.get(one)?.state).toBe('parsing')
  const stopped = stop()
  parsing.resolve(parsed())
  await stopped
  expect([ledger.get(one)?.state, ledger.get(two)?.state]).toEqual(['done', 'queued'])
})

it('puts back what cannot be written when stopped', async () => {
  const id = await accept('one')
  const {stop} = start({
    graceMs: 5,
    write: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new WriteError('aborted', 'Stopped')))
      }),
  })
  await expect.poll(() => ledger.get(id)?.state).toBe('writing')
  await stop()
  expect(ledger.get(id)).toMatchObject({state: 'queued', attempts: 0})
})

it('tells of a ledger that fails, and takes the work up again', async () => {
  const id = await accept('one')
  let failures = 1
  const claim = (slots: number) => {
    if (failures-- > 0) throw new Error('database or disk is full')
    return ledger.claim(slots)
  }
  start({ledger: {...ledger, claim}})
  await expect.poll(() => ledger.get(id)?.state).toBe('done')
  expect(told[0]).toBe('The ledger failed: database or disk is full')
})
