import type {BodyBlock} from '../../../schemas/body.ts'
import type {Report} from '../findings/report.ts'
import type {BlockSource, Finding} from '../types.ts'

/** Input of the suggestion rules: the article as it will be drafted, and the findings so far. */
export interface SuggestInput {
  body: readonly BodyBlock[]
  blockSources: readonly BlockSource[]
  findings: readonly Finding[]
  /** The decoded, unrepaired source. */
  source: string
  /** BCP 47, if the source declares it. */
  language?: string | undefined
}

/** A rule changes nothing; it reports what an editor might change. */
export type SuggestRule = (input: SuggestInput, report: Report) => void
