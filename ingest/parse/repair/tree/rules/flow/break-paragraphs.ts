import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {isBold} from '../../lib/bold.ts'
import {holdsBreak, raiseBreaks, splitLines, trimNodes} from '../../lib/cut.ts'
import {mapFlows} from '../../lib/flows.ts'
import {inferredParagraph, isInferred, setInferred} from '../../lib/inferred-paragraphs.ts'
import {columnsOf, listMark} from '../../lib/line-marks.ts'
import {isBlank, isElement, isTag, type Node, plainText, rawText, stretchOf} from '../../lib/nodes.ts'

/**
 * Paragraphs, items and rows separated by line breaks become paragraphs of their own: two `<br>` or a blank line make a
 * paragraph, and so does a single break if a line begins with a list mark, is a row of a table, or if a bold line is
 * above the text.
 *
 * @example
 *   ```html
 *   <p>One.<br><br>Two,<br>still two.</p><p>• a<br>• b</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>One.</p><p>Two,<br>still two.</p><p>• a</p><p>• b</p>
 *   ```
 */
export function breakParagraphs(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    if (!siblings.some((node) => isTag(node, 'p') && breaks(node))) return siblings
    return siblings.flatMap((given) => {
      if (!isTag(given, 'p') || !breaks(given)) return [given]
      // A break inside inline elements breaks the line like one outside.
      const node = {...given, children: raiseBreaks(given.children) as Element['children']}
      const parts = paragraphsOf(node)
      if (parts.length < 2) return [given]
      report({
        code: 'paragraph-split',
        message: `Text separated by line breaks became ${parts.length} paragraphs.`,
        ranges: stretchOf(node),
      })
      return parts
    })
  })
}

/** Whether a paragraph contains a break; most do not, and are left as they are. */
function breaks(node: Element): boolean {
  const inferred = isInferred(node)
  return node.children.some(
    (child) => holdsBreak(child) || (inferred && child.type === 'text' && child.value.includes('\n')),
  )
}

function paragraphsOf(node: Element): Node[] {
  const feeds = isInferred(node)
  // A line feed beside `<br>` is only white space: "one<br>\ntwo" has one break.
  const lines = splitLines(node.children, feeds)
  const hard = node.children.some((child) => isTag(child, 'br'))
  const blank = lines.map((line) => line.every(isBlank))
  const groups = feeds && hard ? mixedGroups(node) : groupsOf(lines, blank)
  const joint = hard ? breakNode : feedNode
  return groups
    .flatMap((group) => splitGroup(group, node, joint))
    .filter((part) => plainText(part) !== '' || holdsMedia(part))
}

const holdsMedia = (node: Node): boolean => isElement(node) && node.children.some((child) => isElement(child))

/** Group the lines between blank ones. */
function groupsOf(lines: Node[][], blank: boolean[]): Node[][][] {
  const groups: Node[][][] = [[]]
  lines.forEach((line, index) => {
    if (blank[index]) groups.push([])
    else groups.at(-1)?.push(line)
  })
  return groups.filter((group) => group.length > 0)
}

/** Group lines if `<br>` and line feeds mix: feeds are white space, unless they separate items, rows or blank lines. */
function mixedGroups(node: Element): Node[][][] {
  const groups: Node[][][] = [[]]
  for (const line of splitLines(node.children, false)) {
    const feeds = splitLines(line, true)
    if (line.every(isBlank)) groups.push([])
    else if (feeds.some(startsStructure)) {
      for (const part of feeds) if (!part.every(isBlank)) groups.at(-1)?.push(part)
    } else {
      const [first, ...rest] = blankParted(feeds)
      if (first) groups.at(-1)?.push(first)
      for (const part of rest) groups.push([part])
    }
  }
  return groups.filter((group) => group.length > 0)
}

/** Group the lines between blank ones, and rejoin each group into one line. */
function blankParted(feeds: Node[][]): Node[][] {
  return groupsOf(
    feeds,
    feeds.map((part) => part.every(isBlank)),
  ).map((group) => rejoin(group, feedNode))
}

function startsStructure(line: Node[]): boolean {
  const text = line.map((node) => rawText(node)).join('')
  return listMark(text)?.kind === 'bullet' || columnsOf(text) > 1
}

/** Turn a group of lines into one paragraph, or several if single breaks separate items, rows or a bold line. */
function splitGroup(group: Node[][], original: Element, joint: () => Node): Node[] {
  const texts = group.map((line) => line.map((node) => rawText(node)).join(''))
  const marks = texts.map((text) => listMark(text))
  const items = marks.filter(Boolean).length
  const bullets = marks.some((mark) => mark?.kind === 'bullet')
  const rows = texts.filter((text) => columnsOf(text) > 1).length
  if (group.length > 1 && (bullets || items > 1))
    return foldLines(group, joint, (index) => marks[index] !== undefined || index === 0)
  if (rows > 1) return group.map((line) => paragraph(line, original))
  if (group.length > 1 && isBold(group[0] ?? [])) {
    return [inferredParagraph(trimNodes(group[0] ?? [])), paragraph(rejoin(group.slice(1), joint), original)]
  }
  return [paragraph(rejoin(group, joint), original)]
}

/** Lines without a mark continue the item before them. */
function foldLines(group: Node[][], joint: () => Node, begins: (index: number) => boolean): Node[] {
  const parts: Node[][][] = []
  group.forEach((line, index) => {
    if (begins(index)) parts.push([line])
    else parts.at(-1)?.push(line)
  })
  return parts.map((part) => inferredParagraph(trimLineEnds(rejoin(part, joint))))
}

/** Join lines into phrasing content again. */
function rejoin(lines: Node[][], joint: () => Node): Node[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [joint(), ...line]))
}

const breakNode = (): Node => ({type: 'element', tagName: 'br', properties: {}, children: []})
/** A line feed of loose text is only white space. */
const feedNode = (): Node => ({type: 'text', value: '\n'})

function paragraph(children: Node[], original: Element): Node {
  const part = inferredParagraph(trimLineEnds(children))
  return isInferred(original) ? part : setInferred(part, false)
}

/** Keep white space at the start of an item: it gives its depth. */
function trimLineEnds(children: Node[]): Node[] {
  const first = children.find((node) => !isBlank(node))
  return first?.type === 'text' && listMark(first.value) ? children : trimNodes(children)
}
