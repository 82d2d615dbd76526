/**
 * What an unwrapper is: a pure function that knows one format in which articles are carried, and takes the article out of it.
 * It returns undefined for a text that is not of its format.
 */
import type {Report} from '../findings/report.ts'
import type {Declared} from '../metadata/declared.ts'
import type {TracedText} from '../trace/traced-text.ts'

export interface Unwrapped {
  /** The article, or the page that holds it, as HTML; each character is traced to the source. */
  html: TracedText
  /** What the wrapping declares of the article; absent where it declares nothing, or carries several articles. */
  declared?: Declared
  /** What relative addresses in the article are resolved against, where the wrapping names it. */
  base?: string
}

export type Unwrapper = (text: TracedText, report: Report) => Unwrapped | undefined
