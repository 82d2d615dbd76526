/** What the stations leave on the file for one another (`file.data`). */
import type {Metadata} from './types.ts'

declare module 'vfile' {
  interface DataMap {
    /** Where the page was fetched, when known: relative addresses are resolved against it. */
    url: string
    metadata: Metadata
  }
}
