import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import type {SourceRange} from '../../../../trace/traced-text.ts'
import {cutAt} from '../../lib/cut.ts'
import {LISTS, STRONG} from '../../lib/names.ts'
import {element, isBlank, isOneOf, isTag, type Node, rawText, sourceOf} from '../../lib/nodes.ts'
import {wordsIn} from '../../lib/prose.ts'

/** A few words and a colon with text after it; no clock, ratio or address, and no second sentence. */
const LEAD = /^(\s*[\p{Lu}\p{Lt}\p{Lo}\p{N}“"'‘«][^:.!?;\n]{1,70}?\s?[:：])(?=\s+\S|\p{Lo})/u

/** Minimum number of words after a lead-in, if no item of the list has a bold one. */
const MIN_WORDS_AFTER = 3

/**
 * The words before a colon at the start of an item become its bold lead-in, colon included: in lists made from lines,
 * whose formatting is lost, and in lists where most items still have a bold one.
 *
 * @example
 *   ```html
 *   <ul><li><b>Wall:</b> raised by winter</li><li><b>Bus:</b> twice a day</li><li>Tax: paid late</li></ul>
 *   ```
 *   becomes
 *   ```html
 *   <ul><li><b>Wall:</b> raised by winter</li><li><b>Bus:</b> twice a day</li><li><strong>Tax:</strong> paid late</li></ul>
 *   ```
 */
export function inferLeadIns(tree: Root, report: Report): void {
  const stack: (Root | Node)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    if (isOneOf(node as Node, LISTS)) leadIns(node as Element, report)
    for (const child of node.children) stack.push(child)
  }
}

function leadIns(list: Element, report: Report): void {
  const items = list.children.filter((child) => isTag(child, 'li')) as Element[]
  const led = items.filter(hasLead).length
  const bold = led > 1 && led * 2 > items.length
  const ranges: SourceRange[] = []
  const leads: string[] = []
  for (const item of items) {
    if (!(item.data?.inferred || bold) || hasLead(item)) continue
    const lead = leadOf(item, bold ? 1 : MIN_WORDS_AFTER)
    if (!lead) continue
    const [left, right] = cutAt(item.children, lead.length)
    const strong = element('strong', left)
    item.children = [strong, ...(right as Element['children'])]
    for (const range of sourceOf(strong)) ranges.push(range)
    leads.push(lead.trim())
  }
  if (ranges.length === 0) return
  report({
    code: 'lead-in-inferred',
    message: `${leads.length === 1 ? 'The words before a colon became a bold lead-in' : `The words before the colon of ${leads.length} items became bold lead-ins`}: ${leads.map((lead) => `“${lead}”`).join(', ')}`,
    ranges,
    before: leads.join(' '),
  })
}

/** Whether an item begins with bold words that end with a colon or are followed by one. */
function hasLead(item: Element): boolean {
  const shown = item.children.filter((child) => !isBlank(child))
  const [first, second] = shown
  return (
    isOneOf(first, STRONG) &&
    shown.length > 1 &&
    (/[:：]\s*$/.test(rawText(first)) || (second?.type === 'text' && /^\s*[:：]/.test(second.value)))
  )
}

function leadOf(item: Element, least: number): string | undefined {
  const [first] = item.children
  if (first?.type !== 'text') return undefined
  const match = LEAD.exec(first.value)
  const lead = match?.[1]
  if (!lead) return undefined
  const words = wordsIn(lead).length
  if (words === 0 || words > 8 || /^\s*\S+:\/\//.test(first.value)) return undefined
  // Alone, "Friday: 23.00" and "Engine: diesel" are entries of a table in all but form, and lead in to nothing.
  const led = item.children.map(rawText).join('').slice(lead.length)
  return wordsIn(led).filter((word) => /\p{L}/u.test(word)).length >= least ? lead : undefined
}
