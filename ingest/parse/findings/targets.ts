/** Which blocks a finding is about: those whose source ranges overlap the finding's. */
import type {SourceRange} from '../trace/traced-text.ts'
import type {BlockSource, FindingTarget} from '../types.ts'

interface Stretch extends SourceRange {
  blockKey: string
  /** Largest `end` up to and including this stretch, so that a search backward knows where to stop. */
  reach: number
}

/** Index block sources once; blocks come in the order of the article. */
export function createTargets(
  blockSources: readonly BlockSource[],
): (ranges: readonly SourceRange[]) => FindingTarget[] {
  const order = new Map(blockSources.map(({blockKey}, index) => [blockKey, index]))
  const stretches: Stretch[] = blockSources
    .flatMap(({blockKey, ranges}) => ranges.map(({start, end}) => ({start, end, blockKey, reach: end})))
    .toSorted((a, b) => a.start - b.start)
  let reach = 0
  for (const stretch of stretches) {
    reach = Math.max(reach, stretch.end)
    stretch.reach = reach
  }
  return (ranges) => {
    const found = new Set<string>()
    for (const {start, end} of ranges) {
      // An empty range marks a place between two units; it is about the block that holds the place.
      const limit = Math.max(end, start + 1)
      for (let index = firstFrom(stretches, limit) - 1; index >= 0; index--) {
        const stretch = stretches[index]
        if (!stretch || stretch.reach <= start) break
        if (stretch.end > start) found.add(stretch.blockKey)
      }
    }
    return [...found]
      .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .map((blockKey) => ({blockKey}))
  }
}

/** Index of the first stretch that starts at or after `offset`. */
function firstFrom(stretches: readonly Stretch[], offset: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
