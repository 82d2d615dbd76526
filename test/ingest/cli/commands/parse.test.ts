import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {inProcess} from './in-process.ts'
import {copydesk} from './process.ts'

let folder: string
let page: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-parse-'))
  page = join(folder, 'page.html')
  writeFileSync(page, '<h1>Title</h1><p>Some <a href="/x">words</a>.</p><ul><li>One</li><li>Two</li></ul>')
})
afterAll(() => rmSync(folder, {recursive: true}))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const rowsOf = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('copydesk parse FILE', () => {
  it('prints the article and its findings for a person', async () => {
    const {status, stdout, stderr} = await inProcess(['parse', page])
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toMatch(/^Title\n\nSome words\.\n\n• One\n• Two\n\n/)
    expect(stdout).toMatch(/line 1 {2}link-dropped {2}\(applied\)/)
  })

  it('resolves links by --url', async () => {
    const {stdout} = await inProcess(['parse', page, '--json', '--url', 'https://example.com/a'])
    const {article, findings, blockSources, charset} = JSON.parse(stdout)
    expect(article.title).toBe('Title')
    expect(article.body[0].markDefs).toMatchObject([{href: 'https://example.com/x'}])
    expect(findings).toEqual([])
    expect(blockSources).toHaveLength(3)
    expect(charset).toBe('utf-8')
  })

  it.each<[string, RegExp]>([
    ['--markdown', /^# Title\n\nSome words\.\n\n- One\n- Two\n$/],
    ['--html', /^<h1>Title<\/h1>\n<p>Some words\.<\/p>\n<ul>/],
  ])('%s', async (flag, expected) => {
    expect(await inProcess(['parse', page, flag])).toEqual({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(expected),
    })
  })

  it('explains what was kept and removed', async () => {
    const {status, stdout} = await inProcess(['parse', page, '--explain'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/kept {5}line 1, 5 words {2}3 blocks/)
    // The option may come first.
    expect(await inProcess(['parse', '--explain', page])).toMatchObject({status: 0, stdout})
  })
  it.each([
    ['--explain=html', 'FILE'],
    ['--explain', '--html', 'FILE'],
    ['FILE', '--explain', '--html'],
  ])('explains as a page: %s %s', async (...args) => {
    const {status, stdout} = await inProcess(['parse', ...args.map((arg) => (arg === 'FILE' ? page : arg))])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/)
  })
  it.each([
    [['--explain', '--json'], '--explain prints a report for people'],
    [['--explain=pdf'], 'html or terminal'],
  ])('%s is wrong', async (flags, message) => {
    const {status, stderr} = await inProcess(['parse', page, ...flags])
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
  it('obeys a profile', async () => {
    const profile = file('profile.json', JSON.stringify({remove: ['ul']}))
    const {stdout} = await inProcess(['parse', page, '--profile', profile, '--markdown'])
    expect(stdout).toBe('# Title\n\nSome words.\n')
    const wrong = await inProcess(['parse', page, '--profile', file('wrong.json', '{"remove": ["a["]}')])
    expect(wrong).toMatchObject({status: 1, stderr: expect.stringContaining('`a[`')})
  })
  it('fetches nothing from this machine', async () => {
    const {status, stderr} = await inProcess(['parse', 'http://127.0.0.1:1/page'])
    expect(status).toBe(1)
    expect(stderr).toContain('not a public address')
  })

  it('reads stdin as -', async () => {
    const {stdout} = await inProcess(['parse', '-', '--markdown'], {stdin: '<p>From stdin.</p>'})
    expect(stdout).toBe('From stdin.\n')
  })

  it('reads bytes by the type that the server gave', async () => {
    const path = file('latin.html', Buffer.from('<p>caf\u00e9 au lait</p>', 'latin1'))
    const {stdout} = await inProcess([
      'parse',
      path,
      '--markdown',
      '--content-type',
      'text/html; charset=iso-8859-1',
    ])
    expect(stdout).toBe('café au lait\n')
  })
})

describe('bad input gets a message that says what, why and what to do', () => {
  it.each<[string, () => string[], number, RegExp]>([
    ['no file', () => ['parse'], 2, /name a file/],
    ['a wrong flag', () => ['parse', page, '--jsn'], 2, /unknown option '--jsn'\n\(Did you mean --json\?\)/],
    ['two formats', () => ['parse', page, '--json', '--html'], 2, /cannot be used with/],
    [
      'a wrong number',
      () => ['parse', page, '--timeout', 'soon'],
      2,
      /Expected a whole number from 1, got soon/,
    ],
    [
      'a wrong address',
      () => ['parse', page, '--url', 'example'],
      2,
      /Expected an http\(s\) address, got example/,
    ],
    ['rows from a file', () => ['parse', page, '--ndjson'], 2, /--ndjson reads stdin/],
    [
      'a missing file',
      () => ['parse', join(folder, 'gone.html')],
      1,
      /gone\.html does not exist; check the path/,
    ],
    ['a folder', () => ['parse', folder], 1, /is a folder.*Name a file in it/],
    [
      'an empty file',
      () => ['parse', file('empty.html', '')],
      1,
      /empty\.html is empty; scrape the page again/,
    ],
    [
      'a binary',
      () => ['parse', file('image.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
      1,
      /is not text: .*Provide the HTML/,
    ],
    [
      'too much',
      () => ['parse', page, '--max-bytes', '10'],
      1,
      /page\.html is .* more than the 10 bytes allowed/,
    ],
    [
      '20 MB of text',
      () => ['parse', file('big.txt', 'Words and words. '.repeat(1_250_000))],
      1,
      /big\.txt is .* more than the 10000000 bytes/,
    ],
    [
      'nothing to read',
      () => ['parse', file('code.html', '<script>1</script>')],
      1,
      /holds no article.*fetch the page again/,
    ],
  ])('%s', async (_, args, status, message) => {
    const ended = await inProcess(args())
    expect(ended).toMatchObject({status, stdout: ''})
    expect(ended.stderr).toMatch(message)
    expect(ended.stderr).not.toContain('    at ')
  })
})

describe('copydesk parse --ndjson', () => {
  it('gives a row for each line, in order, whatever the line', async () => {
    const lines = [
      JSON.stringify({id: 'a', body: '<h1>A</h1><p>One two.</p>', foreign: 1}),
      'not json',
      JSON.stringify({body: '<p>lost</p>', bodyBase64: Buffer.from('<p>won</p>').toString('base64')}),
      JSON.stringify({id: 7, body: ''}),
      '[]',
      JSON.stringify({id: 'e', body: 5}),
      JSON.stringify({id: 'f'}),
      JSON.stringify({body: '<p><a href="/x">y</a></p>', url: 'https://example.com/'}),
      JSON.stringify({body: '<p>caf\u00e9</p>', contentType: 'text/html; charset=iso-8859-1'}),
    ]
    const {status, stdout, stderr} = await inProcess(['parse', '--ndjson'], {stdin: lines.join('\n')})
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    const text = (value: string) => ({
      article: {body: [{children: [{text: value}]}]},
      findings: expect.any(Array),
      ms: expect.any(Number),
    })
    expect(rowsOf(stdout)).toMatchObject([
      {id: 'a', article: {title: 'A', body: [{}]}, findings: [], ms: expect.any(Number)},
      {id: 2, error: {code: 'malformed-row', message: expect.stringContaining('line 2')}},
      {id: 3, ...text('won')},
      {id: 7, error: {code: 'empty'}},
      {id: 5, error: {code: 'malformed-row'}},
      {id: 'e', error: {code: 'malformed-row'}},
      {id: 'f', error: {code: 'malformed-row'}},
      {id: 8, article: {body: [{markDefs: [{href: 'https://example.com/x'}]}]}},
      {id: 9, ...text('café')},
    ])
  })

  it('leaves out what is absent', async () => {
    const {stdout} = await inProcess(['parse', '--ndjson'], {stdin: '{"body": "<p>Only words.</p>"}\n'})
    const [row] = rowsOf(stdout)
    expect(Object.keys(row ?? {})).toEqual(['id', 'article', 'findings', 'ms'])
    expect(Object.keys((row?.article ?? {}) as object)).toEqual(['body'])
  })

  it('answers a line that is too long without holding it', async () => {
    const stdin = `${JSON.stringify({body: 'x'.repeat(50_000)})}\n{"body": "<p>fine</p>"}\n`
    const {status, stdout} = await inProcess(['parse', '--ndjson', '--max-bytes', '1000'], {stdin})
    expect(status).toBe(0)
    expect(rowsOf(stdout)).toMatchObject([
      {id: 1, error: {code: 'too-large'}},
      {id: 2, article: {body: [{}]}},
    ])
  })

  it('says nothing for no lines', async () => {
    expect(await inProcess(['parse', '--ndjson'])).toEqual({status: 0, stdout: '', stderr: ''})
  })

  it('works as a process', async () => {
    const cwd = fileURLToPath(new URL('../../../../', import.meta.url))
    const stdin = Array.from({length: 30}, (_, index) =>
      JSON.stringify({id: index, body: `<p>Body ${index}.</p>`}),
    ).join('\n')
    const {status, stdout} = await copydesk(['parse', '--ndjson'], {cwd, stdin})
    expect(status).toBe(0)
    expect(rowsOf(stdout).map((row) => row.id)).toEqual(Array.from({length: 30}, (_, index) => index))
  })
})
