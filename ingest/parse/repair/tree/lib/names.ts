/** Tag names by what they may hold: the words of the HTML standard, as data for the rules. */

/** Frames with no meaning of their own for an article: their children stand for them. */
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

/** Elements that stand on lines of their own. */
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

export const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
export const LISTS: ReadonlySet<string> = new Set(['ul', 'ol'])
export const STRONG: ReadonlySet<string> = new Set(['b', 'strong'])

/** Elements that show something although they hold no text. */
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
