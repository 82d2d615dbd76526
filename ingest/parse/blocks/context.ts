/** What the converters of flow content share. */
import type {RootContent} from 'mdast'
import type {BlockStyle} from '../../../schemas/names.ts'
import type {Report} from '../findings/report.ts'
import type {TracedText} from '../trace/traced-text.ts'
import type {Entry} from './entry.ts'

/** Where flow content is found, and what its converter may call. */
export interface Context {
  /** Style of its paragraphs. */
  style: Extract<BlockStyle, 'normal' | 'blockquote'>
  /** Level of the open list; 0 outside of lists. */
  level: number
  report: Report
  /** Called for a heading of the first level. True when it is the article's title, which is no block of the body. */
  takeTitle(text: TracedText, entriesBefore: number): boolean
  /** Converts flow content and appends it to `entries`. A figure or a table converts with it what it holds besides. */
  flow(nodes: readonly RootContent[], context: Context, entries?: Entry[]): Entry[]
}
