/**
 * How a query reads the store. Wherever a query says `*`, the documents it can need are found by SQLite and put in its
 * place; the query itself runs in groq-js. Outside every document, filters, projections, order and slice are run as the
 * documents are read, so that only results stay in memory.
 */
import type {ExprNode} from 'groq-js'
import type {SanityDocument} from '../types.ts'
import type {Lookups} from './lookup.ts'
import {neededAttributes} from './needs.ts'
import {attribute, pushDown} from './pushdown.ts'
import type {Reader, ScanOptions, SqlOrder} from './reader.ts'
import {lazyValue, mapChildren, type ScopeKind, some} from './tree.ts'

export interface PlanContext {
  reader: Reader
  lookups: Lookups
  /** Evaluate a tree in which no `*` is left. */
  evaluate(tree: ExprNode): unknown
  /** What every document goes through as it is read. */
  prepare(document: SanityDocument): SanityDocument
}

/** A query with its documents in the place of each `*`, read when they are first asked for. */
export function plan(tree: ExprNode, context: PlanContext): ExprNode {
  return planNode(tree, 'root', context)
}

/** A query with the whole set in the place of each `*`, for what cannot be run document by document. */
export function planWhole(
  tree: ExprNode,
  {reader, prepare}: Pick<PlanContext, 'reader' | 'prepare'>,
): ExprNode {
  const everything = lazyValue(() =>
    Array.from(reader.scan({sql: 'TRUE', values: []}), ({document}) => prepare(document)),
  )
  const replace = (node: ExprNode): ExprNode =>
    node.type === 'Everything' ? everything : mapChildren(node, 'root', replace)
  return replace(tree)
}

function planNode(node: ExprNode, scope: ScopeKind, context: PlanContext): ExprNode {
  const planned = scope === 'root' ? planRoot(node, context) : planInner(node, scope, context)
  return planned ?? mapChildren(node, scope, (child, childScope) => planNode(child, childScope, context))
}

/** Filters directly on `*`, innermost first. */
function filtersOf(node: ExprNode): ExprNode[] | undefined {
  if (node.type === 'Everything') return []
  if (node.type === 'Group') return filtersOf(node.base)
  if (node.type !== 'Filter') return undefined
  const inner = filtersOf(node.base)
  return inner && [...inner, node.expr]
}

/** Within a document: a set that does not depend on it is read once; one that does, as narrowly as can be. */
function planInner(node: ExprNode, scope: ScopeKind, context: PlanContext): ExprNode | undefined {
  const filters = filtersOf(node)
  if (!filters) return undefined
  if (!some(node, (part) => part.type === 'Parent')) {
    const chain = chainOf(node, context)
    return chain && lazyValue(() => run(chain, context))
  }
  const {reader, prepare, lookups} = context
  const {condition} = pushDown(filters, reader.view)
  const everything = lazyValue(() => Array.from(reader.scan(condition), ({document}) => prepare(document)))
  const found = scope === 'nested' ? lookups.narrow(filters, everything) : everything
  return filters.reduce<ExprNode>(
    (base, filter) => ({type: 'Filter', base, expr: planNode(filter, 'nested', context)}),
    found,
  )
}

/** `*` and what is done to each of its documents on its own: `*[…][…]{…}.slug`. */
interface Chain {
  filters: ExprNode[]
  /** What the steps evaluate. */
  expressions: ExprNode[]
  /** The same steps on a given list of documents. */
  over(documents: ExprNode): ExprNode
  /** Whether filters are all there is. */
  onlyFilters: boolean
}

function chainOf(node: ExprNode, context: PlanContext): Chain | undefined {
  if (node.type === 'Everything')
    return {filters: [], expressions: [], over: (documents) => documents, onlyFilters: true}
  if (
    node.type !== 'Filter' &&
    node.type !== 'Map' &&
    node.type !== 'FlatMap' &&
    node.type !== 'ArrayCoerce' &&
    node.type !== 'Group'
  ) {
    return undefined
  }
  const base = chainOf(node.base, context)
  if (!base) return undefined
  if (node.type === 'ArrayCoerce' || node.type === 'Group') return base
  const expr = planNode(node.expr, node.type === 'Filter' ? 'nested' : 'hidden', context)
  return {
    filters: base.onlyFilters && node.type === 'Filter' ? [...base.filters, node.expr] : base.filters,
    expressions: [...base.expressions, node.expr],
    over: (documents) => ({...node, base: base.over(documents), expr}),
    onlyFilters: base.onlyFilters && node.type === 'Filter',
  }
}

function planRoot(node: ExprNode, context: PlanContext): ExprNode | undefined {
  if (node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'count' && node.args[0]) {
    const chain = chainOf(node.args[0], context)
    return chain && lazyValue(() => count(chain, context))
  }
  const scored = planScored(node, context)
  if (scored) return scored
  const limit = limitOf(node)
  if (limit !== undefined && (node.type === 'Slice' || node.type === 'AccessElement')) {
    const base = planList(node.base, limit, context)
    if (base) return {...node, base}
  }
  return planList(node, undefined, context)
}

/**
 * A search: `*[…] | score(…)[_score > 0]`. Each document is scored and filtered as it is read, so that only what was found
 * is kept.
 */
function planScored(node: ExprNode, context: PlanContext): ExprNode | undefined {
  const filters: ExprNode[] = []
  let base = node
  for (; base.type === 'Filter'; base = base.base) filters.unshift(planNode(base.expr, 'nested', context))
  if (base.type !== 'PipeFuncCall' || base.name !== 'score') return undefined
  const chain = chainOf(base.base, context)
  if (!chain) return undefined
  const args = base.args.map((arg) => planNode(arg, 'nested', context))
  const score = base
  const scored: Chain = {
    ...chain,
    expressions: [...chain.expressions, {type: 'This'}],
    onlyFilters: false,
    over: (documents) =>
      filters.reduce<ExprNode>((inner, expr) => ({type: 'Filter', base: inner, expr}), {
        ...score,
        base: chain.over(documents),
        args,
      }),
  }
  return lazyValue(() => {
    const found = run(scored, context) as {_score: number}[]
    return found.sort((a, b) => b._score - a._score)
  })
}

/** How many elements from the start a slice or element can need. */
function limitOf(node: ExprNode): number | undefined {
  if (node.type === 'AccessElement') return node.index >= 0 ? node.index + 1 : undefined
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return node.right + (node.isInclusive ? 1 : 0)
}

function planList(node: ExprNode, limit: number | undefined, context: PlanContext): ExprNode | undefined {
  if (node.type === 'PipeFuncCall' && node.name === 'order') {
    const chain = chainOf(node.base, context)
    if (!chain) return undefined
    const args = node.args.map((arg) => planNode(arg, 'nested', context))
    const order = (list: ExprNode): ExprNode => ({...node, base: list, args})
    return order(
      lazyValue(() =>
        limit === undefined ? run(chain, context) : top(chain, node.args, order, limit, context),
      ),
    )
  }
  const chain = chainOf(node, context)
  return chain && lazyValue(() => run(chain, context, limit))
}

interface Step {
  result: unknown
  /** The row of the document that the result comes from. */
  row: number
}

/**
 * Results of a chain, one document after the other. With `attributes`, results that are documents have only these and
 * what the filters need.
 */
function* walk(
  chain: Chain,
  {reader, evaluate, prepare}: PlanContext,
  options: ScanOptions,
): Generator<Step> {
  const {condition, whole} = pushDown(chain.filters, reader.view)
  const seed = {type: 'Value' as const, value: [] as unknown[]}
  const steps = chain.over(seed)
  const certain = whole && chain.onlyFilters
  for (const {document, row} of reader.scan(condition, options)) {
    if (certain) {
      yield {result: prepare(document), row}
      continue
    }
    seed.value = [prepare(document)]
    for (const result of evaluate(steps) as unknown[]) yield {result, row}
  }
}

/** Results of a chain as the query sees them. */
function* stream(chain: Chain, context: PlanContext, orders: readonly SqlOrder[] = []): Generator<unknown> {
  const {reader, prepare} = context
  const attributes = neededAttributes(chain.expressions)
  for (const {result, row} of walk(chain, context, {orders, attributes})) {
    yield chain.onlyFilters && attributes ? prepare(reader.read(row)) : result
  }
}

function run(chain: Chain, context: PlanContext, limit = Number.POSITIVE_INFINITY): unknown[] {
  const results: unknown[] = []
  if (limit <= 0) return results
  for (const result of stream(chain, context)) {
    results.push(result)
    if (results.length >= limit) break
  }
  return results
}

function count(chain: Chain, context: PlanContext): number {
  const {condition, whole} = pushDown(chain.filters, context.reader.view)
  if (whole && chain.onlyFilters && context.reader.view.plain) return context.reader.count(condition)
  let total = 0
  for (const _step of walk(chain, context, {attributes: neededAttributes(chain.expressions)})) total++
  return total
}

/** Results sorted at a time, beyond those wanted. */
const BATCH = 256

/** The first results in an order, with little more than those in memory. */
function top(
  chain: Chain,
  args: readonly ExprNode[],
  order: (list: ExprNode) => ExprNode,
  limit: number,
  context: PlanContext,
): unknown[] {
  const orders = chain.onlyFilters ? sqlOrders(args, context) : undefined
  const first = orders && firstInSqlOrder(chain, args, orders, limit, context)
  if (first) return first
  // Sorted by what filters and order look at; the whole documents are read of those that remain.
  const attributes = chain.onlyFilters
    ? neededAttributes([...chain.expressions, ...args])
    : neededAttributes(chain.expressions)
  const rows = new Map<unknown, number>()
  let best: unknown[] = []
  const shrink = (): void => {
    // Stable, and what is kept came earlier than what follows: ties stay in `_id` order.
    best = (context.evaluate(order({type: 'Value', value: best})) as unknown[]).slice(0, limit)
  }
  for (const {result, row} of walk(chain, context, {attributes})) {
    best.push(result)
    if (chain.onlyFilters) rows.set(result, row)
    if (best.length < limit + BATCH) continue
    shrink()
    const kept = new Set(best)
    for (const each of rows.keys()) if (!kept.has(each)) rows.delete(each)
  }
  shrink()
  if (!chain.onlyFilters || !attributes) return best
  return best.map((each) => context.prepare(context.reader.read(rows.get(each) ?? 0)))
}

/** Keys of an order that SQLite has as well. */
function sqlOrders(args: readonly ExprNode[], {reader}: PlanContext): SqlOrder[] | undefined {
  const orders = args.map((arg): SqlOrder | undefined => {
    const target = attribute(arg.type === 'Asc' || arg.type === 'Desc' ? arg.base : arg, reader.view)
    return target && {...target, descending: arg.type === 'Desc'}
  })
  return orders.every((each) => each !== undefined) ? orders : undefined
}

/**
 * Read in SQLite's order until there are enough. It is GROQ's as long as no key that was read has a character from the
 * surrogates up (GROQ compares UTF-16 units, SQLite code points): two keys that the two would order differently both
 * have one. Gives undefined when a key has.
 */
function firstInSqlOrder(
  chain: Chain,
  args: readonly ExprNode[],
  orders: readonly SqlOrder[],
  limit: number,
  context: PlanContext,
): unknown[] | undefined {
  const results: unknown[] = []
  if (limit <= 0) return results
  const keys = {type: 'Value' as const, value: null as unknown}
  const readKeys: ExprNode = {
    type: 'Projection',
    base: keys,
    expr: {
      type: 'Array',
      elements: args.map((arg) => ({
        type: 'ArrayElement',
        value: arg.type === 'Asc' || arg.type === 'Desc' ? arg.base : arg,
        isSplat: false,
      })),
    },
  }
  for (const result of stream(chain, context, orders)) {
    keys.value = result
    const values = context.evaluate(readKeys) as unknown[]
    if (values.some((value) => typeof value === 'string' && /[\ud800-\uffff]/.test(value))) return undefined
    results.push(result)
    if (results.length >= limit) break
  }
  return results
}
