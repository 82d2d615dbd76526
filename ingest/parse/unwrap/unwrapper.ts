/** Types of unwrappers. */
import type {Report} from '../findings/report.ts'
import type {Declared} from '../metadata/declared.ts'
import type {TracedText} from '../trace/traced-text.ts'

/** An article taken out of its wrapping. */
export interface Unwrapped {
  /** The article, or the page that holds it, as HTML; each character is traced to the source. */
  html: TracedText
  /** Metadata that the wrapping declares; absent if it declares nothing or carries several articles. */
  declared?: Declared
  /** Base of relative addresses in the article, if the wrapping names it. */
  base?: string
}

/**
 * A pure function that knows one wrapping format, such as RSS, and takes the article out of it. It returns undefined for a text in another
 * format.
 */
export type Unwrapper = (text: TracedText, report: Report) => Unwrapped | undefined
