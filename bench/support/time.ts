/**
 * Measure the processor time of runs in milliseconds, after a warm-up: with garbage collection, without other
 * processes. The runs take turns, so that slow moments affect all of them; each figure is the median of the turns.
 */
export function timeInTurns<Name extends string>(
  runs: Readonly<Record<Name, () => unknown>>,
  turns = 15,
  repeat = 4,
): Record<Name, number> {
  const times = new Map<Name, number[]>()
  const names = Object.keys(runs) as Name[]
  for (let turn = -4; turn < turns; turn++) {
    for (const name of names) {
      const start = process.cpuUsage()
      for (let time = 0; time < repeat; time++) runs[name]()
      const {user, system} = process.cpuUsage(start)
      if (turn >= 0) times.set(name, [...(times.get(name) ?? []), (user + system) / 1000 / repeat])
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
