import type {Problem} from './table-grid.ts'

/** The part of a block that is checked. */
export interface StyledBlock {
  _type: string
  _key: string
  style?: string
}

const HEADING = /^h([2-6])$/

/** Reports headings that skip a level, for example a heading 4 below a heading 2. */
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
