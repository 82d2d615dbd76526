/** Who may import whom (docs/architecture.md): data flows one way, and folders meet over HTTP, not by imports. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {fileCycles, filesIn, folderCycles, type Import, importsOf, ROOT, targetOf} from './import-graph.ts'

/** Folder → places of ours that it may import besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  schemas: [],
  render: ['schemas'],
  'ingest/parse': ['schemas'],
  'ingest/parse-pool': ['schemas', 'ingest/parse'],
  'ingest/store': ['schemas', 'ingest/parse'],
  'ingest/intake': ['schemas', 'ingest/parse', 'ingest/parse-pool', 'ingest/store'],
  'ingest/cli': ['schemas', 'render', 'ingest', 'package.json'],
  deliver: ['schemas', 'render'],
  // The preview shows the site's own page and styles, so that the two cannot differ: one door, and plain style sheets.
  studio: ['schemas', 'render', 'deliver/preview', 'deliver/site/styles'],
  'studio/shared': [],
  'studio/lake': [],
  'studio/shortcuts': [],
  'studio/editor': ['schemas', 'studio/shared', 'studio/shortcuts', 'studio/settings.ts'],
  'studio/review': ['schemas', 'studio/shared', 'studio/shortcuts', 'studio/settings.ts'],
  'studio/workbench': [
    'schemas',
    'render',
    'deliver/preview',
    'deliver/site/styles',
    'studio/review',
    'studio/shared',
    'studio/shortcuts',
    'studio/settings.ts',
  ],
  'studio/desk': ['schemas', 'studio/review', 'studio/shared', 'studio/shortcuts', 'studio/settings.ts'],
  'studio/structure': [
    'schemas',
    'studio/desk',
    'studio/workbench',
    'studio/review',
    'studio/shared',
    'studio/settings.ts',
  ],
  lake: [],
  app: ['schemas', 'render', 'ingest', 'lake', 'deliver', 'studio', 'package.json'],
}

/** Packages that a folder must not import. */
const FORBIDDEN: Record<string, RegExp> = {
  // The schema also serves the pipeline, so nothing of the Studio's user interface.
  schemas: /^(sanity|react|react-dom|@sanity\/(ui|icons|vision))(\/|$)/,
  // The embedded lake speaks the API; it must not be a client of it.
  lake: /^@sanity\/client(\/|$)/,
}

const isWithin = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`)

describe.each(Object.entries(ALLOWED))('%s', (folder, allowed) => {
  const imports = importsOf(folder)

  it('has files to judge', () => {
    expect(filesIn(folder).length).toBeGreaterThan(0)
  })

  it(`imports of ours only ${[folder, ...allowed].join(', ')}`, () => {
    const isWrong = (one: Import): boolean => {
      const target = targetOf(one)
      return target !== undefined && ![folder, ...allowed].some((place) => isWithin(target, place))
    }
    expect(imports.filter(isWrong)).toEqual([])
  })

  it('imports no package that it must not know', () => {
    const forbidden = FORBIDDEN[folder]
    expect(imports.filter(([, specifier]) => forbidden?.test(specifier))).toEqual([])
  })
})

it.each(['ingest', 'studio'])('has a rule for every folder of %s', (folder) => {
  const rooms = new Set(
    filesIn(folder)
      .filter((file) => file.split('/').length > 2)
      .map((file) => file.split('/').slice(0, 2).join('/')),
  )
  expect([...rooms].filter((room) => !(room in ALLOWED))).toEqual([])
})

describe.each(['schemas', 'render', 'ingest', 'deliver', 'lake', 'app', 'studio'])('%s', (folder) => {
  it('has no cycle of imports between folders', () => {
    expect(folderCycles(importsOf(folder))).toEqual([])
  })

  it('has no cycle of imports between files', () => {
    expect(fileCycles(importsOf(folder))).toEqual([])
  })
})

describe('effects', () => {
  it('keeps Node out of what the Studio imports from the site', () => {
    const reached = new Set<string>()
    const waiting = ['deliver/preview/index.ts']
    const packages: string[] = []
    const all = ['deliver', 'render'].flatMap((folder) => importsOf(folder, {types: false}))
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (reached.has(file)) continue
      reached.add(file)
      for (const one of all) {
        if (one[0] !== file) continue
        const target = targetOf(one)
        if (target === undefined) packages.push(one[1])
        else waiting.push(target)
      }
    }
    expect(reached.size).toBeGreaterThan(5)
    expect(packages.filter((name) => /^(node:|@sanity\/client|@hono)/.test(name))).toEqual([])
  })

  it('keeps network, disk, clock and environment out of the pure stations', () => {
    const pure = ['ingest/parse', 'ingest/store/draft', 'ingest/store/merge']
    const wrong = pure.flatMap((station) =>
      importsOf(station, {types: false}).filter(([, specifier]) =>
        /^(node:(fs|http|https|net|child_process|sqlite|dns|os|timers|worker_threads)|@sanity\/client|p-queue|undici)(\/|$)/.test(
          specifier,
        ),
      ),
    )
    const clocks = pure
      .flatMap((station) => filesIn(station))
      .filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|randomUUID\(|performance\.now\(/.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
      )
    expect(wrong).toEqual([])
    expect(clocks).toEqual([])
  })
})
