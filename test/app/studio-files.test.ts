import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {ensureStudio, studioApp, studioDigest} from '../../app/studio-files.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'copydesk-studio-'))
  for (const folder of ['studio/dist', 'schemas']) mkdirSync(join(root, folder), {recursive: true})
  writeFileSync(join(root, 'studio', 'main.ts'), 'export {}')
  writeFileSync(join(root, 'schemas', 'index.ts'), 'export {}')
  writeFileSync(join(root, 'package-lock.json'), '{}')
})

afterEach(() => rmSync(root, {recursive: true, force: true}))

describe('staleness', () => {
  it.each([
    ['a source of the Studio', 'studio/main.ts'],
    ['a new file of the Studio', 'studio/more.tsx'],
    ['a schema type', 'schemas/index.ts'],
    ['the lockfile', 'package-lock.json'],
  ])('%s changes the digest', (_, file) => {
    const before = studioDigest(root, {})
    writeFileSync(join(root, file), 'changed')
    expect(studioDigest(root, {})).not.toBe(before)
  })

  it('settings change the digest, the built files do not', () => {
    const before = studioDigest(root, {})
    expect(studioDigest(root, {SANITY_STUDIO_DATASET: 'x'})).not.toBe(before)
    writeFileSync(join(root, 'studio', 'dist', 'built.ts'), 'built')
    expect(studioDigest(root, {})).toBe(before)
  })

  it('builds when stale, and only then', async () => {
    let builds = 0
    const build = async ({outDir}: {outDir: string}): Promise<void> => {
      builds++
      mkdirSync(outDir, {recursive: true})
      writeFileSync(join(outDir, 'index.html'), 'page')
    }
    const options = {root, outDir: join(root, 'out', 'dist'), settings: {}, build}
    expect(await ensureStudio(options)).toBe(true)
    expect(await ensureStudio(options)).toBe(false)
    writeFileSync(join(root, 'studio', 'main.ts'), 'changed')
    expect(await ensureStudio(options)).toBe(true)
    expect(builds).toBe(2)
  })

  it('keeps the Studio it has when a build fails', async () => {
    const outDir = join(root, 'out')
    mkdirSync(outDir)
    writeFileSync(join(outDir, 'index.html'), 'old')
    const fails = () => Promise.reject(new Error('no'))
    await expect(ensureStudio({root, outDir, settings: {}, build: fails})).rejects.toThrow('no')
    expect(await (await studioApp(outDir).request('/')).text()).toBe('old')
  })
})

describe('serving', () => {
  const request = (path: string) => studioApp(join(root, 'studio', 'dist')).request(path)

  beforeEach(() => {
    mkdirSync(join(root, 'studio', 'dist', 'assets'))
    writeFileSync(join(root, 'studio', 'dist', 'index.html'), 'page')
    writeFileSync(join(root, 'studio', 'dist', 'assets', 'a.js'), 'script')
    writeFileSync(join(root, 'studio', 'dist', '.built-from'), 'digest')
    writeFileSync(join(root, 'secret.json'), 'secret')
  })

  it.each([
    ['/', 'page'],
    ['/desk/article;drafts.a.b', 'page'],
    ['/desk/a%2fb', 'page'],
    ['/%', 'page'],
    ['/assets/a.js', 'script'],
    ['/.built-from', 'page'],
    ['/../../secret.json', 'page'],
    ['/%2e%2e/%2e%2e/secret.json', 'page'],
  ])('%s gives the %s', async (path, body) => {
    expect(await (await request(path)).text()).toBe(body)
  })

  it('answers 404 for an asset that is not there, so that a page never passes for a script', async () => {
    expect((await request('/assets/b.js')).status).toBe(404)
  })

  it('lets assets be kept for ever and asks again for the page', async () => {
    expect((await request('/assets/a.js')).headers.get('cache-control')).toContain('immutable')
    expect((await request('/')).headers.get('cache-control')).toBe('no-cache')
  })

  it('puts the address of the site into the page, and nothing else of it', async () => {
    const outDir = join(root, 'studio', 'dist')
    writeFileSync(join(outDir, 'index.html'), '<meta name="copydesk-site" content="" /><p>')
    const text = async (siteUrl?: string) => (await studioApp(outDir, siteUrl).request('/')).text()
    expect(await text()).toBe('<meta name="copydesk-site" content="" /><p>')
    expect(await text('https://a.example/?a=1&b="$&')).toBe(
      '<meta name="copydesk-site" content="https://a.example/?a=1&amp;b=&quot;$&amp;" /><p>',
    )
  })
})
