/** Names of elements, by their effect on text. */

export const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Elements without content. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)

/** Elements of tables. */
export const tableElements: ReadonlySet<string> = new Set(
  'table caption colgroup thead tbody tfoot tr td th'.split(' '),
)

/** Elements that hold running text: only one of them is open at a time. */
export const textElements: ReadonlySet<string> = new Set([
  ...headings,
  ...'p li td th dt dd caption figcaption summary pre'.split(' '),
])

/** Elements whose lost tags indicate damage; frames around blocks are cut off too often, and separate nothing. */
export const separatingElements: ReadonlySet<string> = new Set([
  ...textElements,
  'ul',
  'ol',
  'table',
  'thead',
  'tbody',
  'tr',
  'blockquote',
])

/** Elements that contain other blocks. */
export const containerElements: ReadonlySet<string> = new Set(
  (
    'html body address article aside blockquote center details dialog div dl fieldset figure footer form header ' +
    'main nav ol section table thead tbody tfoot tr ul'
  ).split(' '),
)

/** Elements inside running text. */
export const inlineElements: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong ' +
    'sub sup time tt u var'
  ).split(' '),
)

/** All other markup. */
const others = (
  'audio button canvas colgroup head iframe map meter noscript object optgroup option picture progress script ' +
  'select slot style svg path g template textarea title video o:p v:shape w:sdt content:encoded'
).split(' ')

/** All elements above. */
export const knownElements: ReadonlySet<string> = new Set([
  ...headings,
  ...voidElements,
  ...tableElements,
  ...textElements,
  ...containerElements,
  ...inlineElements,
  ...others,
])

/** Whether a tag with this name separates blocks of text. */
export function isBlock(name: string): boolean {
  return textElements.has(name) || containerElements.has(name) || name === 'hr'
}
