import type {Report} from '../findings/report.ts'
import type {Finding} from '../types.ts'
import type {SuggestInput} from './input.ts'
import {dangles} from './lead-in.ts'
import {blockText, lastSentence} from './text.ts'

/**
 * An item that was found outside its list joined the list before it; where the article also announces a list that does not
 * follow, the item may belong there.
 */
export function uncertainMembership({body, findings}: SuggestInput, report: Report): void {
  const home = body.find((_, index) => dangles(body, index))
  if (!home) return
  for (const finding of findings) {
    if (finding.code !== 'item-reattached') continue
    const items = itemsOf(finding, body)
    if (items.length === 0 || items.includes(home._key)) continue
    report({
      code: 'uncertain-membership',
      message: `An item kept in the list before it may belong to the list that “${lastSentence(blockText(home))}” announces.`,
      ranges: finding.ranges,
      blockKeys: items,
      suggestion: {
        title: `Move the item to after “${lastSentence(blockText(home))}”`,
        ops: [{op: 'move', keys: items, afterKey: home._key}],
      },
    })
  }
}

/** The list items that a finding is about. */
function itemsOf(finding: Finding, body: SuggestInput['body']): string[] {
  const named = new Set(finding.targets.map(({blockKey}) => blockKey))
  return body
    .filter((block) => named.has(block._key) && block._type === 'block' && block.listItem !== undefined)
    .map((block) => block._key)
}
