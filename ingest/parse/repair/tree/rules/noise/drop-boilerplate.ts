import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {boilerplateKind, isAmbiguousBoilerplate} from '../../lib/boilerplate.ts'
import {mapFlows} from '../../lib/flows.ts'
import {plainLine} from '../../lib/line-text.ts'
import {HEADINGS, LISTS} from '../../lib/names.ts'
import {hasEmbedded, isBlank, isOneOf, isTag, type Node, plainText, stretchOf} from '../../lib/nodes.ts'

/**
 * Lines that belong to the site go: share buttons, newsletter and cookie notices, copyright, links to other articles.
 * Only short blocks that say nothing else; a heading above such links takes a list of links with it.
 *
 * @example
 *   ```html
 *   <p>One.</p><p>Share this article</p><p>© 2025 All rights reserved.</p><p>Two.</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>One.</p><p>Two.</p>
 *   ```
 */
export function dropBoilerplate(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    const kept: Node[] = []
    const shown = siblings.filter((node) => !isBlank(node))
    const places = new Map(shown.map((node, index) => [node, index]))
    const weakKind = (node: Node): string | undefined => {
      if (!isLine(node) || !isAmbiguousBoilerplate(plainLine(node))) return undefined
      const at = places.get(node) ?? 0
      const next = shown[at + 1]
      if (isOneOf(next, LISTS) && isLinkList(next)) return 'related'
      return [shown[at - 1], next].some((other) => other && siteLine(other)) ? 'site line' : undefined
    }
    for (let index = 0; index < siblings.length; index++) {
      const node = siblings[index] as Node
      const kind = siteLine(node) ?? weakKind(node)
      if (!kind) {
        kept.push(node)
        continue
      }
      const dropped: Node[] = [node]
      const next = siblings[index + 1]
      if (kind === 'related' && isOneOf(next, LISTS) && isLinkList(next)) {
        dropped.push(next)
        index++
      }
      report({
        code: 'boilerplate-dropped',
        message: `A line of the site, not of the article, was removed (${kind}).`,
        ranges: dropped.flatMap((item) => stretchOf(item)),
        before: plainText(node),
      })
    }
    return kept.length === siblings.length ? siblings : kept
  })
}

const isLine = (node: Node): boolean => isTag(node, 'p') || isOneOf(node, HEADINGS)

function siteLine(node: Node): string | undefined {
  if (isLine(node)) return hasEmbedded(node) ? undefined : boilerplateKind(plainLine(node))
  if (!isOneOf(node, LISTS) || hasEmbedded(node)) return undefined
  const items = node.children.filter((child) => isTag(child, 'li'))
  const texts = items.map((item) => plainText(item))
  const kind = texts.map((text) => boilerplateKind(text)).find(Boolean)
  // Buttons side by side: "Share", "Print" and one that is unambiguous.
  return kind && texts.every((text) => boilerplateKind(text) || isAmbiguousBoilerplate(text))
    ? kind
    : undefined
}

/** Whether every item of a list is only a link. */
function isLinkList(list: Element): boolean {
  const items = list.children.filter((child) => isTag(child, 'li'))
  return (
    items.length > 0 &&
    items.every((item) => {
      let shown = item.children.filter((child) => !isBlank(child))
      // The link may be in a heading or in bold.
      while (shown.length === 1 && isOneOf(shown[0], WRAPS))
        shown = shown[0].children.filter((child) => !isBlank(child))
      return shown.length === 1 && isTag(shown[0], 'a')
    })
  )
}

const WRAPS = new Set([...HEADINGS, 'p', 'span', 'strong', 'b', 'em', 'div'])
