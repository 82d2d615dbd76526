/** Data that stations leave on the file for one another (`file.data`). */
import type {Element} from 'hast'
import type {Decoration} from './media/index.ts'
import type {Declared} from './metadata/declared.ts'
import type {Profile} from './profile/profile.ts'
import type {SourceRange, TracedText} from './trace/traced-text.ts'
import type {Metadata} from './types.ts'

declare module 'vfile' {
  interface DataMap {
    /** Address of the page, if known: relative addresses are resolved against it. */
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
    /** Summaries that the page’s head declares; often the line under the headline, complete or truncated. */
    summaries: readonly string[]
    /** Whether the page declares itself an article. */
    declaresArticle: boolean
    /** The source’s extraction profile, if it has one. */
    profile: Profile
    /** The element in which the profile finds the article, and elements inside it that must stay. */
    chosen: {root: Element; kept: ReadonlySet<Element>}
    /** Decorative images and embeds that were removed from the tree, in no order. */
    decorations: readonly Decoration[]
    /** Source ranges of the tags that the parser read. */
    markup: SourceRange[]
  }
}
