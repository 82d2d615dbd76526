/** The first results in an order. */
import type {ExprNode} from 'groq-js'
import {type Chain, type PlanContext, stream, walk} from './chain.ts'
import {neededAttributes} from './needs.ts'
import {attribute} from './pushdown.ts'
import type {SqlOrder} from './reader.ts'

/** Results sorted at a time, beyond those wanted. */
const BATCH = 256

/** The first results in an order, with few others in memory. */
export function top(
  chain: Chain,
  args: readonly ExprNode[],
  order: (list: ExprNode) => ExprNode,
  limit: number,
  context: PlanContext,
): unknown[] {
  const orders = chain.onlyFilters ? sqlOrders(args, context) : undefined
  const first = orders && firstInSqlOrder(chain, args, orders, limit, context)
  if (first) return first
  // Sort with the attributes that filters and order read; then read the whole documents of those that remain.
  const attributes = chain.onlyFilters
    ? neededAttributes([...chain.expressions, ...args])
    : neededAttributes(chain.expressions)
  const rows = new Map<unknown, number>()
  let best: unknown[] = []
  const shrink = (): void => {
    // The sort is stable and kept results come before new ones, so ties stay in `_id` order.
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

/** The sort keys, if SQLite can order by all of them. */
function sqlOrders(args: readonly ExprNode[], {reader}: PlanContext): SqlOrder[] | undefined {
  const orders = args.map((arg): SqlOrder | undefined => {
    const target = attribute(arg.type === 'Asc' || arg.type === 'Desc' ? arg.base : arg, reader.view)
    return target && {...target, descending: arg.type === 'Desc'}
  })
  return orders.every((each) => each !== undefined) ? orders : undefined
}

/**
 * Read in SQLite's order until there are enough results. GROQ compares UTF-16 units and SQLite code points, which
 * differ only between keys with characters from the surrogates up. Returns undefined if a key has one.
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
