/** Who may import whom (docs/architecture.md): data flows one way, and folders meet over HTTP, not by imports. */
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Folder → folders of ours that it may import besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  schemas: [],
  ingest: ['schemas'],
  deliver: ['schemas'],
  // The preview shows the site's own page and styles, so that the two cannot differ: one door, and plain style sheets.
  studio: ['schemas', 'deliver/preview', 'deliver/site/styles'],
  lake: [],
  app: ['schemas', 'ingest', 'lake', 'deliver', 'studio'],
}

/** Packages that a folder must stay clear of. */
const FORBIDDEN: Record<string, RegExp> = {
  // The schema also serves the pipeline, so nothing of the Studio's user interface.
  schemas: /^(sanity|react|react-dom|@sanity\/(ui|icons|vision))(\/|$)/,
  // The embedded lake speaks the API; it must not be a client of it.
  lake: /^@sanity\/client(\/|$)/,
}

const SPECIFIER =
  /(?:^|[\s;])(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)(dist|node_modules)\//.test(name))
    .map((name) => join(ROOT, folder, name))
}

/** `[file, specifier]` of every import in a folder; without those of types alone, if so asked. */
function importsOf(folder: string, {types = true} = {}): [string, string][] {
  return files(folder).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(SPECIFIER)]
      .filter(([text]) => types || !/^\s*(?:import|export)\s+type\b/.test(text))
      .map((match): [string, string] => [relative(ROOT, file), match[1] ?? match[2] ?? match[3] ?? '']),
  )
}

describe.each(Object.entries(ALLOWED))('%s', (folder, allowed) => {
  const imports = importsOf(folder)

  it('has imports to judge', () => {
    expect(imports.length).toBeGreaterThan(0)
  })

  it(`imports of ours only ${[folder, ...allowed].join(', ')}`, () => {
    const wrong = imports.filter(([file, specifier]) => {
      if (!specifier.startsWith('.')) return false
      const target = relative(ROOT, resolve(ROOT, dirname(file), specifier))
      return (
        target !== 'package.json' &&
        ![folder, ...allowed].some((each) => target === each || target.startsWith(`${each}/`))
      )
    })
    expect(wrong).toEqual([])
  })

  it('stays clear of the packages it must not know', () => {
    const forbidden = FORBIDDEN[folder]
    expect(imports.filter(([, specifier]) => forbidden?.test(specifier))).toEqual([])
  })
})

describe('effects', () => {
  it('keeps what the Studio takes of the site away from Node', () => {
    const reached = new Set<string>()
    const waiting = ['deliver/preview/index.ts']
    const packages: string[] = []
    const all = importsOf('deliver', {types: false})
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (reached.has(file)) continue
      reached.add(file)
      for (const [importer, specifier] of all) {
        if (importer !== file) continue
        if (specifier.startsWith('.')) waiting.push(relative(ROOT, resolve(ROOT, dirname(file), specifier)))
        else packages.push(specifier)
      }
    }
    expect(reached.size).toBeGreaterThan(5)
    expect(packages.filter((name) => /^(node:|@sanity\/client|@hono)/.test(name))).toEqual([])
  })

  it('keeps the pure stations of the pipeline away from network, disk, clock and environment', () => {
    const pure = [
      'decode',
      'repair',
      'metadata',
      'extract',
      'sanitize',
      'markdown',
      'blocks',
      'suggest',
      'findings',
      'trace',
      'draft',
      'merge',
    ]
    const wrong = pure.flatMap((station) =>
      importsOf(`ingest/${station}`, {types: false}).filter(([, specifier]) =>
        /^(node:(fs|http|https|net|child_process|sqlite|dns|os|timers)|@sanity\/client|p-queue|undici)(\/|$)/.test(
          specifier,
        ),
      ),
    )
    const clocks = pure
      .flatMap((station) => files(`ingest/${station}`))
      .filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|randomUUID\(/.test(
          readFileSync(file, 'utf8'),
        ),
      )
    expect(wrong).toEqual([])
    expect(clocks).toEqual([])
  })
})
