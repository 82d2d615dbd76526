/**
 * How stations say what they did. A repair becomes a vfile message, and at the end of the walk a finding.
 *
 * A station calls `report` once per repair that an editor would want to judge on its own; many equal repairs of one
 * kind (a hundred tag rests) are one call with many ranges.
 */

import type {SourceRange} from '../trace/traced-text.ts'
import type {Suggestion} from '../types.ts'
import type {FindingCode} from './codes.ts'

export interface Repair {
  code: FindingCode
  /** For an editor: what was unexpected, what was done. */
  message: string
  /** Half-open UTF-16 offsets in the decoded, unrepaired source; the first one is the finding's place. */
  ranges: SourceRange[]
  /** What stood there. */
  before?: string
  /** What stands there now; absent for a removal. */
  after?: string
  /** Less certain than its code usually is: an action `applied` becomes `applied-check`, severity at least warning. */
  doubtful?: boolean
  /** Less grave than its code usually is: a note, severity `info`. For what a sound text may have, too. */
  minor?: boolean
  /** Blocks it is about, where the station knows them; else they are found by overlap of ranges. */
  blockKeys?: string[]
  /** A change that an editor may apply. */
  suggestion?: Suggestion
  /** Anything else that a later station needs; not kept in the finding. */
  data?: Record<string, unknown>
}

export type Report = (repair: Repair) => void
