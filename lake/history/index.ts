import {type Context, Hono} from 'hono'
import {stream} from 'hono/streaming'
import {effectsOf} from '../effects/effects.ts'
import type {Engine} from '../engine.ts'
import type {GuardEnv} from '../guard/index.ts'
import {requireReader} from '../http/access.ts'
import {datasetOf} from '../http/dataset.ts'
import {isOn, listOf, wholeNumber} from '../http/parameters.ts'
import {Problem} from '../http/problem.ts'
import type {LoggedTransaction, PointInTime, TransactionsOptions} from '../types.ts'
import {documentEvents, pairOf} from './events.ts'
import {logOf} from './log.ts'

const MAX_TRANSACTIONS = 10_000
const MAX_EVENTS = 1000
const DEFAULT_EVENTS = 100

/** `data/history`: events, transactions and earlier states of documents, for readers with access to drafts. */
export function historyRoutes(engine: Engine): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()

  app.get('/data/history/:dataset/transactions/:ids', (context) => {
    requireReader(context)
    const ids = listOf(context.req.param('ids'))
    const transactions = logOf(engine, datasetOf(context), ids, rangeOf(context))
    const line = lineOf(context)
    context.header('content-type', 'application/x-ndjson')
    return stream(context, async (out) => {
      for (const transaction of transactions) {
        if (out.aborted) return
        await out.write(`${JSON.stringify(line(transaction))}\n`)
      }
    })
  })

  app.get('/data/history/:dataset/documents/:ids', (context) => {
    requireReader(context)
    const dataset = datasetOf(context)
    const at = pointOf(context)
    const documents = listOf(context.req.param('ids')).flatMap(
      (id) => engine.documentAt(dataset, id, at) ?? [],
    )
    return context.json({documents})
  })

  app.get('/data/history/:dataset/events/documents/:id', (context) => {
    requireReader(context)
    const id = context.req.param('id')
    const pair = pairOf(id)
    const events = documentEvents(pair, logOf(engine, datasetOf(context), Object.values(pair)))
    const start = cursorOf(context, events.length)
    const limit = wholeNumber(context.req.query('limit'), DEFAULT_EVENTS, MAX_EVENTS)
    const end = start + limit
    return context.json({
      events: {[id]: events.slice(start, end)},
      nextCursor: end < events.length ? String(events.length - end) : '',
    })
  })

  app.get('/data/history/:dataset/events/releases/:id', (context) => {
    requireReader(context)
    return context.json({events: {[context.req.param('id')]: []}, nextCursor: ''})
  })

  return app
}

/** Where a page begins. The cursor counts the remaining events, so that new events do not shift it. */
function cursorOf(context: Context, total: number): number {
  const cursor = context.req.query('nextCursor')
  return cursor ? Math.max(0, total - wholeNumber(cursor, total, total)) : 0
}

function rangeOf(context: Context): TransactionsOptions {
  const {fromTransaction, toTransaction, fromTime, toTime, authors, reverse, limit} = context.req.query()
  return {
    ...(fromTransaction ? {fromTransaction} : {}),
    ...(toTransaction ? {toTransaction} : {}),
    ...(fromTime ? {fromTime: timeOf(fromTime)} : {}),
    ...(toTime ? {toTime: timeOf(toTime)} : {}),
    ...(authors ? {authors: listOf(authors)} : {}),
    reverse: isOn(reverse),
    limit: wholeNumber(limit, MAX_TRANSACTIONS, MAX_TRANSACTIONS),
  }
}

/** One transaction as a line of NDJSON. */
function lineOf(context: Context): (transaction: LoggedTransaction) => object {
  const withMutations =
    !isOn(context.req.query('excludeMutations')) && !isOn(context.req.query('excludeContent'))
  const withEffects = context.req.query('effectFormat') === 'mendoza'
  return ({transactionId, timestamp, identity, documents}) => ({
    id: transactionId,
    timestamp,
    author: identity,
    documentIDs: documents.map(({id}) => id),
    ...(withMutations ? {mutations: documents.flatMap(({mutations}) => mutations)} : {}),
    ...(withEffects
      ? {effects: Object.fromEntries(documents.map((change) => [change.id, effectsOf(change)]))}
      : {}),
  })
}

function pointOf(context: Context): PointInTime {
  const {revision, time, lastRevision} = context.req.query()
  if (revision) return {revision}
  if (time) return {time: timeOf(time)}
  if (isOn(lastRevision)) return {lastRevision: true}
  throw new Problem(
    400,
    'Expected one of `revision` (a transaction id), `time` (ISO 8601) or `lastRevision=true`',
  )
}

function timeOf(value: string): string {
  const time = new Date(value)
  if (Number.isNaN(time.getTime())) throw new Problem(400, `Expected a time in ISO 8601, got \`${value}\``)
  return time.toISOString()
}
