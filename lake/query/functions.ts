/** GROQ functions that groq-js parses but cannot run, rewritten to ones that it can. */
import type {ExprNode} from 'groq-js'
import {type LakeError, queryParseError} from '../errors.ts'
import type {SanityDocument} from '../types.ts'
import {mapChildren, type ScopeKind, some} from './tree.ts'

/** A hidden attribute, which no stored document has: all text of the document, for searches. See `withText`. */
const TEXT = '\u0000text'

const UNAVAILABLE: ReadonlySet<string> = new Set([
  // As a selector in diff functions, it is not a call.
  'global::anywhere',
  'geo::latLng',
  'geo::contains',
  'geo::intersects',
  'geo::distance',
  'media::aspect',
  'text::semanticSimilarity',
  'documents::incomingRefCount',
  'documents::incomingGlobalDocumentReferenceCount',
  'user::attributes',
  // They describe one change, which a query does not have; they are for listeners and webhooks.
  'delta::operation',
  'delta::changedAny',
  'delta::changedOnly',
])

/** Functions that groq-js can only run asynchronously. */
export function needsPromises(tree: ExprNode): boolean {
  return some(tree, (node) => node.type === 'FuncCall' && node.namespace === 'diff')
}

/**
 * Rewrite `text::query` to `match` on the document's text, `documents::get` to a dereference, and `releases::all` to a
 * filter.
 *
 * @throws LakeError `queryParseError` for a function that the lake does not support.
 */
export function rewriteFunctions(tree: ExprNode, query: string): ExprNode {
  return rewrite(tree, 'root', query)
}

function rewrite(node: ExprNode, scope: ScopeKind, query: string): ExprNode {
  const inner = mapChildren(node, scope, (child, childScope) => {
    // The right side of `match` may be a text query; both are rewritten together.
    return node.type === 'OpCall' &&
      node.op === 'match' &&
      child === node.right &&
      isCall(child, 'text::query')
      ? child
      : rewrite(child, childScope, query)
  })
  if (inner.type === 'OpCall' && inner.op === 'match' && isCall(inner.right, 'text::query')) {
    return textQuery(searched(inner.left), argument(inner.right))
  }
  // The Studio's lists use `match text::query("*") || …` for an empty search.
  if (inner.type === 'Or' && (inner.left === TRUE || inner.right === TRUE)) return TRUE
  if (inner.type === 'Group' && inner.base === TRUE) return TRUE
  if (inner.type !== 'FuncCall') return inner
  const name = `${inner.namespace}::${inner.name}`
  switch (name) {
    case 'text::query':
      return textQuery({type: 'AccessAttribute', name: TEXT}, argument(inner))
    case 'documents::get':
      return {
        type: 'FuncCall',
        namespace: 'global',
        name: 'coalesce',
        args: [follow(argument(inner)), follow(referenceTo(argument(inner)))],
      }
    case 'releases::all':
      return {
        type: 'Filter',
        base: {type: 'Everything'},
        expr: {
          type: 'OpCall',
          op: '==',
          left: {type: 'AccessAttribute', name: '_type'},
          right: {type: 'Value', value: 'system.release'},
        },
      }
    default:
      if (UNAVAILABLE.has(name)) throw unavailable(name, query)
      return inner
  }
}

function isCall(node: ExprNode, name: string): node is ExprNode & {type: 'FuncCall'} {
  return node.type === 'FuncCall' && `${node.namespace}::${node.name}` === name
}

function argument(node: ExprNode & {type: 'FuncCall'}): ExprNode {
  return node.args[0] ?? {type: 'Value', value: null}
}

function follow(base: ExprNode): ExprNode {
  return {type: 'Deref', base}
}

function referenceTo(id: ExprNode): ExprNode {
  return {type: 'Object', attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: id}]}
}

/** The result of an empty text query. It is compared by identity, so that a `true` in the query itself is kept. */
const TRUE: ExprNode = {type: 'Value', value: true}

/**
 * A text query as `match`: it requires every word, treats a word with a trailing `*` as a prefix, and excludes words
 * with a leading `-`. `match` ignores order, so the words of a quoted phrase need not be adjacent.
 */
function textQuery(left: ExprNode, text: ExprNode): ExprNode {
  if (text.type !== 'Value' || typeof text.value !== 'string')
    return {type: 'OpCall', op: 'match', left, right: text}
  const words = text.value.match(/(?:[^\s"]+|"[^"]*")+/g) ?? []
  const matches = (word: string): ExprNode => ({
    type: 'OpCall',
    op: 'match',
    left,
    right: {type: 'Value', value: word},
  })
  const wanted = words.filter((word) => !word.startsWith('-')).join(' ')
  const parts = [
    ...(wanted.replaceAll('*', '').trim() ? [matches(wanted)] : []),
    ...words
      .filter((word) => /^-./.test(word))
      .map((word): ExprNode => ({type: 'Not', base: matches(word.slice(1))})),
  ]
  return parts.reduce((all, part) => (all === TRUE ? part : {type: 'And', left: all, right: part}), TRUE)
}

/** What a text query searches: for `@`, all text of the document. */
function searched(node: ExprNode): ExprNode {
  if (node.type === 'This') return {type: 'AccessAttribute', name: TEXT}
  if (node.type !== 'Array') return node
  return {...node, elements: node.elements.map((element) => ({...element, value: searched(element.value)}))}
}

function unavailable(name: string, query: string): LakeError {
  const start = Math.max(0, query.indexOf(name))
  return queryParseError(
    query,
    `${name}() is not available on the embedded Content Lake`,
    start,
    start + name.length,
  )
}

/** Whether a node reads the hidden attribute that contains all text of a document. */
export function isTextAttribute(node: ExprNode): boolean {
  return node.type === 'AccessAttribute' && node.name === TEXT
}

/** Whether a tree searches the text of documents. */
export function searchesText(tree: ExprNode): boolean {
  return some(tree, isTextAttribute)
}

/**
 * The document with the hidden attribute that contains its text. The text is collected on first use and is never part
 * of a result.
 */
export function withText(document: SanityDocument): SanityDocument {
  return Object.defineProperty(document, TEXT, {
    get: () => textOf(document),
    enumerable: false,
    configurable: true,
  })
}

/** A run of characters that is longer than any word, such as base64, is not text. */
const LONGEST_WORD = 1000

function textOf(value: unknown): string {
  const parts: string[] = []
  const stack: unknown[] = [value]
  while (stack.length > 0) {
    const next = stack.pop()
    if (typeof next === 'string') {
      if (next.length <= LONGEST_WORD || /\s/.test(next.slice(0, LONGEST_WORD))) parts.push(next)
    } else if (typeof next === 'object' && next !== null) {
      for (const [name, child] of Object.entries(next)) if (!name.startsWith('_')) stack.push(child)
    }
  }
  return parts.join(' ')
}
