import type {Problem} from './table-grid.ts'

/** What the check reads of a block. */
export interface StyledBlock {
  _type: string
  _key: string
  style?: string
}

const HEADING = /^h([2-6])$/

/** Headings that skip a level on the way down, such as a heading 4 right under a heading 2. */
export function headingJumps(body: readonly StyledBlock[] | undefined): true | Problem[] {
  const problems: Problem[] = []
  let above = 1
  for (const block of body ?? []) {
    const level = Number(HEADING.exec(block.style ?? '')?.[1] ?? 0)
    if (block._type !== 'block' || level === 0) continue
    if (level > above + 1) {
      problems.push({
        message: `Heading ${level} follows ${above === 1 ? 'the title' : `heading ${above}`}. Is it a heading ${above + 1}?`,
        path: [{_key: block._key}],
      })
    }
    above = level
  }
  return problems.length > 0 ? problems : true
}
