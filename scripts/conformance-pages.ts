/**
 * Score whole pages and tables with known truth (../shared/corpora/pages) with the scorer beside them, each set by the
 * measure of its benchmark. Floors are a little below the reached figures, so that a loss is noticed; a missed goal is
 * printed beside its figure. Needs ../shared beside the checkout. The last line is `N passed, N failed`.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {InputError} from '../ingest/parse/errors.ts'
import {parseScrape} from '../ingest/parse/parse.ts'
import {type CorpusPage, pagesOf} from './corpora.ts'
import {ROOT, run} from './run.ts'

interface Bar {
  /** The floor of each measure. */
  floor: number
  /** The goal of each measure. */
  goal: number
}

const BARS: Readonly<Record<string, Readonly<Record<string, Bar>>>> = {
  scrapinghub: {f1: {floor: 0.975, goal: 0.975}, exact: {floor: 0.4, goal: 0.35}},
  trafilatura: {f1: {floor: 0.935, goal: 0.935}},
  wcxb: {
    articleF1: {floor: 0.96, goal: 0.96},
    title: {floor: 0.85, goal: 0.85},
    author: {floor: 0.8, goal: 0.72},
    date: {floor: 0.81, goal: 0.8},
  },
  fundus: {paragraphF1: {floor: 0.9, goal: 0.9}},
  wtq: {
    cellF1: {floor: 0.886, goal: 0.886},
    exact: {floor: 0.75, goal: 0.75},
    spanCellF1: {floor: 0.75, goal: 0.75},
    spanExact: {floor: 0.61, goal: 0.61},
  },
}

/** The parsed page; nothing if it was refused, which the scorer counts as empty. */
function articleOf({html, url}: CorpusPage): unknown {
  try {
    return parseScrape({
      bytes: Buffer.from(html),
      origin: 'page',
      contentType: 'text/html; charset=utf-8',
      ...(url ? {url} : {}),
    }).article
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

const lines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

let passed = 0
let failed = 0
const folder = mkdtempSync(join(tmpdir(), 'copydesk-pages-'))
try {
  for (const [set, bars] of Object.entries(BARS)) {
    const pages = pagesOf(set)
    const [truths, predictions] = [join(folder, `${set}.truth`), join(folder, `${set}.ndjson`)]
    writeFileSync(truths, lines(pages.map(({id, truth}) => ({id, set, truth}))))
    writeFileSync(predictions, lines(pages.map((page) => ({id: page.id, article: articleOf(page)}))))
    const {status, output} = await run(process.execPath, [
      `${ROOT}../shared/bench/score-pages.mjs`,
      truths,
      predictions,
    ])
    if (status !== 0) throw new Error(`The scorer failed on ${set}: ${output}`)
    const scores = (JSON.parse(output) as Record<string, Record<string, number | null>>)[set] ?? {}
    console.log(`${set}: ${pages.length} pages`)
    for (const [measure, {floor, goal}] of Object.entries(bars)) {
      const score = scores[measure] ?? 0
      const holds = score >= floor
      if (holds) passed++
      else failed++
      console.log(
        `${holds ? '✓' : '✗'} ${set} ${measure}: ${score}, at least ${floor} (goal ${goal}, ${score >= goal ? 'reached' : 'not reached'})`,
      )
    }
  }
} finally {
  rmSync(folder, {recursive: true})
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
