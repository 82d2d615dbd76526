/** Notes of a body: text blocks that links lead to by their keys. */
import type {ShownBlock, ShownBlocks, TextBlock} from './body.ts'

/** Keys of the notes, in the order of the first links to them. */
export function linkedNotes(blocks: readonly ShownBlock[]): Set<string> {
  const keys = new Set<string>()
  for (const {markDefs} of linesOf(blocks))
    for (const {href} of markDefs) if (href.startsWith('#')) keys.add(href.slice(1))
  return keys
}

/** The text blocks of a body, those of quotations and cells included. */
export const linesOf = (blocks: readonly ShownBlock[]): TextBlock[] =>
  blocks.flatMap((block) => {
    if (isOf('block', block)) return [block]
    if (isOf('quote', block)) return block.blocks
    return isOf('table', block) ? block.rows.flat(2) : []
  })

/** The same body with each of its text blocks changed. */
export const mapLines = (
  blocks: readonly ShownBlock[],
  change: (line: TextBlock) => TextBlock,
): ShownBlock[] =>
  blocks.map((block) => {
    if (isOf('block', block)) return change(block)
    if (isOf('quote', block)) return {...block, blocks: block.blocks.map(change)}
    if (!isOf('table', block)) return block
    return {...block, rows: block.rows.map((row) => row.map((cell) => cell.map(change)))}
  })

const isOf = <Name extends keyof ShownBlocks>(name: Name, block: ShownBlock): block is ShownBlocks[Name] =>
  block._type === name
