/** Run documents through filters and projections one at a time, as they are read. */
import type {ExprNode} from 'groq-js'
import type {SanityDocument} from '../types.ts'
import type {Lookups} from './lookup.ts'
import {neededAttributes} from './needs.ts'
import {pushDown} from './pushdown.ts'
import type {Reader, ScanOptions, SqlOrder} from './reader.ts'

/** What the steps of a plan share. */
export interface PlanContext {
  reader: Reader
  lookups: Lookups
  /** Evaluate a tree that contains no `*`. */
  evaluate(tree: ExprNode): unknown
  /** What happens to every document as it is read. */
  prepare(document: SanityDocument): SanityDocument
}

/** `*` and the operations on each of its documents: `*[…][…]{…}.slug`. */
export interface Chain {
  filters: ExprNode[]
  /** A condition that is true for every document with a result; not a step itself. */
  hint?: ExprNode
  /** What the steps evaluate. */
  expressions: ExprNode[]
  /** The same steps, applied to a given list of documents. */
  over(documents: ExprNode): ExprNode
  /** Whether all steps are filters. */
  onlyFilters: boolean
}

/** A result of a chain. */
export interface Step {
  result: unknown
  /** The row of the result's document. */
  row: number
}

/** Whether SQLite selects exactly the documents of the chain's result. */
function isCertain(chain: Chain, {view}: Reader): boolean {
  return chain.onlyFilters && pushDown(chain.filters, view).whole
}

/**
 * Results of a chain, one document at a time. With `attributes`, results that are documents have only these and those
 * that the filters need.
 */
export function* walk(
  chain: Chain,
  {reader, evaluate, prepare}: PlanContext,
  options: ScanOptions,
): Generator<Step> {
  const {condition} = pushDown(chain.hint ? [...chain.filters, chain.hint] : chain.filters, reader.view)
  const certain = isCertain(chain, reader)
  const seed = {type: 'Value' as const, value: [] as unknown[]}
  const steps = chain.over(seed)
  for (const {document, row} of reader.scan(condition, options)) {
    if (certain) {
      yield {result: prepare(document), row}
      continue
    }
    seed.value = [prepare(document)]
    for (const result of evaluate(steps) as unknown[]) yield {result, row}
  }
}

/** Results of a chain without their rows. */
export function* stream(
  chain: Chain,
  context: PlanContext,
  orders: readonly SqlOrder[] = [],
): Generator<unknown> {
  const {reader, prepare} = context
  const attributes = isCertain(chain, reader) ? undefined : neededAttributes(chain.expressions)
  for (const {result, row} of walk(chain, context, {orders, attributes})) {
    yield chain.onlyFilters && attributes ? prepare(reader.read(row)) : result
  }
}

/** The first results of a chain, or all. */
export function run(chain: Chain, context: PlanContext, limit = Number.POSITIVE_INFINITY): unknown[] {
  const results: unknown[] = []
  if (limit <= 0) return results
  for (const result of stream(chain, context)) {
    results.push(result)
    if (results.length >= limit) break
  }
  return results
}

/** How many results a chain has. */
export function count(chain: Chain, context: PlanContext): number {
  const {reader} = context
  if (isCertain(chain, reader) && reader.view.plain)
    return reader.count(pushDown(chain.filters, reader.view).condition)
  let total = 0
  for (const _step of walk(chain, context, {attributes: neededAttributes(chain.expressions)})) total++
  return total
}
