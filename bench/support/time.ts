/**
 * Milliseconds of processor time that each of some runs takes, warm: what else the machine does is not in it, garbage
 * collection is. They take turns, so that a slower moment is shared by all; each figure is the median of its turns.
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
