/** A process that parses the inputs of one seed after the other, and tells its parent which it begins with. */
import {setImmediate} from 'node:timers/promises'
import {InputError} from '../../ingest/parse/errors.ts'
import {parseScrape} from '../../ingest/parse/parse.ts'
import {inputOf, readMaterial} from './inputs.ts'

/** What is sent: the seed at work, or what was wrong with one. */
export type Message = {seed: number} | {problem: Problem}

export interface Problem {
  seed: number
  /** Milliseconds. */
  took: number
  /** What was thrown, other than an InputError; undefined where it is only slow. */
  error?: string
}

/** Milliseconds of processor time that an input may take. */
const LONGEST = 1000

const [from, to] = process.argv.slice(2).map(Number) as [number, number]
const material = readMaterial()

function problemOf(seed: number): Problem | undefined {
  const {bytes, contentType} = inputOf(seed, material)
  const start = process.cpuUsage()
  let error: string | undefined
  try {
    parseScrape({bytes, origin: 'fuzz', ...(contentType && {contentType})})
  } catch (thrown) {
    if (!(thrown instanceof InputError))
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  }
  const {user, system} = process.cpuUsage(start)
  const took = (user + system) / 1000
  return error !== undefined || took > LONGEST ? {seed, took, ...(error !== undefined && {error})} : undefined
}

for (let seed = from; seed < to; seed++) {
  process.send?.({seed} satisfies Message)
  await setImmediate()
  const problem = problemOf(seed)
  // Twice, so that neither the compiler nor a pause to collect garbage counts.
  const again = problem && problem.error === undefined ? problemOf(seed) : problem
  if (again) process.send?.({problem: again} satisfies Message)
}
process.disconnect?.()
