/** A range of the source that a finding is about. */
export interface Mark<Finding> {
  start: number
  end: number
  finding: Finding
}

/** A piece of text and the findings that cover it, the last one on top. */
export interface Segment<Finding> {
  start: number
  text: string
  findings: readonly Finding[]
}

/**
 * Cuts a text where marks begin and end, so that each piece has one set of findings. Marks may overlap. Marks that are
 * empty or outside the text are ignored.
 */
export function segmentsOf<Finding>(text: string, marks: readonly Mark<Finding>[]): Segment<Finding>[] {
  const within = marks.filter(({start, end}) => start >= 0 && start < end && end <= text.length)
  const cuts = new Set([0, text.length])
  for (const {start, end} of within) cuts.add(start).add(end)
  const places = [...cuts].sort((a, b) => a - b)

  const byStart = within.toSorted((a, b) => a.start - b.start)
  let next = 0
  let active: Mark<Finding>[] = []
  const segments: Segment<Finding>[] = []
  for (const [index, start] of places.entries()) {
    const end = places[index + 1]
    if (end === undefined) break
    active = active.filter((mark) => mark.end > start)
    for (let mark = byStart[next]; mark && mark.start <= start; mark = byStart[++next]) active.push(mark)
    segments.push({start, text: text.slice(start, end), findings: active.map(({finding}) => finding)})
  }
  return segments
}
