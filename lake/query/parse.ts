import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {type LakeError, queryParseError} from '../errors.ts'
import {children} from './tree.ts'

/**
 * Parse a GROQ query and insert its parameters.
 *
 * @throws LakeError `queryParseError` with the position, for a syntax error or a missing parameter.
 */
export function parseQuery(query: string, params: Record<string, unknown>): ExprNode {
  let tree: ExprNode
  try {
    tree = parse(query, {params})
  } catch (error) {
    throw parseProblem(query, error)
  }
  const missing = missingParameter(tree, params)
  if (missing !== undefined) {
    const start = Math.max(0, query.indexOf(`$${missing}`))
    const description = `param $${missing} referenced, but not provided`
    throw queryParseError(query, description, start, start + missing.length + 1)
  }
  return tree
}

function parseProblem(query: string, error: unknown): LakeError {
  if (!(error instanceof GroqSyntaxError)) {
    return queryParseError(query, error instanceof Error ? error.message : String(error), 0, query.length)
  }
  const description =
    error.message.replace(/^Syntax error in GROQ query at position \d+:? ?/, '') || 'unable to parse'
  // The parser notices an unclosed string only at the end; the mistake is where the string opens.
  const open = error.position >= query.length ? unclosedString(query) : undefined
  const start = open ?? error.position
  const end =
    open === undefined ? start + (/^[\w$]+|^\S/.exec(query.slice(start))?.[0].length ?? 0) : query.length
  return queryParseError(query, open === undefined ? description : 'unterminated string', start, end)
}

/** The offset where an unclosed string opens. */
function unclosedString(query: string): number | undefined {
  for (const {index, groups} of query.matchAll(
    /"(?:[^"\\]|\\.)*(?<double>"?)|'(?:[^'\\]|\\.)*(?<single>'?)|\/\/[^\n]*/gs,
  )) {
    if (query[index] !== '/' && !groups?.double && !groups?.single) return index
  }
  return undefined
}

function missingParameter(node: ExprNode, params: Record<string, unknown>): string | undefined {
  if (node.type === 'Parameter') return Object.hasOwn(params, node.name) ? undefined : node.name
  for (const child of children(node)) {
    const found = missingParameter(child, params)
    if (found !== undefined) return found
  }
  return undefined
}
