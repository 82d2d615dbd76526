/**
 * Text that remembers where it came from.
 *
 * Every station that cuts, joins or rewrites text works on `TracedText`, so that in the end each character of the
 * article can be matched with the decoded, unrepaired source. Offsets are UTF-16 code units; ranges are half-open.
 */

/** A half-open range of UTF-16 offsets in the decoded, unrepaired source. */
export interface SourceRange {
  start: number
  end: number
}

/**
 * A part of a value with one origin. `copied`: the value’s units are the source’s units, one for one (so `length ===
 * end - start`). Otherwise the whole part replaces `[start, end)`, and `start === end` marks units that a repair
 * inserted (markup, or white space between joined parts; never a word).
 */
export interface Run extends SourceRange {
  length: number
  copied: boolean
}

/** Runs that cover a value from its first unit to its last, in order, without gaps. */
export type Origin = readonly Run[]

/** A value, and where each of its units came from. */
export interface TracedText {
  readonly value: string
  readonly origin: Origin
}

/** Replace `[start, end)` of a value by `value`. */
export interface Edit extends SourceRange {
  value: string
}

/** Create traced text from the source itself, or part of it. */
export function traced(value: string, start = 0): TracedText {
  return {
    value,
    origin: value ? [{length: value.length, start, end: start + value.length, copied: true}] : [],
  }
}

/** Create text without a source of its own, inserted at source offset `at` (markup or white space, never a word). */
export function inserted(value: string, at: number): TracedText {
  return {value, origin: value ? [{length: value.length, start: at, end: at, copied: false}] : []}
}

function push(runs: Run[], run: Run): void {
  if (run.length === 0 && run.start === run.end) return
  const last = runs.at(-1)
  if (last?.copied && run.copied && last.end === run.start) {
    runs[runs.length - 1] = {length: last.length + run.length, start: last.start, end: run.end, copied: true}
  } else runs.push(run)
}

interface Index {
  /** Value offsets at which the runs end. */
  ends: Uint32Array
  /** Whether the runs are in source order, as they are unless text was moved. */
  ordered: boolean
}

/** Indexes of long origins, computed once since origins are immutable. */
const indexes = new WeakMap<Origin, Index>()
/** With fewer runs than this, a linear scan is faster than a search. */
const FEW = 16

function indexOf(origin: Origin): Index {
  const known = indexes.get(origin)
  if (known) return known
  const ends = new Uint32Array(origin.length)
  let end = 0
  let last = 0
  let ordered = true
  for (let index = 0; index < origin.length; index++) {
    const run = origin[index] as Run
    end += run.length
    ends[index] = end
    if (run.start < last) ordered = false
    last = run.end
  }
  const index = {ends, ordered}
  indexes.set(origin, index)
  return index
}

/** Find the index of the first run that may reach value offset `from`, and the offset at which that run begins. */
function seek(origin: Origin, from: number): {index: number; at: number} {
  if (from <= 0 || origin.length <= FEW) return {index: 0, at: 0}
  const {ends} = indexOf(origin)
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return {index: low, at: low > 0 ? (ends[low - 1] ?? 0) : 0}
}

/** List the runs of `[from, to)`, cut to it. */
function* cut(origin: Origin, from: number, to: number): Generator<Run> {
  let {index, at} = seek(origin, from)
  for (; index < origin.length; index++) {
    const run = origin[index] as Run
    const next = at + run.length
    if (next > from || (run.length === 0 && at >= from && at < to)) {
      if (at >= to) return
      const a = Math.max(from, at) - at
      const b = Math.min(to, next) - at
      if (a === 0 && b === run.length) yield run
      else if (run.copied) yield {length: b - a, start: run.start + a, end: run.start + b, copied: true}
      // Part of a replacement still replaces the whole range.
      else yield {length: b - a, start: run.start, end: run.end, copied: false}
    }
    at = next
  }
}

/** Slice `[from, to)` of traced text. */
export function slice(text: TracedText, from: number, to = text.value.length): TracedText {
  const only = text.origin[0]
  // Most texts were never changed: a single run of the source.
  if (only?.copied && text.origin.length === 1 && from >= 0 && from < to && to <= text.value.length) {
    const origin: Run[] = [{length: to - from, start: only.start + from, end: only.start + to, copied: true}]
    return {value: text.value.slice(from, to), origin}
  }
  const runs: Run[] = []
  for (const run of cut(text.origin, from, to)) push(runs, run)
  return {value: text.value.slice(from, to), origin: runs}
}

/** Concatenate traced texts. */
export function join(parts: readonly TracedText[]): TracedText {
  const runs: Run[] = []
  for (const part of parts) for (const run of part.origin) push(runs, run)
  return {value: parts.map((part) => part.value).join(''), origin: runs}
}

/** Trim white space at both ends. */
export function trim(text: TracedText): TracedText {
  const from = text.value.length - text.value.trimStart().length
  const to = Math.max(from, text.value.trimEnd().length)
  return from === 0 && to === text.value.length ? text : slice(text, from, to)
}

/**
 * Apply edits to traced text: sorted by `start`, without overlaps. A replacement keeps the hull of the replaced text as
 * its source. Linear in the number of runs and edits. Returns the same object if nothing changes.
 */
export function edit(text: TracedText, edits: readonly Edit[]): TracedText {
  if (edits.length === 0) return text
  const runs: Run[] = []
  const values: string[] = []
  let index = 0
  let runStart = 0
  let lastEnd = text.origin[0]?.start ?? 0
  /** Pass every run in `[from, to)` to `take`; positions only increase. */
  const walk = (from: number, to: number, take: (run: Run) => void): void => {
    while (index < text.origin.length) {
      const run = text.origin[index] as Run
      const next = runStart + run.length
      if (next > from) {
        if (runStart >= to) return
        const a = Math.max(from, runStart) - runStart
        const b = Math.min(to, next) - runStart
        take(
          a === 0 && b === run.length
            ? run
            : run.copied
              ? {length: b - a, start: run.start + a, end: run.start + b, copied: true}
              : {length: b - a, start: run.start, end: run.end, copied: false},
        )
        if (next > to) return
      } else if (run.length === 0) take(run)
      index++
      runStart = next
    }
  }
  const keep = (run: Run): void => {
    push(runs, run)
    lastEnd = run.end
  }
  let at = 0
  for (const {start, end, value} of edits) {
    if (start < at || end < start || end > text.value.length) {
      throw new RangeError(
        `Expected sorted, separate edits within 0..${text.value.length}, got [${start}, ${end}) after ${at}`,
      )
    }
    walk(at, start, keep)
    values.push(text.value.slice(at, start), value)
    let from = lastEnd
    let to = lastEnd
    let first = true
    walk(start, end, (run) => {
      if (first) from = run.start
      first = false
      to = Math.max(to, run.end)
    })
    if (value || to > from) push(runs, {length: value.length, start: from, end: to, copied: false})
    lastEnd = to
    at = end
  }
  walk(at, text.value.length, keep)
  values.push(text.value.slice(at))
  return {value: values.join(''), origin: runs}
}

/** Find the smallest range that contains every run; undefined for text without any source. */
export function hull(origin: Origin): SourceRange | undefined {
  let range: SourceRange | undefined
  for (const run of origin) {
    if (run.start === run.end) continue
    if (!range) range = {start: run.start, end: run.end}
    else {
      range.start = Math.min(range.start, run.start)
      range.end = Math.max(range.end, run.end)
    }
  }
  return range
}

/** List the source ranges of an origin, in source order, joined where they touch. Inserted text has none. */
export function rangesOf(origin: Origin): SourceRange[] {
  const only = origin[0]
  if (only && origin.length === 1) return only.end > only.start ? [{start: only.start, end: only.end}] : []
  const sorted = origin.filter((run) => run.end > run.start).toSorted((a, b) => a.start - b.start)
  const ranges: SourceRange[] = []
  for (const {start, end} of sorted) {
    const last = ranges.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else ranges.push({start, end})
  }
  return ranges
}

/** Find the source range of the value range `[from, to)`; if it has none, the empty range at that place. */
export function sourceRange(text: TracedText, from: number, to: number): SourceRange {
  const only = text.origin[0]
  if (only?.copied && text.origin.length === 1 && from >= 0 && from < to && to <= only.length)
    return {start: only.start + from, end: only.start + to}
  if (to - from > FEW && text.origin.length > FEW && indexOf(text.origin).ordered) {
    // In source order the ends decide, so that a large range costs no more than a small one.
    const start = sourceRange(text, from, from + 1)
    const end = sourceRange(text, to - 1, to)
    return {start: start.start, end: Math.max(start.end, end.end)}
  }
  let range: SourceRange | undefined
  /** Text removed right before the range is not part of it, unless the range has no other source. */
  let removed: SourceRange | undefined
  for (const run of cut(text.origin, from, to)) {
    if (run.start === run.end) continue
    if (!range && run.length === 0) removed ??= {start: run.start, end: run.end}
    else if (!range) range = {start: run.start, end: run.end}
    else {
      range.start = Math.min(range.start, run.start)
      range.end = Math.max(range.end, run.end)
    }
  }
  if (range || removed) return (range ?? removed) as SourceRange
  const place = placeOf(text.origin, from)
  return {start: place, end: place}
}

/** Find the source offset of value offset `from`. */
function placeOf(origin: Origin, from: number): number {
  let {index, at} = seek(origin, from)
  let before = origin[index - 1]
  for (; index < origin.length; index++) {
    const run = origin[index] as Run
    if (at + run.length > from) return run.copied ? run.start + from - at : run.start
    before = run
    at += run.length
  }
  return before?.end ?? 0
}
