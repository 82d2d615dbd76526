/** Lines of a text that another one changed: `-` for those that are gone, `+` for those that are new. Others are left out. */
export function differenceOf(before: string, after: string): string {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const lengths = commonLengths(old, fresh)
  const common = (a: number, b: number): number => lengths[a]?.[b] ?? 0
  const lines: string[] = []
  let [a, b] = [0, 0]
  while (a < old.length || b < fresh.length) {
    if (a < old.length && b < fresh.length && old[a] === fresh[b]) {
      a++
      b++
    } else if (a < old.length && (b === fresh.length || common(a + 1, b) >= common(a, b + 1))) {
      lines.push(`- ${old[a++]}`)
    } else lines.push(`+ ${fresh[b++]}`)
  }
  return lines.join('\n')
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim())

/** For each place in both lists, how many lines at most follow in both, in the same order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({length: old.length + 1}, () => new Array<number>(fresh.length + 1).fill(0))
  for (let a = old.length - 1; a >= 0; a--) {
    for (let b = fresh.length - 1; b >= 0; b--) {
      const [row, next] = [lengths[a] ?? [], lengths[a + 1] ?? []]
      row[b] = old[a] === fresh[b] ? (next[b + 1] ?? 0) + 1 : Math.max(next[b] ?? 0, row[b + 1] ?? 0)
    }
  }
  return lengths
}
