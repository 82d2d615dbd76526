import type {ExprNode} from 'groq-js'
import {isTextAttribute} from './functions.ts'
import {attributePath} from './tree.ts'

/** Shortest run that is searched for: single letters are in every document. */
const SHORTEST = 2
/** Longer runs are cut, since SQLite limits the length of patterns. */
const MAX_RUN_LENGTH = 64
/** groq-js reads no more of a word. */
const WORD_END = 1024
/** Most runs to search for, since each costs a pass over the document. */
const MAX_RUNS = 4

/**
 * Runs of letters and digits, in any case, that the JSON of a document must contain for `left match right` to be true;
 * undefined if there are none. Only ASCII: it is never escaped in JSON, and SQLite and groq-js fold its case in the
 * same way.
 */
export function requiredRuns(left: ExprNode, right: ExprNode): string[] | undefined {
  if (right.type !== 'Value' || typeof right.value !== 'string' || !isOwnText(left)) return undefined
  // Split as groq-js splits a pattern: everything except letters, digits, "*" and similar characters separates words.
  const runs =
    right.value
      .match(/[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g)
      ?.flatMap((word) => word.slice(0, WORD_END).match(/[a-zA-Z0-9]+/g) ?? []) ?? []
  const long = runs.filter((run) => run.length >= SHORTEST).sort((a, b) => b.length - a.length)
  return long.length > 0
    ? [...new Set(long.slice(0, MAX_RUNS).map((run) => run.slice(0, MAX_RUN_LENGTH)))]
    : undefined
}

/** Whether all text of an expression's result is in the document itself. */
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
