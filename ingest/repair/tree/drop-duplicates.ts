import type {Element, Root} from 'hast'
import type {Report} from '../../findings/report.ts'
import type {SourceRange} from '../../trace/traced-text.ts'
import {mapFlows} from './flows.ts'
import {HEADINGS, LISTS} from './names.ts'
import {hasEmbedded, isElement, isTag, type Node, plainText, stretchOf, withChildren} from './nodes.ts'
import {headingLook, wordsOf} from './prose.ts'

/** How far after the first a heading's copy may stand, in blocks: a heading may rightly come again under another. */
const HEADING_REACH = 8

interface Seen {
  index: number
  ranges: SourceRange[]
}

interface Near {
  letters: string
  cut: boolean
  ranges: SourceRange[]
}

/**
 * Exact copies of an earlier block or item go; the first stays. Only where they are long enough that a writer would not
 * repeat them. Copies that differ in case, spacing or punctuation, or are cut off, are flagged and stay.
 *
 * @example
 *   ```html
 *   <ul><li>Partner groups support the youth education programs.</li></ul><p>Between.</p>
 *   <ul><li>Partner groups support the youth education programs.</li></ul>
 *   ```
 *   becomes
 *   ```html
 *   <ul><li>Partner groups support the youth education programs.</li></ul><p>Between.</p>
 *   ```
 */
export function dropDuplicates(tree: Root, report: Report): void {
  const seen = new Map<string, Seen>()
  const seenNear = new Map<string, Near>()
  let at = 0
  const copy = (node: Node, kind: string, text: string, again = false): boolean => {
    const index = at++
    const key = `${kind}:${text}`
    const first = seen.get(key)
    const weighty = again || isWeighty(text, kind)
    // A line may be a heading that has not been told yet.
    const near =
      first !== undefined &&
      index - first.index <= HEADING_REACH &&
      kind !== 'item' &&
      isWeighty(text, 'heading')
    if (first && (kind === 'heading' ? near : weighty || (near && headingLook(text)))) {
      report({
        code: 'duplicate-dropped',
        message: 'An exact copy of an earlier piece of text.',
        ranges: stretchOf(node),
        before: text,
        data: {of: first.ranges},
      })
      return true
    }
    const ranges = stretchOf(node)
    if (!first) seen.set(key, {index, ranges})
    if (weighty && kind !== 'heading') flagNear(seenNear, text, ranges, report)
    return false
  }
  mapFlows(tree, (siblings) => {
    let changed = false
    const kept = siblings.flatMap((node): Node[] => {
      if (!isElement(node) || !(LISTS.has(node.tagName) || kindOf(node)) || hasEmbedded(node)) return [node]
      if (LISTS.has(node.tagName)) {
        const list = withoutCopies(node, copy)
        if (list === node) return [node]
        changed = true
        return list ? [list] : []
      }
      const kind = kindOf(node)
      if (!kind) return [node]
      const text = plainText(node)
      if (!copy(node, kind, text)) return [node]
      changed = true
      return []
    })
    return changed ? kept : siblings
  })
}

function kindOf(node: Element): string | undefined {
  if (HEADINGS.has(node.tagName)) return 'heading'
  return node.tagName === 'p' || node.tagName === 'table' ? node.tagName : undefined
}

/** Long enough not to be a rightful repeat: "Yes." may be said twice, a sentence is not. */
function isWeighty(text: string, kind: string): boolean {
  const words = wordsOf(text).length
  if (kind === 'heading') return words >= 2 && text.length >= 10
  return kind === 'item' ? words >= 3 && text.length >= 12 : words >= 4 && text.length >= 20
}

/** A list without its copies: itself if it has none, nothing if it was all copies. */
function withoutCopies(
  list: Element,
  copy: (node: Node, kind: string, text: string, again?: boolean) => boolean,
): Element | undefined {
  const texts = new Set<string>()
  const kept = list.children.filter((item) => {
    if (!isTag(item, 'li')) return true
    const text = plainText(item)
    // Within one list even a short item is not said twice.
    const again = texts.has(text) && text.length >= 8
    texts.add(text)
    return !copy(item, 'item', text, again)
  })
  if (kept.length === list.children.length) return list
  return kept.some((item) => isTag(item, 'li')) ? withChildren(list, kept) : undefined
}

/** Letters and digits only: where those are equal, or nearly, or one is the other cut off, it is the same text. */
function flagNear(near: Map<string, Near>, text: string, ranges: SourceRange[], report: Report): void {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  if (letters.length < 40) return
  const key = letters.slice(0, 30)
  const first = near.get(key)
  if (!first) near.set(key, {letters, cut: isCutOff(text), ranges})
  else if (alike(first.letters, letters, first.cut || isCutOff(text))) {
    report({
      code: 'near-duplicate',
      message: 'Nearly the same text stands earlier; one of the two may be left over.',
      ranges: [...ranges, ...first.ranges],
      before: text.slice(0, 200),
    })
  }
}

const isCutOff = (text: string): boolean => /(?:…|\.\.\.)\W*$/.test(text)

/** One stretch of difference between equal ends, a twentieth of the whole at most; or a start cut off. */
function alike(one: string, other: string, cut: boolean): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  if (start === short.length) return cut || short.length >= long.length * 0.95
  let end = 0
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++
  return start + end >= long.length * 0.95
}
