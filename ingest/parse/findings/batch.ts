/** Repairs of one text, gathered so that very many of one kind become one finding, and quoted from the source. */
import type {Repair, Report} from './report.ts'

/** Most repairs of one code that are reported one by one. */
const MAX_REPAIRS = 100

/** Longest piece of source that a finding quotes, in UTF-16 units. */
const MAX_QUOTE_LENGTH = 240

/**
 * Runs `work` and reports what it reported once it is done. `source` is the decoded, unrepaired text that the ranges point into.
 */
export function inBatch<Result>(source: string, report: Report, work: (collect: Report) => Result): Result {
  const repairs: Repair[] = []
  const result = work((repair) => {
    // A source ends once: whatever took the cut part out has reported it.
    if (repair.code === 'truncated' && repairs.some(({code}) => code === 'truncated')) return
    repairs.push(repair)
  })
  for (const repair of gathered(repairs)) report({before: quote(source, repair), ...repair})
  return result
}

/** Repairs as reported; where one code has very many, those with one message are one repair with many ranges. */
function gathered(repairs: readonly Repair[]): Repair[] {
  const counts = new Map<string, number>()
  for (const {code} of repairs) counts.set(code, (counts.get(code) ?? 0) + 1)
  const kept: Repair[] = []
  const first = new Map<string, Repair>()
  for (const repair of repairs) {
    const key = `${repair.code} ${repair.message}`
    const earlier = first.get(key)
    if ((counts.get(repair.code) ?? 0) <= MAX_REPAIRS) kept.push(repair)
    else if (earlier) for (const range of repair.ranges) earlier.ranges.push(range)
    else {
      const copy = {...repair, ranges: [...repair.ranges]}
      first.set(key, copy)
      kept.push(copy)
    }
  }
  return kept
}

/** The source at the first places of a repair. */
function quote(source: string, repair: Repair): string {
  const pieces = repair.ranges.slice(0, 3).map(({start, end}) => source.slice(start, end))
  const whole = pieces.filter(Boolean).join(' … ')
  return whole.length > MAX_QUOTE_LENGTH ? `${whole.slice(0, MAX_QUOTE_LENGTH)}…` : whole
}
