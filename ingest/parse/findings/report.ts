/**
 * How stations report what they did. A repair becomes a vfile message, and at the end of the walk a finding.
 *
 * A station calls `report` once per repair that an editor would want to judge on its own; many equal repairs of one
 * kind (a hundred tag remnants) are one call with many ranges.
 */
import type {ElementContent} from 'hast'
import type {FindingCode} from '../../../schemas/findings.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Suggestion} from '../types.ts'

/** One change to the source's damage, or one thing that an editor should know. */
export interface Repair {
  code: FindingCode
  /** For an editor: what was unexpected, what was done. */
  message: string
  /** Half-open UTF-16 offsets in the decoded, unrepaired source; the first one is the finding's place. */
  ranges: SourceRange[]
  /** The text before the repair. */
  before?: string
  /** The text after the repair; absent for a removal. */
  after?: string
  /** Where this repair weighs more or less than its code usually does; see {@link Weight}. */
  weight?: Weight
  /** Blocks it is about, where the station knows them; else they are found by overlap of ranges. */
  blockKeys?: string[]
  /** A change that an editor may apply. */
  suggestion?: Suggestion
  /** What left the article although it reads as prose, so that it can be put back; not kept in the finding. */
  passages?: readonly Passage[]
  /** Anything else that a later station needs; not kept in the finding. */
  data?: Record<string, unknown>
}

/** Nodes that left the tree together. */
export interface Passage {
  nodes: readonly ElementContent[]
  /** Offset of its start, like the repair's ranges. */
  place: number
}

/**
 * - `doubtful`: less certain than usual. An action `applied` becomes `applied-check`, the severity at least `warning`.
 * - `minor`: sound text may have it, too. The severity is `info`.
 */
export type Weight = 'doubtful' | 'minor'

/** Takes one repair. */
export type Report = (repair: Repair) => void
