/** Where passages that left the article were, beside the blocks that stayed. */
import type {BodyBlock} from '../../../schemas/body.ts'
import type {InsertPlace} from '../../../schemas/operations/operation.ts'
import type {BlockSource} from '../types.ts'

/** Maximum number of neighbours on each side: as many may be edited away before a passage comes to the end. */
const MAX_NEIGHBOURS = 8

/** Blocks in a row that were one thing: of the article one, of a passage all. */
export interface Unit {
  blocks: readonly BodyBlock[]
}

/** A passage, and the offset in the source of its start. */
export interface Placed extends Unit {
  place: number
}

/**
 * Order the blocks of the article and the passages as in the source: a passage follows the block with the last text before it,
 * else it comes first. Linear but for sorting.
 *
 * @param passages in the order of their places
 */
export function inOrder<Passage extends Placed>(
  body: readonly BodyBlock[],
  blockSources: readonly BlockSource[],
  passages: readonly Passage[],
): (Unit | Passage)[] {
  const index = new Map(body.map(({_key}, at) => [_key, at]))
  const starts = blockSources
    .flatMap(({blockKey, ranges}) => ranges.map(({start}) => ({start, after: index.get(blockKey) ?? -1})))
    .toSorted((a, b) => a.start - b.start)
  const behind = new Map<number, Passage[]>()
  let next = 0
  let after = -1
  for (const passage of passages) {
    for (let at = starts[next]; at && at.start <= passage.place; at = starts[++next]) after = at.after
    const others = behind.get(after)
    if (others) others.push(passage)
    else behind.set(after, [passage])
  }
  return [
    ...(behind.get(-1) ?? []),
    ...body.flatMap((block, at): (Unit | Passage)[] => [{blocks: [block]}, ...(behind.get(at) ?? [])]),
  ]
}

/** The places of one of some units in order: beside its neighbours, the nearest first. */
export function placesOf(units: readonly Unit[], index: number): InsertPlace[] {
  const places: InsertPlace[] = []
  for (let distance = 1; distance <= MAX_NEIGHBOURS; distance++) {
    const before = units[index - distance]?.blocks.at(-1)
    if (before) places.push({after: before._key})
    const after = units[index + distance]?.blocks[0]
    if (after) places.push({before: after._key})
  }
  return places
}
