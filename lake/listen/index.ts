import {type Context, Hono} from 'hono'
import type {Engine} from '../engine.ts'
import {LakeError} from '../errors.ts'
import type {GuardEnv} from '../guard/index.ts'
import {datasetOf} from '../http/dataset.ts'
import {queryParams} from '../http/parameters.ts'
import type {Matcher} from '../types.ts'
import {type ListenOptions, mutationEvents} from './events.ts'
import {concerns, syncTag} from './live.ts'
import {EVENT_STREAM_HEADERS, type EventStreamOptions, eventStream} from './sse.ts'

/** What the routes need, and the limits of their streams. */
export interface ListenRoutesOptions extends EventStreamOptions {
  engine: Engine
  /** Returns a new name for a listener. */
  ids: () => string
}

/** `data/listen` (mutation events of a filter) and `data/live/events` (tags of what changed), as event streams. */
export function listenRoutes({engine, ids, ...streamOptions}: ListenRoutesOptions): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()

  app.get('/data/listen/:dataset', (context) => {
    const dataset = datasetOf(context)
    const session = context.get('session')
    const options = optionsOf(context)
    const body = eventStream(({send, end}) => {
      const matches = matcherOf(context, engine, dataset)
      if (matches instanceof LakeError) {
        // The status is already sent, so the error is an event; it makes the client stop and not reconnect.
        send({event: 'channelError', data: {message: matches.message, ...matches.body}})
        end()
        return () => undefined
      }
      send({event: 'welcome', data: {listenerName: ids()}})
      return engine.subscribe((committed) => {
        if (committed.dataset !== dataset) return
        try {
          for (const event of mutationEvents(committed, matches, session, options)) {
            send({event: 'mutation', id: event.eventId, data: event})
          }
        } catch (error) {
          // The filter failed on a document. The transaction is committed, so the listener gets the error, and not the
          // writer.
          const message = error instanceof Error ? error.message : String(error)
          send({event: 'channelError', data: {message: `The filter cannot be evaluated: ${message}`}})
          end()
        }
      })
    }, streamOptions)
    return context.body(body, 200, EVENT_STREAM_HEADERS)
  })

  app.get('/data/live/events/:dataset', (context) => {
    const dataset = datasetOf(context)
    const session = context.get('session')
    const includeDrafts = context.req.query('includeDrafts') === 'true'
    const body = eventStream(({send}) => {
      send({event: 'welcome', id: ids(), data: {}})
      return engine.subscribe((committed) => {
        if (!concerns(committed, dataset, session, includeDrafts)) return
        send({event: 'message', id: committed.transactionId, data: {tags: [syncTag(dataset)]}})
      })
    }, streamOptions)
    return context.body(body, 200, EVENT_STREAM_HEADERS)
  })

  return app
}

function matcherOf(context: Context<GuardEnv>, engine: Engine, dataset: string): Matcher | LakeError {
  const url = new URL(context.req.url)
  try {
    const params = queryParams(url.searchParams)
    const {identity} = context.get('session')
    return engine.match(dataset, url.searchParams.get('query') ?? '', {params, identity})
  } catch (error) {
    if (error instanceof LakeError) return error
    throw error
  }
}

function optionsOf(context: Context): ListenOptions {
  const query = context.req.query()
  return {
    includeResult: query.includeResult === 'true',
    includePreviousRevision: query.includePreviousRevision === 'true',
    includeMutations: query.includeMutations !== 'false',
    visibility: query.visibility === 'query' ? 'query' : 'transaction',
    ...(query.effectFormat === 'mendoza' ? {effectFormat: 'mendoza' as const} : {}),
  }
}
