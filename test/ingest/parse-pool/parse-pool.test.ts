import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import {afterEach, describe, expect, it} from 'vitest'
import {createParsePool, type ParsePool, type ParsePoolOptions} from '../../../ingest/parse-pool/index.ts'

const rogue = new URL('./rogue-worker.ts', import.meta.url)
const pools: ParsePool[] = []

function open(options: Partial<ParsePoolOptions> = {}): ParsePool {
  const pool = createParsePool({size: 1, timeoutMs: 20_000, maxOldGenerationSizeMb: 128, ...options})
  pools.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const scrape = (body: string) => ({bytes: Buffer.from(body), origin: `input “${body}”`})

describe('a pool', () => {
  it('parses as the parser does', async () => {
    const {article} = await open().parse(scrape('<h1>Title</h1><p>Some words.</p>'))
    expect(article).toMatchObject({title: 'Title', body: [{children: [{text: 'Some words.'}]}]})
  })

  it('serializes the article and its findings where they are made', async () => {
    const pool = open({size: 2})
    const page = scrape('<h1>Title</h1><p>Some “words &amp; more.</p>')
    const [{json, ms}, {article, findings}] = await Promise.all([pool.parseToJson(page), pool.parse(page)])
    expect(JSON.parse(Buffer.from(json).toString())).toEqual({article, findings})
    expect(ms).toBeGreaterThan(0)
    await expect(pool.parseToJson(scrape(''))).rejects.toMatchObject({name: 'InputError', code: 'empty'})
  })

  it('gives reasons as the parser does', async () => {
    await expect(open({maxBytes: 3}).parse(scrape('<p>x</p>'))).rejects.toMatchObject({
      name: 'InputError',
      code: 'too-large',
    })
  })

  it('answers more inputs than it has threads', async () => {
    const {parse} = open({size: 2, worker: rogue})
    const bodies = Array.from({length: 20}, (_, index) => `body ${index}`)
    const results = await Promise.all(bodies.map((body) => parse(scrape(body))))
    expect(results.map(({article}) => article.title)).toEqual(bodies)
  })

  it.each<[string, string, RegExp]>([
    ['hang', 'timeout', /^input “hang” was not parsed within 3 s\. Give/],
    ['end', 'internal', /^input “end” made the parser fail: its thread ended with status 7/],
    ['throw', 'internal', /something is wrong; please report/],
    ['hoard', 'out-of-memory', /^input “hoard” needs more than the 32 MB/],
    ['abort', 'internal', /^input “abort” made the parser fail: its process was ended by SIGABRT/],
  ])('replaces a thread that an input makes %s', async (body, code, message) => {
    const timeoutMs = body === 'hang' ? 3000 : 20_000
    const {parse} = open({worker: rogue, timeoutMs, maxOldGenerationSizeMb: 32})
    const [bad, good] = await Promise.allSettled([parse(scrape(body)), parse(scrape('fine'))])
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: {name: 'InputError', code, message: expect.stringMatching(message)},
    })
    expect(good).toMatchObject({status: 'fulfilled', value: {article: {title: 'fine'}}})
  })

  it('outlives inputs that fill memory faster than the engine can stop them', async () => {
    const {parse} = open({size: 2, worker: rogue, maxOldGenerationSizeMb: 32})
    const bodies = ['hoard', 'fine', 'hoard', 'hoard', 'fine', 'hoard', 'hoard']
    const results = await Promise.allSettled(bodies.map((body) => parse(scrape(body))))
    expect(results.map((result) => (result.status === 'fulfilled' ? 'fine' : result.reason.code))).toEqual(
      bodies.map((body) => (body === 'fine' ? 'fine' : 'out-of-memory')),
    )
  })

  it('gives the parser none of our settings', async () => {
    const {article} = await open({worker: rogue}).parse(scrape('env'))
    expect(article.title).toBe('')
  })

  it('leaves no process behind when its own ends at once, even one that hangs', async () => {
    const path = fileURLToPath(new URL('./hanging-pool.ts', import.meta.url))
    const owner = spawn(process.execPath, [path], {stdio: ['ignore', 'pipe', 'inherit']})
    const [line] = await once(owner.stdout, 'data')
    const pid = Number(line)
    expect(isAlive(pid)).toBe(true)
    owner.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), {timeout: 10_000}).toBe(false)
  })

  it('drops what is under way or waiting when it closes', async () => {
    const pool = open({worker: rogue})
    const parsed = Promise.allSettled([pool.parse(scrape('hang')), pool.parse(scrape('waiting'))])
    await pool.close()
    expect((await parsed).map(({status}) => status)).toEqual(['rejected', 'rejected'])
    await expect(pool.parse(scrape('late'))).rejects.toThrow(/Expected an open pool/)
  })
})
