/** Which parts of an article were created or changed by repairs. Pure. */
import type {StoredFinding} from '../../review/findings.ts'

interface Member {
  _type: string
  _key: string
  children?: unknown
}

/** A range in the text of a span. */
interface RepairedText {
  block: string
  span: string
  start: number
  end: number
  finding: StoredFinding
}

/** The repaired parts of a body. */
export interface Repaired {
  texts: RepairedText[]
  /** Keys of blocks that a repair changed as a whole, or at an unknown place. */
  blocks: string[]
}

/** Finds the text that each undecided repair inserted or changed; where that is unknown, the whole block. */
export function repairedOf(body: readonly Member[], findings: readonly StoredFinding[]): Repaired {
  const byKey = new Map(body.map((block) => [block._key, block]))
  const texts: RepairedText[] = []
  const blocks = new Set<string>()
  for (const finding of findings) {
    if (finding.action === 'suggested' || finding.resolution) continue
    for (const {blockKey} of finding.targets ?? []) {
      const block = byKey.get(blockKey)
      if (!block) continue
      const text = finding.after === undefined ? undefined : placeIn(block, finding.after, finding)
      if (text) texts.push(text)
      else blocks.add(blockKey)
    }
  }
  return {texts, blocks: [...blocks]}
}

function placeIn(block: Member, text: string, finding: StoredFinding): RepairedText | undefined {
  if (text === '' || !Array.isArray(block.children)) return undefined
  for (const child of block.children as {_key: string; text?: unknown}[]) {
    const start = typeof child.text === 'string' ? child.text.indexOf(text) : -1
    if (start >= 0) return {block: block._key, span: child._key, start, end: start + text.length, finding}
  }
  return undefined
}
