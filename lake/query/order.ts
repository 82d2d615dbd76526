/** The first results in an order. */
import type {ExprNode} from 'groq-js'
import {type Chain, type PlanContext, stream, walk} from './chain.ts'
import {neededAttributes} from './needs.ts'
import {attribute} from './pushdown.ts'
import type {SqlOrder} from './reader.ts'

/** Results sorted at a time, beyond those wanted. */
const BATCH = 256

/** The first results in an order, with little more than those in memory. */
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
