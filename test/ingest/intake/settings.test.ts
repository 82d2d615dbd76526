import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {
  lakeWithToken,
  readSettings,
  SettingsError,
  unreachableAdvice,
} from '../../../ingest/intake/settings.ts'

const read = (environment: Record<string, string> = {}) => readSettings(environment, '/srv/desk')
const hosted = {SANITY_PROJECT_ID: 'abc123', SANITY_DATASET: 'news', SANITY_TOKEN: 'secret'}

describe('without a project', () => {
  it('is the embedded lake on its port', () => {
    expect(read()).toMatchObject({
      target: 'local',
      lake: {
        projectId: 'local',
        dataset: 'production',
        apiHost: 'http://127.0.0.1:3333',
        useProjectHostname: false,
      },
      dataDirectory: '/srv/desk/.data',
      inboxDirectory: '/srv/desk/inbox',
      maxBytes: 10_000_000,
    })
    expect(read({COPYDESK_PORT: '4000'}).lake.apiHost).toBe('http://127.0.0.1:4000')
    expect(read({SANITY_API_HOST: 'http://127.0.0.1:5000'}).lake.apiHost).toBe('http://127.0.0.1:5000')
    expect(unreachableAdvice(read())).toContain('npm start')
  })

  it('takes a variable that is empty for one that is not set', () => {
    expect(read({SANITY_PROJECT_ID: ' ', SANITY_TOKEN: '', COPYDESK_DATA: ''})).toEqual(read())
  })
})

describe('with a project', () => {
  it('is hosted Sanity within its limits', () => {
    expect(read(hosted)).toMatchObject({
      target: 'hosted',
      lake: {
        projectId: 'abc123',
        dataset: 'news',
        apiHost: 'https://api.sanity.io',
        useProjectHostname: true,
      },
      token: 'secret',
      mutationsPerSecond: 25,
    })
    expect(lakeWithToken(read(hosted))).toMatchObject({token: 'secret', projectId: 'abc123'})
  })

  it('does without a subdomain on loopback', () => {
    const {lake} = read({...hosted, SANITY_API_HOST: 'http://localhost:3333'})
    expect(lake.useProjectHostname).toBe(false)
  })
})

it.each<[Record<string, string>, RegExp]>([
  [{SANITY_PROJECT_ID: 'abc123', SANITY_DATASET: 'news'}, /SANITY_TOKEN is not/],
  [{SANITY_PROJECT_ID: 'abc123', SANITY_TOKEN: 'x'}, /SANITY_DATASET is not/],
  [{SANITY_DATASET: 'news'}, /SANITY_PROJECT_ID is not set/],
  [{...hosted, SANITY_PROJECT_ID: 'a/b'}, /`SANITY_PROJECT_ID` to be letters.*got `a\/b`/],
  [{...hosted, SANITY_DATASET: 'News!'}, /`SANITY_DATASET` to be.*got `News!`/],
  [{SANITY_API_HOST: 'localhost:3333'}, /`SANITY_API_HOST` to be like https:.*got `localhost:3333`/],
  [{COPYDESK_PORT: '70000'}, /Expected `COPYDESK_PORT` to be an integer from 1 to 65535, got `70000`/],
  [{COPYDESK_CONCURRENCY: '0'}, /Expected `COPYDESK_CONCURRENCY` to be an integer from 1 to 100, got `0`/],
  [{COPYDESK_CONCURRENCY: '1e1'}, /got `1e1`/],
])('%o is refused with a reason', (environment, message) => {
  expect(() => read(environment)).toThrow(SettingsError)
  expect(() => read(environment)).toThrow(message)
})

describe('the token of the embedded lake', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'copydesk-settings-'))
  })
  afterEach(() => rm(directory, {recursive: true}))

  it('is read from where the lake writes it', async () => {
    await writeFile(join(directory, 'tokens.json'), '{"editor":"e","viewer":"v"}')
    expect(lakeWithToken(read({COPYDESK_DATA: directory})).token).toBe('e')
    expect(lakeWithToken(read({COPYDESK_DATA: directory, SANITY_TOKEN: 'mine'})).token).toBe('mine')
  })

  it.each([
    ['missing', undefined, /there is no .*tokens\.json.*npm start/],
    ['no JSON', '{', /Expected .*tokens\.json to be/],
    ['something else', '["e"]', /Expected .*tokens\.json to be/],
    ['empty', '{"editor":""}', /Expected .*tokens\.json to be/],
  ])('is asked for when it is %s', async (_, text, message) => {
    if (text !== undefined) await writeFile(join(directory, 'tokens.json'), text)
    expect(() => lakeWithToken(read({COPYDESK_DATA: directory}))).toThrow(message)
  })
})

it('is listed in .env.example, each variable that is read', async () => {
  const [example, ...readers] = await Promise.all(
    ['.env.example', 'ingest/intake/settings.ts', 'app/settings.ts'].map((name) =>
      readFile(new URL(`../../../${name}`, import.meta.url), 'utf8'),
    ),
  )
  const listed = new Set((example ?? '').match(/^#[A-Z_]+(?==)/gm)?.map((name) => name.slice(1)))
  const used = readers.join('').match(/(?<=(?:read|integer)\(')[A-Z_]+/g) ?? []
  expect(used.length).toBeGreaterThan(15)
  expect([...new Set(used)].filter((name) => !listed.has(name))).toEqual([])
})
