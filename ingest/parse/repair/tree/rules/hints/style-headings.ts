import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {isElement, type Node, plainText, stretchOf} from '../../lib/nodes.ts'

/**
 * Paragraphs that a word processor’s style or an ARIA role names a heading become headings.
 *
 * @example
 *   ```html
 *   <p class="MsoTitle">The report</p><p class="MsoHeading2">Loans</p><p>They rose.</p><div role="heading" aria-level="3">Visitors</div><p>Many came.</p>
 *   ```
 *   becomes
 *   ```html
 *   <h1>The report</h1><h2>Loans</h2><p>They rose.</p><h3>Visitors</h3><p>Many came.</p>
 *   ```
 */
export function styleHeadings(tree: Root, report: Report): void {
  const named: {node: Element; level: number}[] = []
  const stack: (Root | Node)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    if (isElement(node)) {
      const level = levelOf(node)
      if (level !== undefined && plainText(node) !== '' && isLine(node)) {
        named.push({node, level})
        continue
      }
    }
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Node)
  }
  // If the title has its own style, the first level of the others is the second.
  const titled = named.some(({level}) => level === 0)
  for (const {node, level} of named) {
    const first = titled && named.some((one) => one.level === 1) ? 1 : 0
    node.tagName = `h${Math.min(6, Math.max(1, level + (level > 0 ? first : 0)))}`
    // The style says nothing more once it is a heading.
    node.properties = {}
    report({
      code: 'heading-inferred',
      message: 'A word processor’s style, or a role, marks the line as a heading.',
      ranges: stretchOf(node),
      after: plainText(node),
    })
  }
}

/** Names of Word’s styles, as its translations write them into class names (ASCII letters only). */
const style = /^(?:Mso)?(?:Heading|berschrift|Titre|Ttulo|Titolo|Kop|Rubrik|Overskrift|Nagwek)([1-6])$/i
const titleStyle = /^(?:Mso)?(?:Title|Titel)$/

/** Read the level that a style or role gives a paragraph; 0 for the title. */
function levelOf({tagName, properties}: Element): number | undefined {
  if (tagName !== 'p' && tagName !== 'div') return undefined
  if (properties.role === 'heading' || (Array.isArray(properties.role) && properties.role[0] === 'heading')) {
    const level = Number(properties.ariaLevel ?? 2)
    return level >= 1 && level <= 6 ? level : 2
  }
  if (tagName !== 'p' || !Array.isArray(properties.className)) return undefined
  for (const name of properties.className) {
    const level = style.exec(String(name))?.[1]
    if (level) return Number(level)
    if (titleStyle.test(String(name))) return 0
  }
  return undefined
}

const phrasing = new Set(
  'a abbr b bdi bdo big br cite code em font i img kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Whether an element contains only phrasing. */
function isLine(element: Element): boolean {
  const stack: Node[] = [...element.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    if (!phrasing.has(node.tagName) && !node.tagName.includes(':')) return false
    for (const child of node.children) stack.push(child)
  }
  return true
}
