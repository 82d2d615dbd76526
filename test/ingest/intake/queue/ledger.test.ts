import {mkdtemp, readdir, rm, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Ledger} from '../../../../ingest/intake/queue/ledger.ts'
import {LEASE_MS, MAX_ATTEMPTS} from '../../../../ingest/intake/queue/ledger-leases.ts'
import {LedgerError} from '../../../../ingest/intake/queue/open-database.ts'
import {openLedger} from '../../../../ingest/intake/queue/open-ledger.ts'
import type {Scrape} from '../../../../ingest/parse/types.ts'
import {scrape} from '../../store/draft/samples.ts'

let directory: string
let now: number
let alive: boolean
const opened: Ledger[] = []

async function open(): Promise<Ledger> {
  const ledger = await openLedger({directory, now: () => now, isAlive: () => alive})
  opened.push(ledger)
  return ledger
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-ledger-'))
  now = Date.parse('2026-01-01T00:00:00Z')
  alive = true
})
afterEach(async () => {
  for (const ledger of opened.splice(0)) ledger.close()
  await rm(directory, {recursive: true})
})

const reason = {code: 'empty', message: 'Nothing in it'}
const result = {outcome: 'created', articleId: 'article-1'} as const

describe('accept', () => {
  it('keeps bytes and row', async () => {
    const given: Required<Scrape> = {
      bytes: Buffer.from('one'),
      origin: 'stdin',
      url: 'https://example.com/1',
      fetchedAt: '2026-01-01',
      contentType: 'text/html',
      unread: ['`url`: "/news/1"'],
    }
    const {entry, isNew} = await (await open()).accept(given)
    expect(isNew).toBe(true)
    expect(entry).toMatchObject({
      state: 'queued',
      size: 3,
      attempts: 0,
      url: given.url,
      acceptedAt: '2026-01-01T00:00:00.000Z',
    })
    const later = await open()
    expect(later.get(entry.id)).toEqual(entry)
    expect(await later.scrape(entry)).toEqual(given)
  })

  it('adds what it keeps to a ledger of an earlier version, and loses nothing', async () => {
    const first = await open()
    const {entry} = await first.accept(scrape('one'))
    opened.splice(opened.indexOf(first), 1)[0]?.close()
    const [path] = (await readdir(directory)).filter((name) => name.endsWith('.sqlite'))
    const database = new DatabaseSync(join(directory, path ?? ''))
    database.exec('ALTER TABLE input DROP COLUMN unread; PRAGMA user_version = 1')
    database.close()
    const second = await open()
    expect(second.get(entry.id)).toEqual(entry)
    const {entry: next} = await second.accept({...scrape('two'), unread: ['`fetchedAt`: "soon"']})
    expect((await second.scrape(next)).unread).toEqual(['`fetchedAt`: "soon"'])
  })

  it('knows bytes again', async () => {
    const ledger = await open()
    const {entry} = await ledger.accept(scrape('one'))
    ledger.claim(1)
    ledger.finish(entry.id, result)
    expect(await ledger.accept(scrape('one', {url: 'https://example.com'}))).toMatchObject({
      isNew: false,
      entry: {id: entry.id, state: 'done', articleId: 'article-1'},
    })
  })

  it('accepts bytes once, however many bring them at once', async () => {
    const ledgers = [await open(), await open()]
    const answers = await Promise.all(
      Array.from({length: 20}, (_, at) => ledgers[at % 2]?.accept(scrape('one'))),
    )
    expect(answers.filter((answer) => answer?.isNew)).toHaveLength(1)
    expect(await readdir(join(directory, 'scrapes', 'unfinished'))).toEqual([])
  })
})

describe('claim', () => {
  it('gives each input once, oldest first, for free slots only', async () => {
    const [one, other] = [await open(), await open()]
    for (const text of ['a', 'b', 'c']) await one.accept(scrape(text))
    expect(one.claim(0)).toEqual([])
    expect(one.claim(2).map(({size, state, attempts}) => ({size, state, attempts}))).toEqual([
      {size: 1, state: 'parsing', attempts: 1},
      {size: 1, state: 'parsing', attempts: 1},
    ])
    expect(other.claim(5)).toHaveLength(1)
    expect(one.claim(5)).toEqual([])
  })

  it('leaves out what has to wait', async () => {
    const ledger = await open()
    const {entry} = await ledger.accept(scrape('a'))
    ledger.claim(1)
    ledger.release(entry.id, {reason, delayMs: 500, isCounted: true})
    expect(ledger.get(entry.id)).toMatchObject({state: 'queued', attempts: 1, reason})
    expect(ledger.claim(1)).toEqual([])
    now += 500
    expect(ledger.claim(1)).toHaveLength(1)
  })

  it('does not count an outage', async () => {
    const ledger = await open()
    const {entry} = await ledger.accept(scrape('a'))
    ledger.claim(1)
    ledger.release(entry.id, {reason, delayMs: 0, isCounted: false})
    expect(ledger.get(entry.id)).toMatchObject({attempts: 0})
  })
})

describe('reclaim', () => {
  it.each([
    {name: 'of a dead process', isAlive: false, after: 0, renewed: false, expected: 1},
    {
      name: 'of a living one, not before the lease ends',
      isAlive: true,
      after: LEASE_MS - 1,
      renewed: false,
      expected: 0,
    },
    {name: 'of a living one, after it', isAlive: true, after: LEASE_MS, renewed: false, expected: 1},
    {name: 'of a living one that renews, never', isAlive: true, after: LEASE_MS, renewed: true, expected: 0},
  ])('takes back what is $name', async ({isAlive, after, renewed, expected}) => {
    const ledger = await open()
    const {entry} = await ledger.accept(scrape('a'))
    ledger.claim(1)
    ledger.writing(entry.id)
    now += after / 2
    if (renewed) ledger.renew([entry.id])
    now += after / 2
    alive = isAlive
    expect((await open()).reclaim()).toBe(expected)
    expect(ledger.get(entry.id)?.state).toBe(expected ? 'queued' : 'writing')
  })

  it('listens no more to one who lost the lease', async () => {
    const slow = await open()
    const {entry} = await slow.accept(scrape('a'))
    slow.claim(1)
    now += LEASE_MS
    const quick = await open()
    quick.reclaim()
    quick.claim(1)
    quick.finish(entry.id, result)
    slow.fail(entry.id, reason)
    expect(slow.get(entry.id)?.state).toBe('done')
  })

  it('sets aside what kills each process that takes it', async () => {
    const ledger = await open()
    const {entry} = await ledger.accept(scrape('a'))
    alive = false
    for (let time = 1; time <= MAX_ATTEMPTS; time += 1) {
      const next = await open()
      next.claim(1)
      now += LEASE_MS
      ;(await open()).reclaim()
    }
    expect(ledger.get(entry.id)).toMatchObject({state: 'failed', reason: {code: 'interrupted'}})
  })
})

it('puts back what was set aside, one or all', async () => {
  const ledger = await open()
  const ids: string[] = []
  for (const text of ['a', 'b', 'c']) ids.push((await ledger.accept(scrape(text))).entry.id)
  ledger.claim(3)
  for (const id of ids) ledger.fail(id, reason)
  const [first = ''] = ids
  expect(ledger.counts()).toMatchObject({failed: 3, queued: 0})
  expect(ledger.retry([first, 'unknown'])).toEqual([first])
  expect(ledger.get(first)).toMatchObject({state: 'queued', attempts: 0})
  expect(ledger.get(first)).not.toHaveProperty('reason')
  expect(ledger.retry()).toHaveLength(2)
  expect(ledger.list({state: 'queued', limit: 2})).toHaveLength(2)
})

describe('a ledger that cannot be used', () => {
  it.each([
    [
      'no database',
      () => writeFile(join(directory, 'ledger.sqlite'), 'not a database, but long enough to be read'),
    ],
    [
      'a cut one',
      async () => {
        const ledger = await openLedger({directory})
        for (let at = 0; at < 200; at += 1) await ledger.accept(scrape(`text ${at}`))
        ledger.close()
        await truncate(join(directory, 'ledger.sqlite'), 8192)
      },
    ],
  ])('%s: says so and what to do', async (_, damage) => {
    await damage()
    await expect(open()).rejects.toThrow(LedgerError)
    await expect(open()).rejects.toThrow(/ledger\.sqlite.*Accepted bytes are safe in .*scrapes/)
  })
})
