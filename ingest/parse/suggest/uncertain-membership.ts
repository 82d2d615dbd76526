import type {Report} from '../findings/report.ts'
import type {Finding} from '../types.ts'
import {blockText, lastSentence} from './block-text.ts'
import type {SuggestInput} from './input.ts'
import {isDangling} from './lead-in.ts'

/**
 * An item that was found outside its list joined the list before it; where the article also announces a list that does not
 * follow, the item may belong there.
 *
 * @example
 *   ```html
 *   <p>The harbour needs three repairs this year:</p>
 *   <h2>What was done</h2>
 *   <ul><li>The quay was lit in the spring.</li></ul>
 *   <li>A crane for the north basin.</li>
 *   <p>The council votes in May.</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>The harbour needs three repairs this year:</p>
 *   <ul><li>A crane for the north basin.</li></ul>
 *   <h2>What was done</h2>
 *   <ul><li>The quay was lit in the spring.</li></ul>
 *   <p>The council votes in May.</p>
 *   ```
 */
export function uncertainMembership({body, findings}: SuggestInput, report: Report): void {
  if (!findings.some(({code}) => code === 'item-reattached')) return
  const home = body.find((_, index) => isDangling(body, index))
  if (!home) return
  const places = new Map<string, number>()
  body.forEach((block, index) => {
    if (block._type === 'block' && block.listItem !== undefined) places.set(block._key, index)
  })
  for (const finding of findings) {
    if (finding.code !== 'item-reattached') continue
    const items = itemsOf(finding, places)
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

/** List the list items of a finding, in order; `places` has the index of each item in the article. */
function itemsOf({targets}: Finding, places: ReadonlyMap<string, number>): string[] {
  const named = new Set(targets.map(({blockKey}) => blockKey))
  return [...named]
    .filter((key) => places.has(key))
    .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
}
