import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {isHidden} from '../../../../hidden.ts'
import type {SourceRange} from '../../../../trace/traced-text.ts'
import {isElement, isOneOf, type Node, plainText, stretchOf} from '../../lib/nodes.ts'

/**
 * Words in a line that no reader of the page saw: hidden ones, the sort key of a wiki table, a heading for screen readers, or the
 * name that an editor leaves below its text. Long hidden text stays: a script may show it. Signs that are only drawn (the plus of a
 * button, the hash of an anchor) are no words, either.
 *
 * @example
 *   ```html
 *   <p><span class="sortkey">Lee, Ann</span>Ann Lee <span style="display:none">(6)</span>won<span aria-hidden="true">+</span>.</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>Ann Lee won.</p>
 *   ```
 */
export function dropHidden(tree: Root, report: Report): void {
  const ranges: SourceRange[] = []
  let first: string | undefined
  const stack: Node[] = tree.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    const {children} = node
    const kept = children.filter((child) => {
      if (!isUnseen(child)) return true
      first ??= plainText(child)
      for (const range of stretchOf(child)) ranges.push(range)
      return false
    })
    if (kept.length < children.length) node.children = kept
    for (const child of kept.toReversed()) stack.push(child)
  }
  if (first === undefined) return
  report({
    code: 'hidden-dropped',
    message: 'Words that the page hides from its readers were left out.',
    ranges,
    before: first,
  })
}

/** Elements that are part of a line. */
const PHRASES = new Set('a abbr b bdi cite em i small span strong sub sup'.split(' '))
/** Maximum length of dropped text, in characters. */
const MAX_LENGTH = 200

/** A few signs without a letter, a digit or a picture. */
const DRAWN = /^(?:(?!\p{Extended_Pictographic})[\p{S}\p{P}\u2190-\u21ff]){1,4}$/u

/** Class names of headings for screen readers: they name a region of the page, such as its notes. */
const FOR_SCREEN_READERS = /^(?:sr-only|visually-?hidden|screen-reader-text|a11y-hidden|u-hidden-visually)$/i
const HEADINGS = new Set('h1 h2 h3 h4 h5 h6'.split(' '))

/** Whether a line is an editor’s own, or a heading that is only read aloud. */
function isForNobody({tagName, properties: {className, dataFId}}: Element): boolean {
  if (dataFId === 'pbf') return true
  return (
    HEADINGS.has(tagName) &&
    Array.isArray(className) &&
    className.some((name) => FOR_SCREEN_READERS.test(String(name)))
  )
}

function isUnseen(node: Node): boolean {
  if (isElement(node) && isForNobody(node)) return true
  if (!isOneOf(node, PHRASES)) return false
  const {className, ariaHidden} = node.properties
  if (String(ariaHidden) === 'true' && DRAWN.test(plainText(node))) return true
  const isKey = Array.isArray(className) && className.includes('sortkey')
  return (isKey || isHidden(node)) && /^\S/.test(plainText(node)) && plainText(node).length <= MAX_LENGTH
}
