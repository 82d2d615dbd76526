/**
 * Joins. `*[author._ref == ^._id]` inside a document selects other documents by a value of that one. They are looked up
 * by index for each value, instead of filtering the whole set for each document.
 *
 * The only hook of groq-js for this is the one that follows references. So a lookup is written as a reference to an id
 * that no document can have: a marker, the number of the lookup, and the value.
 */
import type {ExprNode} from 'groq-js'
import type {SanityDocument} from '../types.ts'
import type {Fragment, View} from './perspective.ts'
import {attribute, pushDown, referencing} from './pushdown.ts'
import type {Reader} from './reader.ts'
import {conjuncts} from './tree.ts'

const MARKER = '\u0000'
/** Values whose documents are kept, per lookup. */
const MAX_KEPT = 20

/** The lookups of one query. */
export interface Lookups {
  /** An expression that replaces `everything`: all documents that pass `filters`, and as few others as possible. */
  narrow(filters: readonly ExprNode[], everything: ExprNode): ExprNode
  /** Run a lookup that is written as a reference; undefined for any other reference. */
  follow(ref: string): SanityDocument[] | undefined
}

/** Start with no lookups. */
export function createLookups(
  reader: Reader,
  prepare: (document: SanityDocument) => SanityDocument,
): Lookups {
  const lookups: ((value: string) => SanityDocument[])[] = []
  return {
    narrow(filters, everything) {
      const join = filters.flatMap(conjuncts).flatMap((part) => joinOf(part, reader.view) ?? [])[0]
      if (!join) return everything
      const {condition} = pushDown(filters, reader.view)
      const find = (value: string): SanityDocument[] => {
        const extra = join.condition(value)
        const both = {
          sql: `${condition.sql} AND ${extra.sql}`,
          values: [...condition.values, ...extra.values],
        }
        return Array.from(reader.scan(both), ({document}) => prepare(document))
      }
      lookups.push(remember(find))
      const ref: ExprNode = {
        type: 'OpCall',
        op: '+',
        left: {type: 'Value', value: `${MARKER}${lookups.length - 1}${MARKER}`},
        right: join.value,
      }
      const found: ExprNode = {
        type: 'Deref',
        base: {type: 'Object', attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: ref}]},
      }
      // Only text can be looked up.
      return {type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [found, everything]}
    },
    follow(ref) {
      if (!ref.startsWith(MARKER)) return undefined
      const end = ref.indexOf(MARKER, 1)
      return lookups[Number(ref.slice(1, end))]?.(ref.slice(end + 1))
    },
  }
}

function remember(find: (value: string) => SanityDocument[]): (value: string) => SanityDocument[] {
  const kept = new Map<string, SanityDocument[]>()
  return (value) => {
    const known = kept.get(value)
    if (known) return known
    const found = find(value)
    if (kept.size >= MAX_KEPT) kept.clear()
    kept.set(value, found)
    return found
  }
}

interface Join {
  /** The value, as seen from the scope around the set. */
  value: ExprNode
  condition(value: string): Fragment
}

function joinOf(part: ExprNode, view: View): Join | undefined {
  if (part.type === 'FuncCall' && part.namespace === 'global' && part.name === 'references') {
    const [only, ...more] = part.args
    const value = only && more.length === 0 ? outward(only) : undefined
    return value && {value, condition: (id) => referencing(view, [id])}
  }
  if (part.type !== 'OpCall' || part.op !== '==') return undefined
  for (const [one, other] of [
    [part.left, part.right],
    [part.right, part.left],
  ] as const) {
    const target = attribute(one, view)
    const value = outward(other)
    if (target && value) return {value, condition: (text) => ({sql: `(${target.sql} = ?)`, values: [text]})}
  }
  return undefined
}

/** `^.a.b`, also with texts added to it, as seen from the next outer scope; undefined for any other expression. */
function outward(node: ExprNode): ExprNode | undefined {
  switch (node.type) {
    case 'Group':
      return outward(node.base)
    case 'Parent':
      return node.n === 1 ? {type: 'This'} : {type: 'Parent', n: node.n - 1}
    case 'AccessAttribute': {
      const base = node.base && outward(node.base)
      return base && {...node, base}
    }
    case 'OpCall': {
      if (node.op !== '+') return undefined
      const left = node.left.type === 'Value' ? node.left : outward(node.left)
      const right = node.right.type === 'Value' ? node.right : outward(node.right)
      return left && right && {...node, left, right}
    }
    default:
      return undefined
  }
}
