import type {Report} from '../findings/report.ts'
import type {BlockSource, BodyBlock, Finding} from '../types.ts'

/** What the suggestion rules look at: the article as it will be drafted, and what the repairs said on the way. */
export interface SuggestInput {
  body: readonly BodyBlock[]
  blockSources: readonly BlockSource[]
  findings: readonly Finding[]
  /** The decoded, unrepaired source. */
  source: string
  /** BCP 47, where the source says so. */
  language?: string | undefined
}

/** A rule changes nothing: it reports what an editor might change. */
export type SuggestRule = (input: SuggestInput, report: Report) => void
