/** What the stations leave on the file for one another (`file.data`). */
import type {SourceRange} from './trace/traced-text.ts'
import type {Metadata} from './types.ts'

declare module 'vfile' {
  interface DataMap {
    /** Where the page was fetched, when known: relative addresses are resolved against it. */
    url: string
    metadata: Metadata
    /** Where the tags are that the parser read, in the source. */
    markup: SourceRange[]
  }
}
