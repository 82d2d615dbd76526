import {appendFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {type Fate, type Inbox, watchInbox} from '../../../../ingest/intake/read/inbox.ts'
import type {Scrape} from '../../../../ingest/parse/types.ts'

let folder: string
let accepted: Scrape[]
let fates: Map<string, Fate>
let inbox: Inbox

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'copydesk-inbox-')), 'inbox')
  accepted = []
  fates = new Map()
  inbox = await watchInbox({
    folder,
    maxBytes: 1000,
    // Looks are made by hand here.
    intervalMs: 1_000_000,
    accept: async (scrape) => {
      accepted.push(scrape)
      return Buffer.from(scrape.bytes).toString()
    },
    fate: (id) => fates.get(id) ?? 'done',
    log: {info: () => undefined, error: () => undefined},
  })
})
afterEach(async () => {
  await inbox.stop()
  await rm(join(folder, '..'), {recursive: true})
})

const put = (name: string, text: string) => writeFile(join(folder, name), text)
const files = async () =>
  (await readdir(folder, {recursive: true, withFileTypes: true}))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

it('takes a file that has stopped growing, with its sidecar, and moves both', async () => {
  await put('a.html', 'one')
  await put('a.html.json', '{"url":"https://example.com/a"}')
  await inbox.look()
  await appendFile(join(folder, 'a.html'), ' more')
  await inbox.look()
  expect(accepted).toEqual([])
  await inbox.look()
  expect(accepted).toMatchObject([
    {origin: 'inbox/a.html', url: 'https://example.com/a', bytes: Buffer.from('one more')},
  ])
  expect(await files()).toEqual(['done/a.html', 'done/a.html.json'])
  expect(inbox.pending()).toBe(0)
})

it('leaves a file where it is until its fate is known', async () => {
  fates.set('one', 'pending')
  await put('a.txt', 'one')
  for (let time = 0; time < 4; time += 1) await inbox.look()
  expect(accepted).toHaveLength(1)
  expect(await files()).toEqual(['a.txt'])
  fates.set('one', {code: 'no-article', message: 'There is no article in a.txt'})
  await inbox.look()
  expect(await files()).toEqual(['failed/a.txt', 'failed/a.txt.reason.txt'])
  expect(await readFile(join(folder, 'failed/a.txt.reason.txt'), 'utf8')).toBe(
    'a.txt: no-article: There is no article in a.txt\n',
  )
})

it('keeps what has the same name', async () => {
  for (const text of ['one', 'two', 'three']) {
    await put('a.txt', text)
    await put('a.json', `{"contentType":"text/${text}"}`)
    await inbox.look()
    await inbox.look()
  }
  expect(await files()).toEqual([
    'done/a-2.txt',
    'done/a-2.txt.json',
    'done/a-3.txt',
    'done/a-3.txt.json',
    'done/a.txt',
    'done/a.txt.json',
  ])
  expect(await readFile(join(folder, 'done/a-2.txt'), 'utf8')).toBe('two')
})

it('sets aside what cannot be read, and goes on', async () => {
  await put('empty.txt', '')
  await put('long.txt', 'x'.repeat(1001))
  await put('rows.ndjson', '{"body":"a"}\n{"body":\n{"body":"b"}')
  await put('good.txt', 'good')
  await inbox.look()
  await inbox.look()
  expect(await files()).toEqual([
    'done/good.txt',
    'failed/empty.txt',
    'failed/empty.txt.reason.txt',
    'failed/long.txt',
    'failed/long.txt.reason.txt',
    'failed/rows.ndjson',
    'failed/rows.ndjson.reason.txt',
  ])
  expect(accepted.map(({origin}) => origin)).toEqual([
    'inbox/good.txt',
    'inbox/rows.ndjson:1',
    'inbox/rows.ndjson:3',
  ])
  expect(await readFile(join(folder, 'failed/rows.ndjson.reason.txt'), 'utf8')).toMatch(
    /^rows\.ndjson:2: malformed-row: /,
  )
})

it('reads folders, and leaves alone what is hidden or unfinished', async () => {
  await mkdir(join(folder, 'site'))
  await put('site/a.txt', 'one')
  await put('.lock', 'x')
  await put('b.txt.part', 'x')
  await inbox.look()
  await inbox.look()
  expect(await files()).toEqual(['.lock', 'b.txt.part', 'done/site/a.txt'])
})

it('takes a lone JSON file for an early sidecar at first, and for an input later', async () => {
  await put('a.json', '{"body":"one"}')
  await inbox.look()
  await inbox.look()
  expect(accepted).toEqual([])
  const before = new Date(Date.now() - 120_000)
  await utimes(join(folder, 'a.json'), before, before)
  await inbox.look()
  await inbox.look()
  expect(await files()).toEqual(['done/a.json'])
  expect(accepted).toMatchObject([{bytes: Buffer.from('one')}])
})
