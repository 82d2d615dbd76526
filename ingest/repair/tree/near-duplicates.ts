import type {Report} from '../../findings/report.ts'
import {firstLetters, lettersOf} from './letters.ts'
import {type Node, stretchOf} from './nodes.ts'

/** Shortest text, in letters and digits, that is compared. */
const SHORTEST = 40
/** Letters and digits at the start that two texts must share to be compared at all. */
const SHARED = 30

interface Text {
  node: Node
  text: string
}

/**
 * Flag texts that are an earlier one's near copy: equal but for case, spacing and punctuation, or for one short stretch, or
 * cut off. Each text is compared with one other at most.
 */
export function createNear(report: Report): (node: Node, text: string) => void {
  const earlier = new Map<string, Text>()
  return (node, text) => {
    if (text.length < SHORTEST) return
    const key = firstLetters(text.slice(0, 4 * SHARED), SHARED)
    const first = earlier.get(key)
    if (!first) {
      if (key.length === SHARED) earlier.set(key, {node, text})
      return
    }
    if (!alike(lettersOf(first.text), lettersOf(text), isCutOff(first.text) || isCutOff(text))) return
    report({
      code: 'near-duplicate',
      message: 'Nearly the same text stands earlier; one of the two may be left over.',
      ranges: [...stretchOf(node), ...stretchOf(first.node)],
      before: text.slice(0, 200),
    })
  }
}

const isCutOff = (text: string): boolean => /(?:…|\.\.\.)\W*$/.test(text.slice(-20))

/** One stretch of difference between equal ends, a twentieth of the whole at most; or a start cut off. */
function alike(one: string, other: string, cut: boolean): boolean {
  if (Math.min(one.length, other.length) < SHORTEST) return false
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  if (start === short.length) return cut || short.length >= long.length * 0.95
  let end = 0
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++
  return start + end >= long.length * 0.95
}
