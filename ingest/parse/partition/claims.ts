/**
 * Which ranges of the source the article’s text claims: each unit of the source once, and each unit of the text once.
 */
import type {SourceRange, TracedText} from '../trace/traced-text.ts'
import type {ChangedInterval, KeptInterval} from '../types.ts'

/** Text of a block, or of the title, with its place in the source. */
export interface PlacedText extends TracedText {
  /** Absent for the title. */
  blockKey?: string
}

/** A range of the source, and the text that claims it. */
export type Claim = KeptInterval | ChangedInterval

/**
 * Assign claims in source order, without overlaps. If two texts share a range, copied text takes precedence over
 * replaced text; text without a range of its own is inserted with an empty one (`start === end`), so that no text is
 * left out.
 */
export function claimsOf(texts: readonly PlacedText[], source: string): Claim[] {
  const kept: KeptInterval[] = []
  const changed: ChangedInterval[] = []
  for (const text of texts) {
    const owner = text.blockKey === undefined ? {} : {blockKey: text.blockKey}
    let offset = 0
    let at = text.origin.find((run) => run.length > 0 && run.end > run.start)?.start ?? 0
    for (const run of text.origin) {
      const {length} = run
      if (length === 0) continue
      const after = length === text.value.length ? text.value : text.value.slice(offset, offset + length)
      const isPut = run.start === run.end
      const start = isPut ? at : run.start
      const end = isPut ? at : run.end
      if (end - start === after.length && source.startsWith(after, start)) {
        const last = kept.at(-1)
        if (last?.blockKey === text.blockKey && last?.end === start && isNext(last, offset)) last.end = end
        else kept.push({start, end, kind: 'kept', ...owner, offset})
      } else changed.push({start, end, kind: 'changed', ...owner, offset, before: '', after})
      offset += length
      at = end
    }
  }
  return settle(kept, changed, source)
}

const isNext = (last: KeptInterval, offset: number): boolean => last.offset + last.end - last.start === offset

function settle(kept: KeptInterval[], changed: ChangedInterval[], source: string): Claim[] {
  const settled: Claim[] = []
  let taken = 0
  for (const claim of inOrder(kept)) {
    if (claim.start >= taken) {
      settled.push(claim)
      taken = claim.end
    } else changed.push(putIn(claim, source))
  }
  const free = createFree(settled)
  for (const claim of inOrder(divided(changed))) {
    const {start, end} = free(claim)
    settled.push({...claim, start, end, before: source.slice(start, end)})
  }
  let last = 0
  return inOrder(settled).map((claim) => {
    // Only a claim without a range of its own can be inside another; it moves to that one’s end.
    const outside = claim.start < last ? {...claim, start: last, end: last} : claim
    last = outside.end
    return outside
  })
}

/** Turn copied text whose source is already claimed into inserted text. */
function putIn({start, end, kind: _, ...rest}: KeptInterval, source: string): ChangedInterval {
  return {start, end: start, kind: 'changed', ...rest, before: '', after: source.slice(start, end)}
}

const inOrder = <Interval extends Claim>(intervals: Interval[]): Interval[] => {
  for (let index = 1; index < intervals.length; index++) {
    const [a, b] = [intervals[index - 1], intervals[index]]
    if (a && b && compare(a, b) > 0) return intervals.toSorted(compare)
  }
  return intervals
}

/** A claim without a range precedes those that begin there, in text order. */
const compare = (a: Claim, b: Claim): number => a.start - b.start || a.end - b.end

/** Divide one replaced range among its parts. A range that was replaced twice may end later the second time. */
function divided(changed: readonly ChangedInterval[]): ChangedInterval[] {
  const stretches = new Map<number, {end: number; parts: number; given: number}>()
  for (const {start, end} of changed) {
    if (start === end) continue
    const stretch = stretches.get(start)
    if (stretch) {
      stretch.parts++
      stretch.end = Math.max(stretch.end, end)
    } else stretches.set(start, {end, parts: 1, given: 0})
  }
  return changed.map((claim) => {
    const stretch = claim.start === claim.end ? undefined : stretches.get(claim.start)
    if (!stretch || stretch.parts < 2) return claim
    const edge = (part: number): number =>
      claim.start + Math.floor(((stretch.end - claim.start) * part) / stretch.parts)
    return {...claim, start: edge(stretch.given), end: edge(++stretch.given)}
  })
}

/**
 * Create a function that finds the first unclaimed part of a range, to be called in source order; the empty range at
 * its start if there is none.
 */
function createFree(settled: readonly Claim[]): (claim: Claim) => SourceRange {
  let index = 0
  let taken = 0
  return ({start, end}) => {
    let from = start
    if (end > start) from = Math.max(start, taken)
    while (index < settled.length && (settled[index]?.end ?? 0) <= start) index++
    let to = end
    for (let next = index; next < settled.length; next++) {
      const other = settled[next]
      if (!other || other.start >= to) break
      if (other.start > from) {
        to = other.start
        break
      }
      from = Math.max(from, other.end)
    }
    if (from >= to || end === start) return {start, end: start}
    taken = Math.max(taken, to)
    return {start: from, end: to}
  }
}
