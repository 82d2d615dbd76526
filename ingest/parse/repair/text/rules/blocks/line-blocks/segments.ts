/** A text of lines as segments, which become blocks, and the gaps of tags between them. */
import type {BlockToken, Token} from '../../../markup/tokens.ts'
import {hardWrapped} from './hard-wrap.ts'

/** A run of text that becomes a block. */
interface Segment {
  /** Range from the first to the last unit that is not white space. */
  start: number
  end: number
  content: Token[]
  /** Whether it is first on its line. */
  first: boolean
}

/** Segments and gaps, in order. */
export interface Segments {
  segments: Segment[]
  /** Block tags before each segment, and finally those after all. */
  gaps: BlockToken[][]
}

const media = new Set(['img', 'iframe', 'video', 'audio', 'picture', 'object', 'embed', 'input'])

/** Divide tokens into segments and gaps. */
export function segmentsOf(list: readonly Token[], value: string): Segments {
  const joins = hardWrapped(list, value)
  const segments: Segment[] = []
  const gaps: BlockToken[][] = [[]]
  let open: Segment | undefined
  let fresh = true
  const close = (): void => {
    if (!open) return
    // Inline tags around nothing make no block; they stay.
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

/** Drop empty elements, except cells, whose position counts. */
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
