/** How many cells the rows of a table of piped lines have. */

/** What may be said of one line: how many cells it has if no empty cell was lost, and if all that could be were. */
export interface Width {
  least: number
  most: number
}

/**
 * For each line, how wide its table most likely is: the width that most of the lines round it have for certain, or at
 * most; 0 where no line says anything. A table is a run of lines that are rows.
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

/** What comes most often; of two that come as often, the larger. */
function mode(list: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  let [best, most] = [0, 0]
  for (const [value, count] of counts)
    if (count > most || (count === most && value > best)) [best, most] = [value, count]
  return best
}
