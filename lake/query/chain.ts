/** Documents run through filters and projections one at a time, as they are read. */
import type {ExprNode} from 'groq-js'
import type {SanityDocument} from '../types.ts'
import type {Lookups} from './lookup.ts'
import {neededAttributes} from './needs.ts'
import {pushDown} from './pushdown.ts'
import type {Reader, ScanOptions, SqlOrder} from './reader.ts'

export interface PlanContext {
  reader: Reader
  lookups: Lookups
  /** Evaluate a tree in which no `*` is left. */
  evaluate(tree: ExprNode): unknown
  /** What every document goes through as it is read. */
  prepare(document: SanityDocument): SanityDocument
}

/** `*` and what is done to each of its documents on its own: `*[…][…]{…}.slug`. */
export interface Chain {
  filters: ExprNode[]
  /** Holds for every document that gives a result; not a step itself. */
  hint?: ExprNode
  /** What the steps evaluate. */
  expressions: ExprNode[]
  /** The same steps on a given list of documents. */
  over(documents: ExprNode): ExprNode
  /** Whether filters are all there is. */
  onlyFilters: boolean
}

export interface Step {
  result: unknown
  /** The row of the document that the result comes from. */
  row: number
}

/** Whether SQLite finds just the documents that a chain gives. */
function isCertain(chain: Chain, {view}: Reader): boolean {
  return chain.onlyFilters && pushDown(chain.filters, view).whole
}

/**
 * Results of a chain, one document after the other. With `attributes`, results that are documents have only these and
 * what the filters need.
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

/** Results of a chain as the query sees them. */
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
