/**
 * Conditions of a GROQ filter as SQL. Each selects at least the documents for which the condition is true; if it is
 * `exact`, it selects no others. What SQL cannot express is left out: the whole filter runs in groq-js afterwards.
 */
import type {ExprNode, OpCall} from 'groq-js'
import type {SqlValue} from '../store/database.ts'
import {attributeSql, INDEXED_LISTS} from '../store/schema.ts'
import {isPlainName} from './needs.ts'
import type {Fragment, View} from './perspective.ts'
import {attributePath, conjuncts} from './tree.ts'
import {requiredRuns} from './words.ts'

/** A condition as SQL, and whether it selects exactly the documents of the GROQ condition. */
export interface Condition extends Fragment {
  exact: boolean
}

/** The part of a filter that SQLite checks. */
export interface Pushed {
  condition: Condition
  /** Whether the condition is equivalent to the filter. */
  whole: boolean
}

/** The SQL condition of filters that a document must pass. */
export function pushDown(filters: readonly ExprNode[], view: View): Pushed {
  const parts = filters.flatMap(conjuncts)
  const pushed = parts.flatMap((part) => condition(part, view) ?? [])
  return {
    condition: all(pushed),
    whole: pushed.length === parts.length && pushed.every(({exact}) => exact),
  }
}

/** An attribute of the document as SQL, or the first of several that is not null. */
export interface Attribute {
  sql: string
  /** A column, whose value is always text. */
  column: boolean
  path: string
  /** The type of its value, as `json_type` names it, as SQL. */
  typeSql: string
  /** The attributes of `content` that it reads. */
  parts: readonly string[]
}

/** An attribute as SQL; undefined if SQL cannot read it. */
export function attribute(node: ExprNode, view: View): Attribute | undefined {
  if (node.type === 'FuncCall' && `${node.namespace}::${node.name}` === 'global::coalesce')
    return coalesced(node.args, view)
  const names = attributePath(node)
  if (!names?.every(isPlainName)) return undefined
  const path = names.join('.')
  const column = columnOf(path, view)
  if (column !== undefined) return {sql: column, column: true, path, typeSql: "'text'", parts: []}
  const typeSql = `nullif(json_type(d.content, '$.${path}'), 'null')`
  return {sql: attributeSql(path, 'd.'), column: false, path, typeSql, parts: [path]}
}

function coalesced(args: readonly ExprNode[], view: View): Attribute | undefined {
  const each = args.flatMap((arg) => attribute(arg, view) ?? [])
  // SQLite's function needs at least two arguments.
  if (each.length < args.length || each.length < 2) return undefined
  const list = (of: (one: Attribute) => string, separator: string): string =>
    `coalesce(${each.map(of).join(separator)})`
  return {
    sql: list(({sql}) => sql, ', '),
    column: false,
    path: list(({path}) => path, ','),
    typeSql: list(({typeSql}) => typeSql, ', '),
    parts: each.flatMap(({parts}) => parts),
  }
}

function columnOf(path: string, view: View): string | undefined {
  switch (path) {
    case '_id':
      return view.idColumn
    case '_originalId':
      return view.plain ? undefined : 'd.id'
    case '_type':
      return 'd.type'
    case '_rev':
      return 'd.rev'
    case '_createdAt':
      return 'd.created_at'
    case '_updatedAt':
      return 'd.updated_at'
    default:
      return undefined
  }
}

function condition(node: ExprNode, view: View): Condition | undefined {
  switch (node.type) {
    case 'Group':
      return condition(node.base, view)
    case 'Value':
      return node.value === true || node.value === false
        ? {sql: node.value ? 'TRUE' : 'FALSE', values: [], exact: true}
        : undefined
    case 'And':
      return all(
        conjuncts(node).flatMap((part) => condition(part, view) ?? {sql: 'TRUE', values: [], exact: false}),
      )
    case 'Or': {
      const left = condition(node.left, view)
      const right = condition(node.right, view)
      return left && right && join([left, right], 'OR')
    }
    case 'Not': {
      const base = condition(node.base, view)
      return base?.exact ? {...base, sql: `NOT ${base.sql}`} : undefined
    }
    case 'OpCall':
      return operator(node.op, node.left, node.right, view)
    case 'FuncCall':
      return call(`${node.namespace}::${node.name}`, node.args, view)
    default:
      return undefined
  }
}

function operator(op: OpCall, left: ExprNode, right: ExprNode, view: View): Condition | undefined {
  if (op === 'in') return membership(left, right, view)
  if (op === 'match') return containing(left, right)
  const mirrored = {'==': '==', '<': '>', '<=': '>=', '>': '<', '>=': '<='}[op as string] as
    | OpCall
    | undefined
  if (!mirrored) return undefined
  const sharing =
    op === '>' && right.type === 'Value' && right.value === 0 ? membersShared(left, view) : undefined
  if (sharing) return sharing
  const target = attribute(left, view)
  if (!target) return attribute(right, view) && operator(mirrored, right, left, view)
  if (right.type !== 'Value') return undefined
  const value: unknown = right.value
  if (op === '==') {
    if (value === null) return {sql: `(${target.sql} IS NULL)`, values: [], exact: true}
    const bound = scalar(value)
    // SQLite returns text for an object and 1 for true, which may equal the value in the filter.
    return bound === undefined
      ? undefined
      : {sql: `(${target.sql} = ?)`, values: [bound], exact: target.column && typeof value === 'string'}
  }
  // GROQ orders text by UTF-16 unit, SQLite by code point; they agree for ASCII.
  const comparable = typeof value === 'number' || (typeof value === 'string' && isAscii(value))
  const bound = comparable ? scalar(value) : undefined
  return bound === undefined ? undefined : {sql: `(${target.sql} ${op} ?)`, values: [bound], exact: false}
}

/** `count(list[@ in […]])` of a list with indexed members: documents that have one of the members. */
function membersShared(node: ExprNode, {dataset}: View): Condition | undefined {
  if (node.type !== 'FuncCall' || `${node.namespace}::${node.name}` !== 'global::count') return undefined
  const [filter] = node.args
  if (filter?.type !== 'Filter' || filter.expr.type !== 'OpCall' || filter.expr.op !== 'in') return undefined
  const base = filter.base.type === 'ArrayCoerce' ? filter.base.base : filter.base
  const name = base.type === 'AccessAttribute' && !base.base ? base.name : undefined
  if (!INDEXED_LISTS.some((list) => list === name) || filter.expr.left.type !== 'This') return undefined
  const members = constants(filter.expr.right)
  if (!members?.every((member) => typeof member === 'string' && scalar(member) !== undefined))
    return undefined
  const sql = `(d.id IN (SELECT m.id FROM document_members m
    WHERE m.dataset = ? AND m.list = ? AND m.member IN (SELECT value FROM json_each(?))))`
  return {sql, values: [dataset, name as string, JSON.stringify(members)], exact: false}
}

/** Text that the document must contain. Like `match`, LIKE ignores the case of ASCII. */
function containing(left: ExprNode, right: ExprNode): Condition | undefined {
  const runs = requiredRuns(left, right)
  if (!runs) return undefined
  return {
    sql: `(${runs.map(() => 'json(d.content) LIKE ?').join(' AND ')})`,
    values: runs.map((run) => `%${run}%`),
    exact: false,
  }
}

function membership(left: ExprNode, right: ExprNode, view: View): Condition | undefined {
  const target = attribute(left, view)
  if (!target) return undefined
  if (right.type === 'FuncCall' && right.namespace === 'global' && right.name === 'path') {
    const [pattern] = right.args
    return target.path === '_id' && pattern?.type === 'Value' ? idPath(target.sql, pattern.value) : undefined
  }
  const list = constants(right)
  if (!list?.every((value) => scalar(value) !== undefined)) return undefined
  const exact = target.column && list.every((value) => typeof value === 'string')
  const sql = `(${target.sql} IN (SELECT value FROM json_each(?)))`
  return {sql, values: [JSON.stringify(list)], exact}
}

/** `_id in path("drafts.**")`; groq-js handles other patterns. */
function idPath(column: string, pattern: unknown): Condition | undefined {
  if (pattern === '**') return {sql: 'TRUE', values: [], exact: true}
  const prefix =
    typeof pattern === 'string'
      ? /^([a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)*\.)\*\*$/.exec(pattern)?.[1]
      : undefined
  if (prefix === undefined) return undefined
  // "/" is the character after ".".
  return {sql: `(${column} >= ? AND ${column} < ?)`, values: [prefix, `${prefix.slice(0, -1)}/`], exact: true}
}

function call(name: string, args: readonly ExprNode[], view: View): Condition | undefined {
  const [first] = args
  switch (name) {
    case 'global::boost':
      // In score(), a condition that is false adds nothing.
      return first && condition(first, view)
    case 'global::defined': {
      const target = first && attribute(first, view)
      return target && {sql: `(${target.sql} IS NOT NULL)`, values: [], exact: true}
    }
    case 'global::references': {
      const targets = args.flatMap(
        (arg) => constants(arg) ?? (arg.type === 'Value' ? [arg.value as unknown] : [undefined]),
      )
      if (!targets.every((target): target is string => typeof target === 'string')) return undefined
      return referencing(view, targets)
    }
    case 'sanity::versionOf':
      if (first?.type !== 'Value' || typeof first.value !== 'string') return undefined
      return {sql: '(d.published_id = ?)', values: [first.value], exact: false}
    default:
      return undefined
  }
}

/** Documents that reference one of these ids. */
export function referencing({dataset}: View, ids: readonly string[]): Condition {
  const sql = `(d.id IN (SELECT r.source FROM document_references r
    WHERE r.dataset = ? AND r.target IN (SELECT value FROM json_each(?))))`
  return {sql, values: [dataset, JSON.stringify(ids)], exact: false}
}

function constants(node: ExprNode): unknown[] | undefined {
  if (node.type === 'Group') return constants(node.base)
  if (node.type === 'Value') return Array.isArray(node.value) ? (node.value as unknown[]) : undefined
  if (node.type !== 'Array') return undefined
  const values = node.elements.map(({value, isSplat}) =>
    value.type === 'Value' && !isSplat ? {value: value.value as unknown} : undefined,
  )
  return values.every((each) => each !== undefined) ? values.map((each) => each.value) : undefined
}

/** A constant for SQLite; undefined if SQLite would compare it differently from GROQ. */
function scalar(value: unknown): SqlValue | undefined {
  // SQLite cannot store lone surrogates, and cuts some texts at NUL.
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? value : undefined
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value
  return undefined
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? {sql: 'TRUE', values: [], exact: true} : join(conditions, 'AND')
}

function join(conditions: readonly Condition[], word: 'AND' | 'OR'): Condition {
  return {
    sql: `(${conditions.map(({sql}) => sql).join(` ${word} `)})`,
    values: conditions.flatMap(({values}) => values),
    exact: conditions.every(({exact}) => exact),
  }
}
