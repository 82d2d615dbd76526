import {type Context, Hono} from 'hono'
import type {Engine} from '../engine.ts'
import type {GuardEnv} from '../guard/index.ts'
import {type JsonObject, readObject} from '../http/body.ts'
import {datasetOf} from '../http/dataset.ts'
import {listOf, queryParams} from '../http/parameters.ts'
import {Problem} from '../http/problem.ts'
import {syncTag} from '../listen/live.ts'

/** Largest query with its parameters, in bytes; hosted Sanity allows much less. */
const MAX_QUERY = 1024 * 1024

/** `data/query`: GROQ in the query string, or in the body if it is long. */
export function queryRoutes(engine: Engine): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()
  app.get('/data/query/:dataset', (context) => {
    const search = new URL(context.req.url).searchParams
    return answer(context, engine, search.get('query') ?? '', queryParams(search))
  })
  app.post('/data/query/:dataset', async (context) => {
    const {query, params} = await readObject(context.req.raw, MAX_QUERY)
    if (typeof query !== 'string')
      throw new Problem(400, `Expected \`query\` to be a text, got ${typeof query}`)
    if (params !== undefined && !isObject(params)) throw new Problem(400, 'Expected `params` to be an object')
    return answer(context, engine, query, params ?? {})
  })
  return app
}

async function answer(
  context: Context<GuardEnv>,
  engine: Engine,
  query: string,
  params: JsonObject,
): Promise<Response> {
  const dataset = datasetOf(context)
  const session = context.get('session')
  const perspective = listOf(context.req.query('perspective'))
  const started = performance.now()
  const result = await engine.query({
    dataset,
    query,
    params,
    access: session,
    identity: session.identity,
    apiVersion: context.req.param('version') ?? 'v1',
    ...(perspective.length === 0 ? {} : {perspective}),
  })
  return context.json({
    ...(context.req.query('returnQuery') === 'false' ? {} : {query}),
    result: result ?? null,
    syncTags: [syncTag(dataset)],
    ms: Math.round(performance.now() - started),
  })
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
