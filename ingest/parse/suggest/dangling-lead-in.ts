import type {Report} from '../findings/report.ts'
import {blockText, hulls, lastSentence} from './block-text.ts'
import type {SuggestInput} from './input.ts'
import {isDangling} from './lead-in.ts'

/**
 * A paragraph announces something ("Key recommendations include:") and nothing follows: the article ends, or the next
 * section begins. What is missing only an editor can know, so nothing would change.
 *
 * @example
 *   ```html
 *   <p>The harbour needs three repairs this year:</p>
 *   <h2>What was done</h2>
 *   <p>The quay was lit in the spring.</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>The harbour needs three repairs this year:</p>
 *   <h2>What was done</h2>
 *   <p>The quay was lit in the spring.</p>
 *   ```
 */
export function danglingLeadIn({body, blockSources}: SuggestInput, report: Report): void {
  let places: ReturnType<typeof hulls> | undefined
  body.forEach((block, index) => {
    if (!isDangling(body, index)) return
    const text = blockText(block)
    const sentence = lastSentence(text)
    places ??= hulls(blockSources)
    const place = places.get(block._key)
    report({
      code: 'dangling-lead-in',
      message: `“${sentence}” announces something, but nothing follows.`,
      ranges: place ? [{start: Math.max(place.start, place.end - sentence.length), end: place.end}] : [],
      blockKeys: [block._key],
      before: sentence,
    })
  })
}
