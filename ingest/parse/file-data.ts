/** Data that stations leave on the file for one another (`file.data`). */
import type {Element} from 'hast'
import type {Decoration} from './media/index.ts'
import type {Declared} from './metadata/declared.ts'
import type {Note} from './notes/index.ts'
import type {Profile} from './profile/profile.ts'
import type {SourceRange, TracedText} from './trace/traced-text.ts'
import type {Metadata} from './types.ts'

declare module 'vfile' {
  interface DataMap {
    /** Address of the page, if known: relative addresses are resolved against it. */
    url: string
    /** Base of relative addresses, if a wrapping of the article or the page names it; else `url` is the base. */
    base: string
    /** Metadata that the article's wrappings declare, the outermost first. */
    declared: readonly Declared[]
    /** How the scrape came, as messages name it. */
    origin: string
    /** Whether the text rules run over the whole source: always when not given, or not over a page. */
    repair: 'always' | 'never' | 'unless-page'
    /** A page that the text rules have not seen. */
    isUnrepaired: boolean
    /**
     * The text that the parser read. The positions of nodes are offsets in it until the article's tree is traced. Until then, it
     * translates reported ranges to the source.
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
    /** Notes to which marks of the text lead, wherever they are. */
    notes: readonly Note[]
    /** Addresses of the notes that the article holds, and where their words are in the source. */
    noteTargets: ReadonlyMap<string, SourceRange>
    /** Pictures whose bytes are in the page, as addresses, by their addresses in the tree. */
    pictures: globalThis.Map<string, string>
    /** Source ranges of the tags that the parser read. */
    markup: SourceRange[]
  }
}
