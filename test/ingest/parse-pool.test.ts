import {afterEach, describe, expect, it} from 'vitest'
import {createParsePool, type ParsePool, type ParsePoolOptions} from '../../ingest/parse-pool.ts'

const rogue = new URL('./support/rogue-worker.ts', import.meta.url)
const pools: ParsePool[] = []

function open(options: Partial<ParsePoolOptions> = {}): ParsePool {
  const pool = createParsePool({size: 1, timeoutMs: 20_000, maxOldGenerationSizeMb: 128, ...options})
  pools.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

const scrape = (body: string) => ({bytes: Buffer.from(body), origin: `input “${body}”`})

describe('a pool', () => {
  it('parses as the parser does', async () => {
    const {article} = await open().parse(scrape('<h1>Title</h1><p>Some words.</p>'))
    expect(article).toMatchObject({title: 'Title', body: [{children: [{text: 'Some words.'}]}]})
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
    ['hang', 'timeout', /^input “hang” was not parsed within 0\.4 s\. Give/],
    ['end', 'internal', /^input “end” ended its parsing thread with status 7/],
    ['throw', 'internal', /something is wrong; please report/],
    ['hoard', 'out-of-memory', /^input “hoard” needs more than the 32 MB/],
  ])('replaces a thread that an input makes %s', async (body, code, message) => {
    const timeoutMs = body === 'hang' ? 400 : 20_000
    const {parse} = open({worker: rogue, timeoutMs, maxOldGenerationSizeMb: 32})
    const [bad, good] = await Promise.allSettled([parse(scrape(body)), parse(scrape('fine'))])
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: {name: 'InputError', code, message: expect.stringMatching(message)},
    })
    expect(good).toMatchObject({status: 'fulfilled', value: {article: {title: 'fine'}}})
  })

  it('drops what is under way or waiting when it closes', async () => {
    const pool = open({worker: rogue})
    const parsed = Promise.allSettled([pool.parse(scrape('hang')), pool.parse(scrape('waiting'))])
    await pool.close()
    expect((await parsed).map(({status}) => status)).toEqual(['rejected', 'rejected'])
    await expect(pool.parse(scrape('late'))).rejects.toThrow(/Expected an open pool/)
  })
})
