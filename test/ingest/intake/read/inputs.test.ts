import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {type ReadOptions, readInputs} from '../../../../ingest/intake/read/inputs.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-read-'))
})
afterEach(() => rm(folder, {recursive: true}))

const put = async (name: string, text: string | Uint8Array) => {
  await mkdir(join(folder, name, '..'), {recursive: true})
  await writeFile(join(folder, name), text)
}

/** What was read, with paths relative to the folder, and bytes as text. */
async function read(paths: string[], options: Partial<ReadOptions> = {}): Promise<object[]> {
  const found: object[] = []
  const short = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.')
  for await (const input of readInputs(paths, {maxBytes: 1000, ...options})) {
    if ('error' in input) {
      found.push({name: short(input.name), code: input.error.code, message: short(input.error.message)})
    } else {
      const {bytes, origin, ...rest} = input.scrape
      found.push({
        name: short(input.name),
        origin: short(origin),
        text: Buffer.from(bytes).toString(),
        ...rest,
      })
    }
  }
  return found
}

describe('files', () => {
  it('reads a file whatever its extension, with the sidecar beside it', async () => {
    await put('a.html', 'one')
    await put('a.html.json', '{"url":"https://example.com/a","fetchedAt":"2026-01-01T00:00:00Z"}')
    await put('b.page', 'two')
    await put('b.json', '{"contentType":"text/plain"}')
    expect(
      await read([join(folder, 'a.html'), join(folder, 'b.page')], {provenance: {url: 'https://x.example/'}}),
    ).toEqual([
      {
        name: 'a.html',
        origin: 'a.html',
        text: 'one',
        url: 'https://example.com/a',
        fetchedAt: '2026-01-01T00:00:00Z',
      },
      {name: 'b.page', origin: 'b.page', text: 'two', url: 'https://x.example/', contentType: 'text/plain'},
    ])
  })

  it('reads folders in order, and only known extensions in them', async () => {
    await put('b/x.md', 'x')
    await put('a.txt', 'a')
    await put('a.json', '{"url":"https://example.com/a"}')
    await put('.hidden.txt', 'no')
    await put('.git/x.txt', 'no')
    await put('image.png', 'no')
    await symlink(folder, join(folder, 'circle'))
    expect(await read([folder])).toMatchObject([
      {name: 'a.txt', url: 'https://example.com/a'},
      {name: 'b/x.md'},
    ])
  })

  it.each([
    ['a JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","items":[]}'],
    ['an answer of an API', '{"title":"Ferry","content":"<p>It left.</p>","url":"https://example.com/a"}'],
    ['a list', '[{"title":"Ferry"}]'],
  ])('reads a file of JSON that is %s as a document', async (_, text) => {
    await put('feed.json', text)
    await put('feed.json.json', '{"url":"https://example.com/feed"}')
    expect(await read([join(folder, 'feed.json')])).toEqual([
      {
        name: 'feed.json',
        origin: 'feed.json',
        text,
        url: 'https://example.com/feed',
        contentType: 'application/json; charset=utf-8',
      },
    ])
  })

  it.each([
    ['of a row without a body', '{"url":"https://example.com/a"}'],
    ['that is no object', '3'],
    ['of nothing', '{}'],
  ])('refuses JSON %s', async (_, text) => {
    await put('x.json', text)
    expect(await read([join(folder, 'x.json')])).toMatchObject([{code: 'malformed-row'}])
  })

  it('takes no sidecar for an input when a shell names them all', async () => {
    await put('a.txt', 'a')
    await put('a.json', '{}')
    await put('c.json', '{"body":"c"}')
    expect(await read(['a.json', 'a.txt', 'c.json'].map((name) => join(folder, name)))).toMatchObject([
      {name: 'a.txt', text: 'a'},
      {name: 'c.json', text: 'c'},
    ])
  })

  it.each([
    ['a missing file', async () => undefined, 'x.txt', 'not-found', 'x.txt does not exist'],
    ['an empty file', () => put('x.txt', ''), 'x.txt', 'empty', 'x.txt is empty'],
    ['a long file', () => put('x.txt', 'x'.repeat(1001)), 'x.txt', 'too-large', 'COPYDESK_MAX_BYTES'],
    ['a folder without inputs', () => put('x/y.png', ''), 'x', 'directory', 'without inputs (.html,'],
    [
      'a sidecar that is no JSON',
      async () => {
        await put('x.txt', 'x')
        await put('x.txt.json', '{')
      },
      'x.txt',
      'malformed-row',
      'x.txt.json is not valid JSON',
    ],
  ])('tells of %s, and goes on', async (_, prepare, name, code, message) => {
    await prepare()
    await put('good.txt', 'good')
    expect(await read([join(folder, name), join(folder, 'good.txt')])).toMatchObject([
      {name, code, message: expect.stringContaining(message)},
      {name: 'good.txt'},
    ])
  })
})

it('stops at the cap of what never ends', async () => {
  expect(await read(['/dev/zero'])).toMatchObject([{name: '/dev/zero', code: 'too-large'}])
})

describe('rows', () => {
  it('reads each row, and tells of each that is none', async () => {
    const rows = [
      '{"body":"one","url":"https://example.com/1","id":"x","other":1}',
      '',
      '{"bodyBase64":"dHdv","body":"not this"}',
      '{"body":',
      '[]',
      '{"url":"https://example.com"}',
      '{"body":1}',
      '{"body":""}',
      '{"bodyBase64":"%%"}',
      `{"body":"${'x'.repeat(1001)}"}`,
      `{"body":"${'x'.repeat(30_000)}"}`,
      '{"body":"x","fetchedAt":"yesterday"}',
      '{"__proto__":{"body":"x"}}',
      '{"body":"last"}',
    ]
    await put('rows.ndjson', rows.join('\n'))
    expect(await read([join(folder, 'rows.ndjson')])).toMatchObject([
      {name: 'rows.ndjson:1', text: 'one', url: 'https://example.com/1'},
      {name: 'rows.ndjson:3', text: 'two'},
      {name: 'rows.ndjson:4', code: 'malformed-row', message: expect.stringContaining('not valid JSON')},
      {code: 'malformed-row', message: 'Expected rows.ndjson:5 to be a JSON object, got an array'},
      {code: 'malformed-row', message: 'Expected rows.ndjson:6 to have `body` or `bodyBase64`'},
      {code: 'malformed-row', message: 'Expected `body` of rows.ndjson:7 to be a string, got a number'},
      {name: 'rows.ndjson:8', code: 'empty'},
      {code: 'malformed-row', message: expect.stringContaining('to be base64')},
      {name: 'rows.ndjson:10', code: 'too-large'},
      {name: 'rows.ndjson:11', code: 'too-large'},
      {name: 'rows.ndjson:12', text: 'x', unread: [expect.stringContaining('yesterday')]},
      {name: 'rows.ndjson:13', code: 'malformed-row'},
      {name: 'rows.ndjson:14', text: 'last'},
    ])
  })
})

it('knows that a body given as text is decoded already', async () => {
  const contentType = 'text/html; charset=koi8-r'
  const bodyBase64 = Buffer.from('x').toString('base64')
  await put(
    'rows.ndjson',
    `${JSON.stringify({body: 'x', contentType})}\n${JSON.stringify({bodyBase64, contentType})}`,
  )
  expect(await read([join(folder, 'rows.ndjson')])).toMatchObject([
    {contentType: 'text/html; charset=utf-8'},
    {contentType},
  ])
})

describe('stdin', () => {
  const pipe = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)))

  it('is one input, or rows', async () => {
    expect(await read(['-'], {stdin: pipe('a', 'b')})).toEqual([{name: 'stdin', origin: 'stdin', text: 'ab'}])
    const rows = pipe('{"body":"o', 'ne"}\n{"bo', 'dy":"two"}')
    expect(await read(['-'], {stdin: rows, stdinRows: true})).toMatchObject([{text: 'one'}, {text: 'two'}])
  })

  it.each([
    [[], 'empty'],
    [['x'.repeat(600), 'x'.repeat(600)], 'too-large'],
  ])('is told of when it is no input', async (parts, code) => {
    expect(await read(['-'], {stdin: pipe(...parts)})).toMatchObject([{name: 'stdin', code}])
  })
})
