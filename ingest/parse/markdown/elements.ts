/** How elements flow, as data: which have a meaning inside a line, which begin a line, which only group. */
import type {Decorator} from '../../../schemas/names.ts'

/** A link or a decorator: the phrasing that blocks can hold. */
export type PhrasingKind = 'link' | Decorator

/**
 * The elements of each kind of phrasing, outermost kind first: the order in which wrappers are rebuilt. Elements that
 * browsers only style (`cite`, `mark`) count as what they look like.
 */
const ELEMENTS: Record<PhrasingKind, readonly string[]> = {
  link: ['a'],
  strong: ['b', 'strong'],
  em: ['cite', 'dfn', 'em', 'i', 'mark', 'var'],
  underline: ['ins', 'u'],
  'strike-through': ['del', 's', 'strike'],
  sub: ['sub'],
  sup: ['sup'],
  latex: ['math'],
  code: ['code', 'kbd', 'samp', 'tt'],
}

/** The kinds of phrasing, outermost first. */
export const PHRASING_ORDER = Object.keys(ELEMENTS) as PhrasingKind[]

/** Elements with a meaning inside a line, and their kind. */
export const PHRASING: ReadonlyMap<string, PhrasingKind> = new Map(
  PHRASING_ORDER.flatMap((kind) => ELEMENTS[kind].map((name): [string, PhrasingKind] => [name, kind])),
)

/** Elements inside a line, like a letter. */
export const EMBEDDED = new Set(['audio', 'embed', 'iframe', 'img', 'object', 'video'])

/** Blocks that hold a line of phrasing. */
export const LINES = new Set(['caption', 'dt', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p'])

/** Blocks that are kept; loose phrasing in them becomes a paragraph. */
export const FLOWS = new Set('blockquote dd dl figure li ol table tbody td tfoot th thead tr ul'.split(' '))

/** Blocks that only group: they end a line and leave nothing else. */
export const GROUPS = new Set('article aside body div html main section'.split(' '))

/** Blocks whose white space is text. */
export const PREFORMATTED = new Set(['listing', 'pre', 'xmp'])
