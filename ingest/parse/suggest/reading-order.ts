import type {BodyBlock} from '../../../schemas/body.ts'
import type {Report} from '../findings/report.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {blockText, hullOf} from './block-text.ts'
import {type Displacement, displacements} from './displacement.ts'
import type {SuggestInput} from './input.ts'

/**
 * A section that a table pushed out of place.
 *
 * If a table was never closed, a parser leaves the next text in the table's last row, and moves later text before the table.
 * Two traces show this: text that the table's last row contained, and copies of the last items of the section's lists right
 * before the table. Without the first, nothing is suggested. Without the second, a section is moved only if the blocks at
 * both ends fit their new neighbours better than their present ones.
 *
 * @example
 *   ```html
 *   <h2>What the Harbour Earns</h2>
 *   <p>The harbour earns more than it did before the strike.</p>
 *   <p>Masters of the smaller vessels ask for two things:</p>
 *   <ul><li>a quay that is lit at night</li><li>a pilot on Sundays</li></ul>
 *   <ul><li>a pilot on Sundays</li></ul>
 *   <table><tr><th>Year</th><th>Ships</th></tr><tr><td>2023</td><td>410</td></tr><tr><td>2024</td><td>530< /td>< /tr>< /table><h2>What the Masters Ask For</h2>
 *   <p>The council votes in May.</p>
 *   ```
 *   becomes
 *   ```html
 *   <h2>What the Harbour Earns</h2>
 *   <p>The harbour earns more than it did before the strike.</p>
 *   <table><tr><th>Year</th><th>Ships</th></tr><tr><td>2023</td><td>410</td></tr><tr><td>2024</td><td>530</td></tr></table>
 *   <h2>What the Masters Ask For</h2>
 *   <p>Masters of the smaller vessels ask for two things:</p>
 *   <ul><li>a quay that is lit at night</li><li>a pilot on Sundays</li></ul>
 *   <p>The council votes in May.</p>
 *   ```
 */
export function readingOrder(input: SuggestInput, report: Report): void {
  const sources = new Map(input.blockSources.map(({blockKey, ranges}) => [blockKey, ranges]))
  for (const found of displacements(input)) {
    const {moved, after, evidence} = found
    report({
      code: 'reading-order',
      message: `${count(moved)} before a table seem to belong further down: ${evidence.join('; ')}.`,
      ranges: rangesOf(sources, found),
      blockKeys: moved.map(({_key}) => _key),
      suggestion: {
        title: `Move ${count(moved)}, from “${excerpt(moved[0])}”, to after “${excerpt(after)}”`,
        ops: [{op: 'move', keys: moved.map(({_key}) => _key), afterKey: after._key}],
      },
    })
  }
}

const count = (blocks: readonly BodyBlock[]): string =>
  blocks.length === 1 ? 'one block' : `${blocks.length} blocks`

function excerpt(block: BodyBlock | undefined): string {
  const text = block ? blockText(block) : ''
  return text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text
}

/** Find the source range from the first moved block to the last. */
function rangesOf(
  sources: ReadonlyMap<string, readonly SourceRange[]>,
  {moved}: Displacement,
): SourceRange[] {
  const hull = hullOf(moved.flatMap(({_key}) => sources.get(_key) ?? []))
  return hull ? [hull] : []
}
