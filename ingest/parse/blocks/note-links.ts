/** Links of marks to notes: a block has its key only once all of them are made, so until then the address is that of the source. */
import type {BodyBlock, Link, Span, TextBlock} from '../../../schemas/body.ts'
import {firstEnding} from '../trace/first-ending.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Entry} from './entry.ts'

/** Whether a link leads to a place in the article: the policy keeps no other address that begins so. */
export const isWithin = ({href}: {href: string}): boolean => href.startsWith('#')

/**
 * Make links of marks lead to `#` and the key of the block that holds the note, in place. Keys are given already, and depend on no
 * address of a note.
 */
export function resolveNoteLinks(
  entries: readonly Entry[],
  targets: ReadonlyMap<string, SourceRange> | undefined,
): void {
  if (!targets) return
  const runs = entries
    .flatMap(({origin}, index) => origin.map(({start, end}) => ({start, end, index})))
    .filter(({start, end}) => start < end)
    .toSorted((a, b) => a.start - b.start)
  const found = new Map<string, number>()
  for (const [address, place] of targets) {
    const run = runs[firstEnding(runs, place.start)]
    if (run && run.start < place.end) found.set(address, run.index)
  }
  for (const [index, {block}] of entries.entries()) {
    for (const text of textBlocksIn(block)) {
      if (text.markDefs.some(isWithin)) resolve(text, (href) => keyAfter(entries, index, found.get(href)))
    }
  }
}

/** The key of the block of a note, if it is a text after the one with the mark. */
function keyAfter(entries: readonly Entry[], index: number, target = -1): string | undefined {
  const block = entries[target]?.block
  return target > index && block?._type === 'block' && !block.style.startsWith('h') ? block._key : undefined
}

function textBlocksIn(block: BodyBlock): TextBlock[] {
  if (block._type === 'block') return [block]
  if (block._type !== 'table') return []
  return block.rows.flatMap(({cells}) => cells.flatMap(({value}) => value))
}

function resolve(block: TextBlock, keyOf: (href: string) => string | undefined): void {
  const dead = new Set<string>()
  block.markDefs = block.markDefs.flatMap((link): Link[] => {
    if (!isWithin(link)) return [link]
    const key = keyOf(link.href)
    if (key !== undefined) return [{...link, href: `#${key}`}]
    dead.add(link._key)
    return []
  })
  if (dead.size === 0) return
  const spans: Span[] = []
  for (const span of block.children) {
    const marks = span.marks.filter((mark) => !dead.has(mark))
    const last = spans.at(-1)
    if (last && last.marks.join() === marks.join()) last.text += span.text
    else spans.push({...span, marks})
  }
  block.children = spans
}
