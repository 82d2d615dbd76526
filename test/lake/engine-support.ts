import {createEngine, type Engine} from '../../lake/engine.ts'
import {LakeError} from '../../lake/errors.ts'
import type {Access, Action, MutateRequest, Mutation, TransactionResult} from '../../lake/types.ts'

export const editor: Access = {kind: 'editor'}
export const viewer: Access = {kind: 'viewer'}
export const anonymous: Access = {kind: 'anonymous'}
export const dataset = 'test'

/** An engine whose ids count up and whose clock ticks a second for each look at it. */
export function openEngine(path = ':memory:'): Engine {
  let id = 0
  let second = 0
  return createEngine({
    path,
    ids: () => `id${String(++id).padStart(4, '0')}`,
    clock: () => new Date(Date.UTC(2026, 0, 1, 12, 0, second++)),
  })
}

export function mutate(
  engine: Engine,
  mutations: Mutation[],
  more: Partial<MutateRequest> = {},
): Promise<TransactionResult> {
  return engine.mutate({dataset, mutations, identity: 'tester', access: editor, ...more})
}

export function act(engine: Engine, ...actions: Action[]): Promise<{transactionId: string}> {
  return engine.action({dataset, actions, identity: 'tester', access: editor})
}

export function query(engine: Engine, groq: string, more: Record<string, unknown> = {}): Promise<unknown> {
  return engine.query({
    dataset,
    query: groq,
    access: editor,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    ...more,
  })
}

/** What a promise is refused with. */
export async function refusal(promise: Promise<unknown>): Promise<LakeError> {
  const error = await promise.then(
    (value) => new Error(`Expected a refusal, got ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  if (error instanceof LakeError) return error
  throw error
}

/** Type of the first failed item, and the status. */
export async function failure(promise: Promise<unknown>): Promise<{status: number; type: string}> {
  const {status, body} = await refusal(promise)
  const [item] = (body.error.items as {error: {type: string}}[] | undefined) ?? []
  return {status, type: item?.error.type ?? body.error.type}
}

export function ref(to: string, more: object = {}): object {
  return {_type: 'reference', _ref: to, ...more}
}
