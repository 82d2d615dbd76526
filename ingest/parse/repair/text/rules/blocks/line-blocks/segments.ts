/** A text of lines cut into segments, the stretches that become blocks, and the gaps of tags between them. */
import type {BlockToken, Token} from '../../../markup/tokens.ts'
import {hardWrapped} from './hard-wrap.ts'

interface Segment {
  /** From its first to after its last unit that is not white space. */
  start: number
  end: number
  content: Token[]
  /** First on its line. */
  first: boolean
}

export interface Segments {
  segments: Segment[]
  /** Tags of blocks before each segment, and, last, those after all. */
  gaps: BlockToken[][]
}

const media = new Set(['img', 'iframe', 'video', 'audio', 'picture', 'object', 'embed', 'input'])

export function segmentsOf(list: readonly Token[], value: string): Segments {
  const joins = hardWrapped(list, value)
  const segments: Segment[] = []
  const gaps: BlockToken[][] = [[]]
  let open: Segment | undefined
  let fresh = true
  const close = (): void => {
    if (!open) return
    // Marks round nothing are no block; they stay where they are.
    if (open.content.some(isFull)) {
      segments.push(open)
      gaps.push([])
    }
    open = undefined
  }
  list.forEach((token, index) => {
    if (token.type === 'newline') {
      if (joins.has(index)) return
      close()
      fresh = true
    } else if (token.type === 'block') {
      close()
      gaps.at(-1)?.push(token)
    } else if (token.type === 'opaque') {
      close()
      open = {start: token.start, end: token.end, content: [token], first: fresh}
      close()
      fresh = false
    } else if (open) {
      open.content.push(token)
      open.end = token.end
    } else {
      open = {start: token.start, end: token.end, content: [token], first: fresh}
      fresh = false
    }
  })
  close()
  return {segments, gaps: gaps.map(withoutEmpty)}
}

/** Without elements that hold nothing, except cells, whose place counts. */
function withoutEmpty(gap: readonly BlockToken[]): BlockToken[] {
  const kept: BlockToken[] = []
  for (const token of gap) {
    const last = kept.at(-1)
    const {name, closing} = token.tag
    if (closing && last && !last.tag.closing && last.tag.name === name && name !== 'td' && name !== 'th')
      kept.pop()
    else kept.push(token)
  }
  return kept
}

function isFull(token: Token): boolean {
  return (
    token.type === 'text' || token.type === 'opaque' || (token.type === 'inline' && media.has(token.tag.name))
  )
}
