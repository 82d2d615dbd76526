import {type Context, Hono} from 'hono'
import type {Engine} from '../engine.ts'
import {insufficientPermission, mutationError} from '../errors.ts'
import type {GuardEnv, Session} from '../guard/index.ts'
import {requireEditor} from '../http/access.ts'
import {type JsonObject, readObject} from '../http/body.ts'
import {datasetOf} from '../http/dataset.ts'
import {isOn} from '../http/parameters.ts'
import {Problem} from '../http/problem.ts'
import type {Action, Mutation} from '../types.ts'

/** Largest body of mutations, in bytes: the limit of hosted Sanity. */
const MAX_MUTATION_BODY = 4_000_000

/** `data/mutate` and `data/actions`, which change documents: one transaction per request. */
export function mutateRoutes(engine: Engine): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()

  app.post('/data/mutate/:dataset', async (context) => {
    const dataset = datasetOf(context)
    const session = requireWriter(context)
    const body = await readObject(context.req.raw, MAX_MUTATION_BODY)
    const result = await engine.mutate({
      dataset,
      // The engine checks each mutation and reports which one is wrong.
      mutations: listFrom(body, 'mutations') as Mutation[],
      ...transactionIdFrom(body),
      identity: session.identity,
      access: session,
      dryRun: isOn(context.req.query('dryRun')),
      autoGenerateArrayKeys: isOn(context.req.query('autoGenerateArrayKeys')),
      returnDocuments: isOn(context.req.query('returnDocuments')),
    })
    return context.json(result)
  })

  app.post('/data/actions/:dataset', async (context) => {
    const dataset = datasetOf(context)
    const session = requireEditor(context)
    const body = await readObject(context.req.raw, MAX_MUTATION_BODY)
    const result = await engine.action({
      dataset,
      actions: listFrom(body, 'actions') as Action[],
      ...transactionIdFrom(body),
      dryRun: isOn(context.req.query('dryRun')) || body.dryRun === true,
      identity: session.identity,
      access: session,
    })
    return context.json(result)
  })

  return app
}

/** Mutations have their own error shape for callers that may not write. */
function requireWriter(context: Context<GuardEnv>): Session {
  const session = context.get('session')
  if (session.kind === 'editor') return session
  throw mutationError(insufficientPermission('create'), 0)
}

function listFrom(body: JsonObject, field: string): unknown[] {
  const list = body[field]
  if (Array.isArray(list)) return list
  throw new Problem(400, `Expected \`${field}\` to be an array, got ${typeof list}`)
}

function transactionIdFrom({transactionId}: JsonObject): {transactionId?: string} {
  if (transactionId === undefined || transactionId === null) return {}
  if (typeof transactionId === 'string' && /^[\w.-]{1,128}$/.test(transactionId)) return {transactionId}
  throw new Problem(
    400,
    'Expected `transactionId` to be 1 to 128 letters, digits, dots, underscores and hyphens',
  )
}
