/** What editors put back into an article, when its bytes are parsed again: it is neither lost nor there twice. Pure. */
import {isDeepStrictEqual} from 'node:util'
import {textsOf} from '../../../schemas/block-texts.ts'
import type {BodyBlock} from '../../../schemas/body.ts'
import {applyOperations} from '../../../schemas/operations/apply.ts'
import {placesOf} from '../../parse/put-back/places.ts'
import type {Suggestion} from '../../parse/types.ts'
import type {FindingValue} from '../draft/documents.ts'

type Body = readonly BodyBlock[]

/** The bodies of a merge. */
export interface Bodies {
  /** As the machine last wrote it. */
  base: Body
  current: Body
  /** As the machine would write it now. */
  fresh: Body
}

/**
 * The fresh body with the blocks that an editor put back, each beside the neighbours that it has now, if these blocks are all that
 * the editor changed; undefined otherwise. What the fresh body has by itself is not put into it again.
 *
 * @param findings of the review, with the editor's decisions
 */
export function bodyWithPutBacks(
  findings: readonly FindingValue[],
  {base, current, fresh}: Bodies,
): BodyBlock[] | undefined {
  const decided = new Map(
    findings.filter(isDone).flatMap((finding) => itemsOf(finding).map((block) => [block._key, block])),
  )
  if (decided.size === 0) return undefined
  const isBack = (block: BodyBlock): boolean => isDeepStrictEqual(decided.get(block._key), block)
  if (
    !isDeepStrictEqual(
      current.filter((block) => !isBack(block)),
      base,
    )
  )
    return undefined
  const isThere = createSearch(fresh)
  const units = current.map((block) => ({blocks: [block]}))
  let body = fresh
  for (const [index, block] of current.entries()) {
    if (!isBack(block) || isThere(block)) continue
    const applied = applyOperations(body, [{op: 'insert', items: [block], places: placesOf(units, index)}])
    if ('body' in applied) body = applied.body
  }
  return [...body]
}

/** The findings of the fresh parse with the decisions about the earlier ones, and those whose passage would else be forgotten. */
export function findingsWithDecisions(
  before: readonly FindingValue[],
  after: readonly FindingValue[],
  fresh: Body,
): FindingValue[] {
  const byKey = new Map(before.map((finding) => [finding._key, finding]))
  const byPassage = new Map(before.map((finding) => [passageOf(finding), finding]))
  const carried = after.map((finding) => {
    const passage = passageOf(finding)
    const known = byKey.get(finding._key) ?? (passage === '' ? undefined : byPassage.get(passage))
    return known?.resolution ? {...finding, resolution: known.resolution} : finding
  })
  const passages = new Set(after.map(passageOf))
  const isThere = createSearch(fresh)
  const forgotten = before.filter(
    (finding) =>
      isDone(finding) &&
      itemsOf(finding).length > 0 &&
      !passages.has(passageOf(finding)) &&
      !itemsOf(finding).every(isThere),
  )
  return [...carried, ...forgotten]
}

const isDone = ({resolution, action}: FindingValue): boolean =>
  resolution?.state === 'applied' && action !== 'suggested'

/** What names a passage, whatever its place: the keys of its blocks, which are made of their content; empty without one. */
const passageOf = (finding: FindingValue): string =>
  itemsOf(finding)
    .map(({_key}) => _key)
    .join()

/** The blocks that the suggestion of a finding inserts. */
function itemsOf({suggestion}: FindingValue): BodyBlock[] {
  if (!suggestion?.includes('"insert"')) return []
  const {ops} = JSON.parse(suggestion) as Suggestion
  return ops.flatMap((operation) => (operation.op === 'insert' ? operation.items : []))
}

/** Whether a body has a block, or one with its words. */
function createSearch(body: Body): (block: BodyBlock) => boolean {
  const keys = new Set(body.map(({_key}) => _key))
  const texts = new Set(body.map(wordsOf))
  return (block) => keys.has(block._key) || (wordsOf(block) !== '' && texts.has(wordsOf(block)))
}

const wordsOf = (block: BodyBlock): string =>
  textsOf(block)
    .map(({text}) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
