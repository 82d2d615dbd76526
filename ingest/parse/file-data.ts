/** What the stations leave on the file for one another (`file.data`). */
import type {Element} from 'hast'
import type {Decoration} from './media/index.ts'
import type {Declared} from './metadata/declared.ts'
import type {Profile} from './profile/profile.ts'
import type {SourceRange, TracedText} from './trace/traced-text.ts'
import type {Metadata} from './types.ts'

declare module 'vfile' {
  interface DataMap {
    /** Where the page was fetched, when known: relative addresses are resolved against it. */
    url: string
    /** What relative addresses are resolved against, where what carried the article names it; else `url`. */
    base: string
    /** What the article's wrappings declare of it, the outermost first. */
    declared: readonly Declared[]
    /** How the scrape came, as messages name it. */
    origin: string
    /** Whether the text rules run over the whole source: always when not given, or not over a page. */
    repair: 'always' | 'never' | 'unless-page'
    /** A page that the text rules have not seen. */
    isUnrepaired: boolean
    /**
     * What the parser read, as long as the positions of nodes are offsets in it: from the parser until the article's tree is
     * traced. Ranges that are reported meanwhile are brought back to the source by it.
     */
    html: TracedText
    metadata: Metadata
    /** What the page's head says that the article is about; often the line under the headline, whole or cut. */
    summaries: readonly string[]
    /** Whether the page says of itself that it is an article. */
    declaresArticle: boolean
    /** The source's extraction profile, where it has one. */
    profile: Profile
    /** The element that the profile says the article stands in, and those in it that must stay. */
    chosen: {root: Element; kept: ReadonlySet<Element>}
    /** Images and embeds of the page's furniture that were left out of the tree, in no order. */
    decorations: readonly Decoration[]
    /** Where the tags are that the parser read, in the source. */
    markup: SourceRange[]
  }
}
