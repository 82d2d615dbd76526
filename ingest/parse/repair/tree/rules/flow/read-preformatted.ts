import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {splitLines, trimNodes} from '../../lib/cut.ts'
import {mapFlows} from '../../lib/flows.ts'
import {element, isBlank, isElement, isTag, type Node, rawText, stretchOf} from '../../lib/nodes.ts'

/** Minimum number of lines of running text; one or two may be anything. */
const MIN_LINES = 3
/** Minimum average number of words per line. */
const MIN_WORDS_PER_LINE = 5
/** Maximum share of code punctuation. */
const MAX_SIGN_SHARE = 0.01
/** Minimum share of letters, apart from white space. */
const MIN_LETTER_SHARE = 0.75
/** Maximum share of lines in columns. */
const MAX_COLUMN_SHARE = 0.15
/** A line with a larger indent begins a paragraph, in characters. */
const MAX_INDENT = 1

/**
 * Preformatted running text becomes paragraphs, as in wire copy and old mail: blank lines and indented first lines
 * separate them, other line ends do not. Code, columns and verse stay as they are.
 *
 * @example
 *   ```html
 *   <pre>   The council voted on Tuesday to rebuild the pier,&#10;which was closed after the storms of the winter.&#10;
 *      Work will begin in the spring and take eighteen&#10;months, the mayor said after the meeting.&#10;</pre>
 *   ```
 *   becomes
 *   ```html
 *   <p>The council voted on Tuesday to rebuild the pier,&#10;which was closed after the storms of the winter.</p>
 *   <p>Work will begin in the spring and take eighteen&#10;months, the mayor said after the meeting.</p>
 *   ```
 */
export function readPreformatted(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    if (!siblings.some((node) => isTag(node, 'pre'))) return siblings
    return siblings.flatMap((node) => {
      if (!isTag(node, 'pre') || !isRunningText(node)) return [node]
      const paragraphs = paragraphsOf(node)
      report({
        code: 'paragraph-split',
        message: `Running text in preformatted lines became ${paragraphs.length} paragraphs.`,
        ranges: stretchOf(node),
      })
      return paragraphs
    })
  })
}

function isRunningText(node: Element): boolean {
  if (node.children.some((child) => isElement(child) && !isTag(child, 'a') && !isTag(child, 'b')))
    return false
  if (
    /(?:^|[-_ ])(?:code|hljs|highlight|prettyprint|language|lang|brush|syntax)/i.test(
      String(node.properties.className ?? ''),
    )
  )
    return false
  const lines = rawText(node)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length < MIN_LINES) return false
  const text = lines.join(' ')
  const solid = text.replace(/\s+/g, '').length
  const words = text.trim().split(/\s+/).length
  return (
    words >= MIN_WORDS_PER_LINE * lines.length &&
    (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTER_SHARE * solid &&
    (text.match(/[{}<>=;|\\]/g)?.length ?? 0) <= MAX_SIGN_SHARE * text.length &&
    lines.filter((line) => /\S(?: {3,}|\t)\S/.test(line)).length <= MAX_COLUMN_SHARE * lines.length &&
    isWrapped(lines)
  )
}

/** Whether lines are full, as in running text: most that do not end a paragraph are about as long as the longest. */
function isWrapped(lines: readonly string[]): boolean {
  const lengths = lines.map((line) => line.trim().length)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  return longest >= 40 && lengths.filter((length) => length >= 0.7 * longest).length >= 0.5 * lines.length
}

function paragraphsOf(node: Element): Element[] {
  const lines = splitLines(node.children, true)
  const indents = lines.map((line) => (line.every(isBlank) ? undefined : indentOf(line)))
  const least = indents.reduce<number>(
    (min, indent) => Math.min(min, indent ?? min),
    Number.POSITIVE_INFINITY,
  )
  const groups: Node[][][] = [[]]
  lines.forEach((line, index) => {
    const indent = indents[index]
    if (indent === undefined) {
      groups.push([])
      return
    }
    if (indent > least + MAX_INDENT) groups.push([])
    groups.at(-1)?.push(line)
  })
  return groups
    .filter((group) => group.length > 0)
    .map((group) =>
      element(
        'p',
        group.flatMap((line, index): Node[] => [
          ...(index === 0 ? [] : [{type: 'text', value: '\n'} as const]),
          ...trimNodes(line),
        ]),
      ),
    )
}

const indentOf = (line: readonly Node[]): number =>
  /^\s*/.exec(line.map((node) => rawText(node)).join(''))?.[0].replaceAll('\t', '    ').length ?? 0
