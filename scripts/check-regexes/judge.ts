/**
 * What a regular expression may cost, by recheck (https://makenowjust-labs.github.io/recheck/): by its automaton where it
 * has one, else by a search for a string on which it is slow. Its JavaScript build, so that every platform gives the same answer.
 */
import {createRequire} from 'node:module'

export interface Verdict {
  status: 'safe' | 'vulnerable' | 'unknown'
  /** How the time grows with the input, or why that is not known. */
  growth: string
  /** By the automaton, which is exact; a search takes ends of repetitions for none, and time for steps. */
  proven: boolean
}

interface Diagnostics {
  status: Verdict['status']
  complexity?: {summary: string}
  error?: {kind: string}
  checker?: string
}

interface Recheck {
  checkSync(source: string, flags: string, parameters: Record<string, unknown>): Diagnostics
}

/** Milliseconds for one expression. */
const TIMEOUT = 4000

const {checkSync} = createRequire(import.meta.url)('recheck/lib/browser.js') as Recheck

export function judge(source: string, flags: string): Verdict {
  if (!repeats(source)) return {status: 'safe', growth: 'constant', proven: true}
  const {status, complexity, error, checker} = checkSync(source, flags, {
    timeout: TIMEOUT,
    attackTimeout: 500,
    incubationTimeout: 200,
  })
  return {status, growth: complexity?.summary ?? error?.kind ?? 'unknown', proven: checker === 'automaton'}
}

/** Whether anything in it may be there more or less often; what may not tries each place once. */
function repeats(source: string): boolean {
  const bare = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')
  return /[*+{]|(?<!\()\?/.test(bare)
}
