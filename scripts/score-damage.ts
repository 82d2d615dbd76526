/**
 * Run damage with known truth, from ../shared/damage, through `copydesk parse --ndjson`, and score each group of cases.
 * Needs ../shared beside the checkout.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ROOT, run} from './run.ts'

/** The scores of a case, or the mean scores of a group: ../shared/damage/score.mjs defines them. */
export interface Score {
  blockF1: number
  blockF1Ordered: number
  segF1: number
  exactRate: number
  headingLevelAcc: number | null
  tableCellF1: number | null
  leadF1: number | null
  textRecall: number
  textPrecision: number
  junkRate: number
  duplicateRate: number
}

/** The result of a run. */
export interface DamageRun {
  /** Exit status of the parser. */
  status: number
  /** Number of cases with a row, and of all cases. */
  answered: number
  cases: number
  groups: ReadonlyMap<string, {cases: number; score: Score}>
  /** The row of a case. */
  rowOf: (id: string) => {article?: unknown} | undefined
}

interface Case {
  id: string
  group: string
  expected: unknown
}

/** The folder beside the checkout with shared data, with a trailing slash. */
export const SHARED = `${ROOT}../shared/`
const {score, mean} = (await import(`${SHARED}damage/score.mjs`)) as {
  score: (expected: unknown, got: unknown) => Score
  mean: (scores: readonly Score[]) => Score
}
const {articleBlocks} = (await import(`${SHARED}bench/portable-text.mjs`)) as {
  articleBlocks: (article: unknown) => unknown
}

/** Score an article, as the parser prints it, against its truth. */
export const scoreArticle = (expected: unknown, article: unknown): Score =>
  score(expected, articleBlocks(article))

/**
 * Run every damage preset over documents, by default the given ones, with a number of seeds each. The damage scripts
 * always add the real examples and the seed article; these only count with the given documents.
 */
export async function runDamage({
  documents,
  seeds = 2,
}: {
  documents?: Readonly<Record<string, unknown>>
  seeds?: number
} = {}): Promise<DamageRun> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-damage-'))
  try {
    const file = join(folder, 'documents.json')
    if (documents) writeFileSync(file, JSON.stringify(documents))
    const {output} = await run(process.execPath, [
      `${SHARED}damage/cases.mjs`,
      ...['--seeds', String(seeds)],
      ...(documents ? ['--docs', file] : []),
    ])
    const lines = output.split('\n').filter(Boolean)
    const chosen = documents ? lines.filter((line) => !/"group":"(?:wild|article)"/.test(line)) : lines
    const parsed = await run(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'app/copydesk.ts', 'parse', '--ndjson'],
      {input: `${chosen.join('\n')}\n`},
    )
    const rows = new Map(
      parsed.output
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as {id: string; article?: unknown})
        .map((row) => [row.id, row]),
    )
    const cases = chosen.map((line) => JSON.parse(line) as Case)
    const groups = Map.groupBy(cases, ({group}) => group)
    return {
      status: parsed.status,
      answered: cases.filter(({id}) => rows.has(id)).length,
      cases: cases.length,
      groups: new Map(
        [...groups].map(([group, list]) => [
          group,
          {
            cases: list.length,
            score: mean(list.map(({id, expected}) => scoreArticle(expected, rows.get(id)?.article))),
          },
        ]),
      ),
      rowOf: (id) => rows.get(id),
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const COLUMNS = [
  'blockF1',
  'blockF1Ordered',
  'segF1',
  'tableCellF1',
  'textRecall',
  'textPrecision',
  'junkRate',
  'duplicateRate',
  'leadF1',
  'headingLevelAcc',
] as const

/** The groups as a table for people, one line for each. */
export function tableOf({groups}: DamageRun): string {
  const head = ['group'.padEnd(18), 'n'.padStart(5), ...COLUMNS.map((name) => name.padStart(16))].join('')
  const lines = [...groups].map(([group, {cases, score: means}]) =>
    [
      group.padEnd(18),
      String(cases).padStart(5),
      ...COLUMNS.map((name) => String(means[name] ?? '–').padStart(16)),
    ].join(''),
  )
  return [head, ...lines].join('\n')
}
