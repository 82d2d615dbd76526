/**
 * Write `schemas/sanity.types.ts` from the schema types and the queries, offline.
 *
 * node scripts/typegen.ts           write it node scripts/typegen.ts --check   exit with 1 if the committed file is
 * stale
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')
const committed = join(root, 'schemas', 'sanity.types.ts')
const check = process.argv.includes('--check')
const scratch = mkdtempSync(join(tmpdir(), 'typegen-'))
const generated = check ? join(scratch, 'sanity.types.ts') : committed

/** Run the Sanity CLI in `studio/`; its output is only printed if it fails. */
function sanity(...args: string[]): void {
  const cli = join(root, 'node_modules', '@sanity', 'cli', 'bin', 'run.js')
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd: join(root, 'studio'),
    encoding: 'utf8',
    env: {...process.env, CI: '1', SANITY_TELEMETRY_DISABLED: '1', COPYDESK_TYPEGEN_OUT: generated},
  })
  if (result.status === 0) return
  process.stderr.write(`${result.stdout}${result.stderr}`)
  throw new Error(
    `Expected \`sanity ${args.join(' ')}\` to succeed, it ended with ${result.status ?? result.signal}.`,
  )
}

try {
  sanity('schema', 'extract', '--enforce-required-fields', '--force', '--path', '.sanity/schema.json')
  sanity('typegen', 'generate')
  if (!check) process.stdout.write('schemas/sanity.types.ts is written.\n')
  else if (readFileSync(generated, 'utf8') === readFileSync(committed, 'utf8')) {
    process.stdout.write('schemas/sanity.types.ts fits the schema and the queries.\n')
  } else {
    process.stderr.write('schemas/sanity.types.ts is stale. Run `npm run typegen` and commit it.\n')
    process.exitCode = 1
  }
} finally {
  rmSync(scratch, {recursive: true})
}
