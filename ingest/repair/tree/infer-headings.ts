import type {Element, Root} from 'hast'
import type {Repair, Report} from '../../findings/report.ts'
import {isBareParagraph} from './bare.ts'
import {isBold} from './bold.ts'
import {mapFlows} from './flows.ts'
import {commonLevel} from './heading-level.ts'
import {plainLine} from './line-text.ts'
import {HEADINGS, LISTS, STRONG} from './names.ts'
import {hasEmbedded, isBlank, isElement, isOneOf, isTag, type Node, stretchOf} from './nodes.ts'
import {endsLeadIn, endsSentence, hasCase, headingLook, wordsOf} from './prose.ts'

/**
 * Lines that read as headings become headings: a first line without a final stop (the title), a short capitalised line
 * between paragraphs, a paragraph that is bold from end to end. Their level is that of most tagged headings.
 *
 * @example
 *   ```html
 *   <h1>The Harbour</h1><p><b>What the Harbour Master Said</b></p><p>The plan was not ready, and nobody knew when.</p>
 *   ```
 *   becomes
 *   ```html
 *   <h1>The Harbour</h1><h2>What the Harbour Master Said</h2><p>The plan was not ready, and nobody knew when.</p>
 *   ```
 */
export function inferHeadings(tree: Root, report: Report): void {
  const level = commonLevel(tree)
  const titled = tree.children.some((node) => isTag(node, 'h1'))
  // Among paragraphs that their author tagged, a loose line is a caption or a label as often as a heading.
  const paragraphs = tree.children.filter((node) => isTag(node, 'p'))
  const lines = paragraphs.filter(isBareParagraph).length * 2 >= paragraphs.length
  mapFlows(tree, (siblings) => {
    if (siblings !== tree.children) return siblings
    const result = siblings.slice()
    const first = siblings.findIndex((node) => !isBlank(node))
    const found: Repair[] = []
    // From the end: a line may stand over a line that was just found to be a heading.
    for (let index = result.length - 1; index >= 0; index--) {
      const node = result[index]
      if (!isTag(node, 'p')) continue
      const title = index === first && !titled
      const look = lookOf(node, result, index, title, lines)
      if (!look) continue
      result[index] = {...node, tagName: title && look.title ? 'h1' : level, children: unbold(node)}
      found.push({
        code: 'heading-inferred',
        message: look.reason,
        ranges: stretchOf(node),
        after: plainLine(node),
        ...(look.doubtful ? {doubtful: true} : {}),
      })
    }
    for (const repair of found.toReversed()) report(repair)
    return found.length > 0 ? result : siblings
  })
}

interface Look {
  reason: string
  doubtful?: boolean
  title?: boolean
}

function lookOf(
  node: Element,
  siblings: readonly Node[],
  index: number,
  title: boolean,
  lines: boolean,
): Look | undefined {
  if (hasEmbedded(node)) return undefined
  const text = plainLine(node)
  if (text.length > 200) return undefined
  const bold = isBold(node.children)
  if (!bold && !isBareParagraph(node)) return undefined
  const next = siblings[index + 1]
  const before = siblings[index - 1]
  const look = headingLook(text)
  if (bold) {
    if (!look && !isBoldLine(text)) return undefined
    // The last line of a text that is cut off may be a heading, too, where others look the same.
    if (
      !next
        ? !siblings.some((other, at) => isBoldParagraph(other) && isProse(siblings[at + 1]))
        : isBoldParagraph(next)
    )
      return undefined
    return {reason: 'A bold line over a paragraph.', title: title && look === 'title'}
  }
  if (!look && STAMP.test(text) && !title && next && isProse(next) && isStamped(siblings))
    return {reason: 'A time or year over a paragraph, one of several.', doubtful: true}
  if (!look) return undefined
  if (title) {
    if (
      !next ||
      !(
        isProse(next) ||
        (isElement(next) && (HEADINGS.has(next.tagName) || LISTS.has(next.tagName))) ||
        headingLook(plainLine(next))
      )
    )
      return undefined
    return {
      reason: 'The first line, without a final stop.',
      title: true,
      ...(look === 'title' ? {} : {doubtful: true}),
    }
  }
  if (!next || !heads(text, next) || !(before === undefined || isElement(before))) return undefined
  if (look === 'title') return {reason: 'A short line with capitals and no final stop, over a paragraph.'}
  // Shape alone: the line must stand between finished paragraphs.
  if (!lines) return undefined
  const alone =
    !isBareParagraph(before) ||
    endsSentence(plainLine(before)) ||
    (isTag(next, 'p') && plainLine(next).length > 160)
  const limit = hasCase(text) ? 10 : 12
  if (!alone || wordsOf(text).length > limit || !(isProse(next) || !isTag(next, 'p'))) return undefined
  return {reason: 'A short line without a final stop, over a paragraph.', doubtful: true}
}

/** Whether a block can stand under a heading that was only a line. */
function heads(text: string, next: Node): boolean {
  if (isOneOf(next, LISTS) || isTag(next, 'table') || isOneOf(next, HEADINGS)) return true
  return isProse(next) && plainLine(next).length > text.length
}

/** A paragraph of sentences, or one that announces a list. */
function isProse(node: Node | undefined): boolean {
  if (!isTag(node, 'p')) return isTag(node, 'blockquote')
  const text = plainLine(node)
  return endsSentence(text) || endsLeadIn(text) || text.length > 160
}

/** A line that its marks make a heading although its words do not: a question, a time or year, a long one without a stop. */
const isBoldLine = (text: string): boolean =>
  (text.length < 120 && /[?!]$/.test(text)) ||
  STAMP.test(text) ||
  (text.length <= 120 && /^\d{1,2}(?:\.\d{1,2})*[.)]?\s\p{Lu}[^.!?]*:$/u.test(text)) ||
  (text.length <= 160 &&
    /^["“„«‘¿¡]?[\p{Lu}\p{N}]/u.test(text) &&
    /[\p{L}\p{N}]["”»’)]?$/u.test(text) &&
    !/[.!?]\s/.test(text))

/** Whether several lines are nothing but a time or year: the entries of a live report or a chronicle. */
const isStamped = (siblings: readonly Node[]): boolean =>
  siblings.filter((node) => isElement(node) && !isBlank(node) && STAMP.test(plainLine(node))).length > 1

/** A time of day or a year, as live reports and chronicles have over their entries. */
const STAMP =
  /^(?:\d{1,2}[:.h]\d{2}(?:\s?(?:Uhr|h|[ap]\.?m\.?))?|\d{1,2}\s?(?:Uhr|h|[ap]\.?m\.?)|[12]\d{3})$/iu

const isBoldParagraph = (node: Node): boolean => isTag(node, 'p') && isBold(node.children)

/** A heading is bold of itself: the marks that said so are taken off. */
function unbold(node: Element): Element['children'] {
  return node.children.flatMap((child) => (isOneOf(child, STRONG) ? child.children : [child]))
}
