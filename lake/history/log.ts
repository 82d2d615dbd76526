import type {Engine} from '../engine.ts'
import type {LoggedTransaction, TransactionsOptions} from '../types.ts'

/** Transactions to read at a time: each contains whole documents, before and after. */
const PAGE = 50

/**
 * The transactions of documents, read in pages as the caller iterates, so that a long history is never in memory as a
 * whole.
 */
export function* logOf(
  engine: Pick<Engine, 'transactions'>,
  dataset: string,
  ids: readonly string[],
  options: TransactionsOptions = {},
): Generator<LoggedTransaction> {
  let left = options.limit ?? Number.POSITIVE_INFINITY
  let last: string | undefined
  while (left > 0) {
    const size = Math.min(PAGE, left)
    const found = engine.transactions(dataset, ids, {
      ...options,
      ...after(last, options),
      limit: last ? size + 1 : size,
    })
    // A range includes its first transaction, which was the last one of the previous page.
    const page = last ? found.slice(1) : found
    yield* page
    left -= page.length
    last = page.at(-1)?.transactionId
    if (page.length < size || last === undefined) return
  }
}

function after(last: string | undefined, {reverse}: TransactionsOptions): TransactionsOptions {
  if (last === undefined) return {}
  return reverse ? {toTransaction: last} : {fromTransaction: last}
}
