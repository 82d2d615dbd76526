import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {type FakeLake, startFakeLake} from '../../store/write/fake-lake.ts'
import {inProcess} from './in-process.ts'
import {copydesk} from './process.ts'

const SAMPLE = new URL('../../../../app/sample/article.txt', import.meta.url)

let cwd: string
let lake: FakeLake
let env: Record<string, string>

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'copydesk-cli-'))
  lake = await startFakeLake()
  env = {SANITY_API_HOST: lake.url, SANITY_TOKEN: 'token'}
  const sample = await readFile(SAMPLE, 'utf8')
  await mkdir(join(cwd, 'good'))
  for (const name of ['one', 'two', 'three']) {
    await writeFile(
      join(cwd, 'good', `${name}.txt`),
      sample.replace('China’s Endorsement', `Article ${name}`),
    )
  }
  await writeFile(join(cwd, 'empty.txt'), '')
  await writeFile(join(cwd, 'binary.html'), Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'))
  await writeFile(join(cwd, 'long.txt'), 'word '.repeat(4_000_000))
  await mkdir(join(cwd, 'nothing'))
  await writeFile(join(cwd, 'rows.ndjson'), '{"body":\n{"url":"https://example.com/a"}\n')
})
afterAll(async () => {
  await lake.close()
  await rm(cwd, {recursive: true})
})
beforeEach(() => {
  lake.documents.clear()
  lake.mutations.length = 0
  lake.faults = []
})

const titles = () =>
  [...lake.documents.values()]
    .filter(({_type}) => _type === 'article')
    .map(({title}) => String(title).slice(0, 11))

describe('copydesk ingest', () => {
  it('writes what it can, tells of each input that it cannot, and ends with 3', async () => {
    const bad = ['empty.txt', 'binary.html', 'long.txt', 'nothing', 'missing.txt', 'rows.ndjson']
    const {status, stdout, stderr} = await copydesk(['ingest', ...bad, 'good'], {cwd, env})
    expect(status).toBe(3)
    expect(titles().sort()).toEqual(['Article one', 'Article thr', 'Article two'])
    const lines = stdout.trim().split('\n')
    expect(lines.pop()).toBe('3 created, 0 unchanged, 0 changed, 7 set aside')
    expect(lines.map((line) => line.replace(/article-[0-9a-f]{24}/, 'ID')).sort()).toEqual([
      'created    ID  good/one.txt',
      'created    ID  good/three.txt',
      'created    ID  good/two.txt',
    ])
    for (const told of [
      'set aside empty.txt (empty): empty.txt is empty',
      'set aside binary.html (binary): ',
      'set aside long.txt (too-large): long.txt is at least 20000000 bytes, more than the 10000000 bytes allowed',
      'set aside nothing (directory): nothing is a folder without inputs',
      'set aside missing.txt (not-found): missing.txt does not exist',
      'set aside rows.ndjson:1 (malformed-row): rows.ndjson:1 is not valid JSON',
      'set aside rows.ndjson:2 (malformed-row): Expected rows.ndjson:2 to have `body` or `bodyBase64`',
    ]) {
      expect(stderr).toContain(told)
    }
  })

  it('makes no mutation the second time, and ends with 0', async () => {
    expect((await inProcess(['ingest', join(cwd, 'good')], {env})).status).toBe(0)
    expect(lake.mutations).toHaveLength(3)
    const again = await inProcess(['ingest', join(cwd, 'good')], {env})
    expect(again).toMatchObject({status: 0, stderr: ''})
    expect(again.stdout).toContain('0 created, 3 unchanged, 0 changed, 0 set aside')
    expect(lake.mutations).toHaveLength(3)
  })

  it('prints a line of JSON for each input, nothing else, on stdout', async () => {
    const {stdout, stderr} = await inProcess(
      ['ingest', '--json', join(cwd, 'good/one.txt'), join(cwd, 'missing.txt')],
      {env},
    )
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as {input: string})
    expect(rows.sort((a, b) => (a.input < b.input ? -1 : 1))).toEqual([
      {
        input: join(cwd, 'good/one.txt'),
        outcome: 'created',
        title: expect.stringMatching(/^Article one/),
        articleId: expect.stringMatching(/^article-/),
        scrapeId: expect.stringMatching(/^scrape\./),
      },
      {
        input: join(cwd, 'missing.txt'),
        outcome: 'setAside',
        error: {code: 'not-found', message: expect.any(String)},
      },
    ])
    expect(stderr).toContain('1 created, 0 unchanged, 0 changed, 1 set aside')
  })

  it('reads stdin, one page or rows', async () => {
    const page = await readFile(join(cwd, 'good/one.txt'), 'utf8')
    const url = 'https://example.com/one'
    expect((await inProcess(['ingest', '-', '--url', url], {env, stdin: page})).status).toBe(0)
    expect(lake.documents.has('source-example-com')).toBe(true)
    const rows = ['two', 'three'].map((name) => JSON.stringify({body: page.replace('one', name)}))
    const {status} = await inProcess(['ingest', '-', '--ndjson'], {env, stdin: rows.join('\n')})
    expect(status).toBe(0)
    expect(titles()).toHaveLength(3)
  })

  it('only says what it would do in a dry run', async () => {
    const {stdout} = await inProcess(['ingest', '--dry-run', join(cwd, 'good/one.txt')], {env})
    expect(stdout).toContain(
      '1 created, 0 unchanged, 0 changed, 0 set aside (a dry run: nothing was written)',
    )
    expect(lake.mutations).toHaveLength(0)
  })

  it('stops at once when no token opens the lake, and ends with 1', async () => {
    lake.faults = Array.from({length: 3}, () => ({applied: false, answer: {status: 401}}))
    const {status, stderr} = await inProcess(['ingest', join(cwd, 'good')], {env})
    expect(status).toBe(1)
    expect(stderr).toContain('Check that the token is valid')
  })

  it('finishes what is under way when interrupted, and ends with 130', async () => {
    let interrupt: (() => void) | undefined
    lake.beforeMutation = () => {
      lake.beforeMutation = () => undefined
      interrupt?.()
    }
    const {status, stderr} = await copydesk(['ingest', '--concurrency', '1', 'good'], {
      cwd,
      env,
      onStart: (kill) => {
        interrupt = () => kill('SIGINT')
      },
    })
    expect(status).toBe(130)
    expect(stderr).toContain('run the command again to continue')
    expect(titles().length).toBeGreaterThan(0)
    expect(titles().length).toBeLessThan(3)
  })

  it('survives kill -9 and completes when repeated', async () => {
    let kill: (() => void) | undefined
    lake.beforeMutation = () => {
      if (titles().length === 1) kill?.()
    }
    const killed = await copydesk(['ingest', '--concurrency', '1', 'good'], {
      cwd,
      env,
      onStart: (signal) => {
        kill = () => signal('SIGKILL')
      },
    })
    lake.beforeMutation = () => undefined
    expect(killed.status).toBeNull()
    expect((await copydesk(['ingest', 'good'], {cwd, env})).status).toBe(0)
    expect(titles().sort()).toEqual(['Article one', 'Article thr', 'Article two'])
  })
})

describe('wrong settings', () => {
  const hosted = {SANITY_PROJECT_ID: 'abc123', SANITY_DATASET: 'production'}
  it.each<[string, string[], Record<string, string>, number, RegExp]>([
    ['no path', ['ingest'], {}, 2, /missing required argument 'path'/],
    ['an unknown flag', ['ingest', '--fast', 'good'], {}, 2, /unknown option '--fast'/],
    [
      'a flag that is no integer',
      ['ingest', '--concurrency', 'x', 'good'],
      {},
      2,
      /Expected `--concurrency` to be an integer from 1 to 100, got `x`/,
    ],
    [
      'an address for many pages',
      ['ingest', '--url', 'https://example.com', 'a', 'b'],
      {},
      2,
      /--url is the address of one page/,
    ],
    [
      'a lake that does not answer',
      ['ingest', 'good'],
      {SANITY_API_HOST: 'http://127.0.0.1:9', SANITY_TOKEN: 'x'},
      1,
      /No Content Lake responds at http:\/\/127\.0\.0\.1:9: .*npm start/,
    ],
    [
      'no token',
      ['ingest', 'good'],
      {},
      1,
      /No token for the Content Lake at http:\/\/127\.0\.0\.1:\d+: .*npm start/,
    ],
    [
      'a project without a token',
      ['ingest', 'good'],
      hosted,
      1,
      /SANITY_PROJECT_ID is set but SANITY_TOKEN is not/,
    ],
    [
      'a project without a dataset',
      ['ingest', 'good'],
      {SANITY_PROJECT_ID: 'abc123', SANITY_TOKEN: 'x'},
      1,
      /SANITY_DATASET is not/,
    ],
    [
      'a variable that is no integer',
      ['ingest', 'good'],
      {COPYDESK_MAX_BYTES: 'x'},
      1,
      /Expected `COPYDESK_MAX_BYTES` to be an integer from 1 to/,
    ],
    ['nothing to retry', ['retry'], {}, 2, /name ids, or use --all/],
    ['no ledger', ['status'], {}, 1, /There is no ledger in .*data/],
  ])('%s', async (_, args, extra, expected, message) => {
    const {status, stdout, stderr} = await inProcess(args, {
      env: {COPYDESK_DATA: join(cwd, 'data'), ...extra},
    })
    expect(stderr.replaceAll('\n', ' ')).toMatch(message)
    expect(status).toBe(expected)
    expect(stdout).toBe('')
  })
})

it.each<[string, string[], Record<string, string>, number, RegExp]>([
  ['a wrong flag', ['ingest', '--fast', 'good'], {}, 2, /unknown option '--fast'/],
  [
    'a lake that does not answer',
    ['ingest', 'good'],
    {SANITY_API_HOST: 'http://127.0.0.1:9', SANITY_TOKEN: 'x'},
    1,
    /No Content Lake responds at http:\/\/127\.0\.0\.1:9/,
  ],
])('ends the process with its status: %s', async (_, args, extra, expected, message) => {
  const {status, stderr} = await copydesk(args, {cwd, env: extra})
  expect(stderr).toMatch(message)
  expect(status).toBe(expected)
})
