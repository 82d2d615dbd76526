import type {ExprNode} from 'groq-js'
import {isTextAttribute} from './functions.ts'
import {attributePath} from './tree.ts'

/** Runs that are looked for; one letter is in every document. */
const SHORTEST = 2
/** Longer ones are cut; SQLite limits patterns. */
const LONGEST = 64
/** groq-js looks at no more of a word. */
const WORD_END = 1024
/** Each costs a pass over the document. */
const MOST = 4

/**
 * Letters and digits that must stand somewhere in the JSON of a document for `left match right` to hold, in any case;
 * undefined when nothing can be said. Only ASCII: it is never escaped in JSON, and its case folds alike in SQLite and
 * in groq-js.
 */
export function requiredRuns(left: ExprNode, right: ExprNode): string[] | undefined {
  if (right.type !== 'Value' || typeof right.value !== 'string' || !isOwnText(left)) return undefined
  // As groq-js cuts a pattern: what is no letter, digit, "*" or the like separates words.
  const runs =
    right.value
      .match(/[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g)
      ?.flatMap((word) => word.slice(0, WORD_END).match(/[a-zA-Z0-9]+/g) ?? []) ?? []
  const long = runs.filter((run) => run.length >= SHORTEST).sort((a, b) => b.length - a.length)
  return long.length > 0 ? [...new Set(long.slice(0, MOST).map((run) => run.slice(0, LONGEST)))] : undefined
}

/** Whether all text that an expression gives stands in the document itself. */
function isOwnText(node: ExprNode): boolean {
  switch (node.type) {
    case 'Group':
      return isOwnText(node.base)
    case 'Array':
      return node.elements.every(({value}) => isOwnText(value))
    default:
      return isTextAttribute(node) || attributePath(node) !== undefined
  }
}
