/** Widths of tables of piped lines. */

/** Possible widths of a line: without lost empty cells, and with all possible ones. */
export interface Width {
  least: number
  most: number
}

/**
 * Find the most likely width of each line’s table: the certain width of most lines around it, otherwise the maximum; 0
 * if no line reveals it. A table is a run of rows.
 */
export function tableWidths(lines: readonly (Width | undefined)[]): number[] {
  const widths: number[] = new Array(lines.length).fill(0)
  for (let from = 0; from < lines.length; ) {
    let to = from
    while (lines[to]) to++
    const rows = lines.slice(from, to) as Width[]
    const sure = rows.filter(({least, most}) => least === most && most > 1)
    const width = mode((sure.length > 0 ? sure : rows).map(({most}) => most))
    widths.fill(width, from, to)
    from = to + 1
  }
  return widths
}

/** Find the most frequent number; the larger of equally frequent ones. */
function mode(list: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  let [best, most] = [0, 0]
  for (const [value, count] of counts)
    if (count > most || (count === most && value > best)) [best, most] = [value, count]
  return best
}
