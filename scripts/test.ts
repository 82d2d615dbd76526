/**
 * `npm test`: types, lint and format, generated files, then all vitest tests with the browser tests. Each check counts
 * as one test. The last line is `N passed, N failed`.
 */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {run} from './run.ts'

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numFailedTestSuites: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: {fullName: string; status: string; failureMessages: string[]}[]
  }[]
}

const CHECKS: readonly {name: string; command: string; args: readonly string[]}[] = [
  {name: 'types (tsc)', command: 'tsc', args: ['--noEmit']},
  {
    name: 'lint and format (biome)',
    command: 'biome',
    args: ['check', '--diagnostic-level=warn', '--error-on-warnings', '.'],
  },
  {
    name: 'generated types are current',
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', 'scripts/typegen.ts', '--check'],
  },
  {
    name: 'docs/repairs.md is current',
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', 'scripts/repairs-doc.ts', '--check'],
  },
  {name: 'no unused file, export or dependency (knip)', command: 'knip', args: []},
  {
    name: 'packages that only tests use are devDependencies (knip)',
    command: 'knip',
    args: ['--production', '--dependencies'],
  },
  {
    name: 'every regular expression is proven to take linear time',
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', 'scripts/check-regexes.ts'],
  },
]

async function checks(): Promise<{passed: number; failed: number}> {
  const count = {passed: 0, failed: 0}
  for (const {name, command, args} of CHECKS) {
    const {status, output} = await run(command, args)
    if (status === 0) count.passed++
    else count.failed++
    console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
    if (status !== 0) console.log(output.trimEnd())
  }
  return count
}

/** A line for each failed test or file, with the first line of its error, as the summary of a long log. */
function failuresOf({testResults}: VitestReport): string[] {
  const line = (file: string, name: string, reason: string | undefined) =>
    `✗ ${relative(process.cwd(), file)}${name && ` › ${name}`}: ${(reason ?? '').split('\n', 1)[0]}`
  return testResults.flatMap(({name: file, status, message, assertionResults}) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [line(file, '', message)]
    return failed.map(({fullName, failureMessages}) => line(file, fullName, failureMessages[0]))
  })
}

async function vitest(args: readonly string[]): Promise<{passed: number; failed: number; skipped: number}> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-test-'))
  const file = join(folder, 'report.json')
  try {
    const {status} = await run(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      {echo: true},
    )
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
    for (const failure of failuresOf(report)) console.log(failure)
    // A file that fails to load, or an unhandled error, fails no single test, but the run must fail.
    const silent = status !== 0 && report.numFailedTests === 0 ? Math.max(1, report.numFailedTestSuites) : 0
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + silent,
      skipped: report.numPendingTests,
    }
  } catch (error) {
    console.error(`vitest left no report: ${error instanceof Error ? error.message : String(error)}`)
    return {passed: 0, failed: 1, skipped: 0}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const filters = process.argv.slice(2)
const checked = filters.length > 0 ? {passed: 0, failed: 0} : await checks()
const tested = await vitest(filters)
const failed = checked.failed + tested.failed
if (tested.skipped > 0)
  console.log(
    `${tested.skipped} tests did not run: they need settings that are not there (see CONTRIBUTING.md).`,
  )
console.log(`${checked.passed + tested.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
