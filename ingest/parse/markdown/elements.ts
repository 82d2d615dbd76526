/** How elements flow, as data: which have a meaning inside a line, which begin a line, which only group. */

/** Kinds of phrasing that blocks can hold, outermost first: the order in which wrappers are rebuilt. */
export const PHRASING_ORDER = ['link', 'strong', 'em', 'underline', 'strike', 'sub', 'sup', 'code'] as const
export type PhrasingKind = (typeof PHRASING_ORDER)[number]

/**
 * Elements with a meaning inside a line. Elements that browsers only style (`cite`, `mark`) count as what they look
 * like.
 */
export const PHRASING: ReadonlyMap<string, PhrasingKind> = new Map<string, PhrasingKind>([
  ['a', 'link'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['cite', 'em'],
  ['dfn', 'em'],
  ['em', 'em'],
  ['i', 'em'],
  ['mark', 'em'],
  ['var', 'em'],
  ['ins', 'underline'],
  ['u', 'underline'],
  ['del', 'strike'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
])

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
