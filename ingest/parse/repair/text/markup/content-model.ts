/**
 * What HTML allows inside an element for running text, as data, so that nothing it allows is taken for a lost end tag: the content models of the HTML
 * standard (https://html.spec.whatwg.org/multipage/indices.html#elements-3), for the elements whose tags separate blocks.
 */
import {headings} from './names.ts'

/** Which blocks an element may have as children. */
type Blocks =
  /** None, only phrasing. */
  | 'none'
  /** Headings and paragraphs: a label that browsers let hold blocks. Paragraphs are no part of the standard's model here, but editors write them. */
  | 'label'
  /** Flow content: any block that needs no parent of its own. */
  | 'flow'

/** Elements that hold running text, and what they may hold besides. */
const MODELS: ReadonlyMap<string, Blocks> = new Map([
  ...[...headings, 'p', 'pre'].map((name): [string, Blocks] => [name, 'none']),
  ['summary', 'label'],
  ...['caption', 'dd', 'dt', 'figcaption', 'li', 'td', 'th'].map((name): [string, Blocks] => [name, 'flow']),
])

const LABEL: ReadonlySet<string> = new Set([...headings, 'p'])

/** Parts of a table, which none of these elements may hold: a table would be between them. */
const TABLE_PARTS: ReadonlySet<string> = new Set('caption tbody td th thead tr'.split(' '))
/** Elements whose start tags end each other. */
const PARTNERS: Readonly<Record<string, string>> = {dd: 'dt', dt: 'dd'}

/**
 * Whether an element for running text may have a block as its child. An element that is not for running text may have any.
 *
 * @example
 *   mayHold('figcaption', 'p') // true
 *   mayHold('p', 'h2') // false
 *   mayHold('li', 'li') // false: the second begins the next item
 */
export function mayHold(outer: string, name: string): boolean {
  const model = MODELS.get(outer)
  if (model === undefined) return true
  if (model === 'none' || name === outer) return false
  if (model === 'label') return LABEL.has(name)
  // Frames such as `figure` and `dl` are not followed, so a part of one may be right inside.
  return !TABLE_PARTS.has(name) && PARTNERS[outer] !== name
}
