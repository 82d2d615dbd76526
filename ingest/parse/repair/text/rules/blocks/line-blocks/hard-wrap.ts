import type {Token} from '../../../markup/tokens.ts'

/** Maximum width at which a mailer or editor wraps. */
const WIDEST = 120

/** Minimum length of a line of a short text that is wrapped, in characters; a shorter one may be a heading. */
const MIN_WIDTH = 45

/**
 * Find the line breaks (as token indices) that only wrap, in text wrapped at a column: its lines are nearly equally
 * long and break in the middle of sentences.
 */
export function hardWrapped(list: readonly Token[], value: string): ReadonlySet<number> {
  const breaks: {index: number; length: number; goesOn: boolean}[] = []
  let widest = 0
  let start = 0
  list.forEach((token, index) => {
    if (token.type !== 'newline') return
    const line = value.slice(start, token.start)
    const length = line.trimEnd().length
    widest = Math.max(widest, length)
    const next = value.slice(token.end, token.end + 8)
    const plain =
      length > 0 &&
      /^[^\s<|]/.test(next) &&
      !/^(?:[-–—•·*▪]|\(?(?:\d{1,3}|\p{L}|[ivx]{2,4})[.)])\s/u.test(next) &&
      !line.includes('|')
    if (plain)
      breaks.push({index, length, goesOn: /[\p{L}\p{N},’'-]$/u.test(line.trimEnd()) && /^\p{Ll}/u.test(next)})
    start = token.end
  })
  const joins = new Set<number>()
  if (widest > WIDEST) return joins
  if (breaks.length < 3) {
    // Too few to say that all lines are equally long: only a sentence that goes on.
    for (const one of breaks) if (one.goesOn && one.length >= MIN_WIDTH) joins.add(one.index)
    return joins
  }
  const broken = breaks.filter((one) => one.goesOn).length
  if (broken < 0.3 * breaks.length) return joins
  for (const one of breaks) if (one.goesOn || one.length > 0.7 * widest) joins.add(one.index)
  return joins
}
