/** Tag names by content model, as in the HTML standard. */

/** Frames without a meaning of their own, replaced by their children. */
export const FRAMES: ReadonlySet<string> = new Set([
  'article',
  'body',
  'center',
  'div',
  'fieldset',
  'footer',
  'form',
  'header',
  'hgroup',
  'html',
  'main',
  'section',
])

/** Elements on lines of their own. */
export const FLOW: ReadonlySet<string> = new Set([
  ...FRAMES,
  'address',
  'aside',
  'blockquote',
  'dd',
  'details',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'nav',
  'ol',
  'p',
  'pre',
  'summary',
  'table',
  'ul',
])

/** Headings. */
export const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Lists. */
export const LISTS: ReadonlySet<string> = new Set(['ul', 'ol'])
/** Elements of bold text. */
export const STRONG: ReadonlySet<string> = new Set(['b', 'strong'])

/** Elements that show something without text. */
export const EMBEDDED: ReadonlySet<string> = new Set([
  'audio',
  'canvas',
  'embed',
  'iframe',
  'img',
  'math',
  'object',
  'picture',
  'svg',
  'video',
])
