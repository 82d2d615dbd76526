import {
  actionError,
  insufficientPermission,
  invalid,
  type LakeError,
  MutationFailure,
  mutationError,
  transactionExists,
} from '../errors.ts'
import {idProblem} from '../model/ids.ts'
import type {DocumentStore} from '../store/documents.ts'
import type {TransactionLog} from '../store/log.ts'
import type {
  Access,
  ActionRequest,
  CommittedTransaction,
  MutateRequest,
  Mutation,
  TransactionResult,
} from '../types.ts'
import {performAction} from './actions.ts'
import {checkReferences, type ReferenceIndex} from './integrity.ts'
import {applyMutation, type MutationContext, type Outcome} from './mutations.ts'
import {secondsTimestamp} from './system-attributes.ts'
import {Workspace} from './workspace.ts'

/** What a transaction works with. */
export interface TransactionParts {
  documents: DocumentStore
  log: TransactionLog
  /** Run in a transaction of the database. */
  atomically<Result>(work: () => Result): Result
  /** Ids of the documents, of all versions, that a GROQ query returns. */
  select(dataset: string, query: string, params: Record<string, unknown>): string[]
  clock: () => Date
  ids: () => string
}

/** What a transaction did. */
export interface Transacted {
  result: TransactionResult
  /** Absent after a dry run, and if nothing changed. */
  committed?: CommittedTransaction
}

/** Thrown to roll back a dry run; carries its result out of the database transaction. */
class DryRun extends Error {
  readonly transacted: Transacted
  constructor(transacted: Transacted) {
    super('dry run')
    this.transacted = transacted
  }
}

type Step = (context: MutationContext, index: number) => Outcome[]
type Fail = (failure: MutationFailure, index: number) => LakeError

/** Apply all mutations, or none and throw a `LakeError`. */
export function mutate(parts: TransactionParts, request: MutateRequest): Transacted {
  if (!Array.isArray(request.mutations))
    throw mutationError(invalid('Expected "mutations" to be an array'), 0)
  const steps = request.mutations.map(
    (mutation: Mutation): Step =>
      (context, index) =>
        applyMutation(mutation, context, index),
  )
  return transact(parts, request, steps, mutationError)
}

/** Perform all actions, or none and throw a `LakeError`. */
export function act(parts: TransactionParts, request: ActionRequest): Transacted {
  if (!Array.isArray(request.actions)) throw actionError(invalid('Expected "actions" to be an array'), 0)
  const steps = request.actions.map(
    (action): Step =>
      (context, index) => {
        const outcomes: Outcome[] = []
        performAction(action, {
          read: (id) => context.workspace.read(id),
          apply: (mutation) => outcomes.push(...applyMutation(mutation, context, index)),
        })
        return outcomes
      },
  )
  return transact(parts, request, steps, actionError)
}

function transact(
  parts: TransactionParts,
  request: Omit<MutateRequest, 'mutations'> | ActionRequest,
  steps: readonly Step[],
  fail: Fail,
): Transacted {
  requireWrite(request.access, fail)
  const transactionId = request.transactionId ?? parts.ids()
  const problem = idProblem(transactionId)
  if (problem !== undefined) throw fail(invalid(problem.replaceAll('document id', 'transaction id')), 0)
  const now = request.now ?? parts.clock()

  const work = (): Transacted => {
    const {log} = parts
    const {dataset, identity, dryRun = false} = request
    if (log.has(dataset, transactionId)) throw transactionExists(transactionId)
    const workspace = openWorkspace(parts, dataset)
    const outcomes = runSteps(steps, contextOf(parts, request, {workspace, transactionId, now}), fail)
    workspace.flush()
    checkReferences(workspace, referenceIndex(parts, dataset), fail)

    const changes = workspace.changes()
    const transaction = {dataset, transactionId, timestamp: now.toISOString(), identity, documents: changes}
    const wantsDocuments = 'returnDocuments' in request && request.returnDocuments === true
    const results = outcomes.map(({id, operation}) => {
      const document = wantsDocuments ? workspace.read(id) : undefined
      return {id, operation, ...(document && {document})}
    })
    const result = {transactionId, results}
    if (dryRun) throw new DryRun({result})
    // Recorded even if nothing changed, so that its id cannot be used again.
    const sequence = log.append(transaction)
    return changes.length > 0 ? {result, committed: {...transaction, sequence}} : {result}
  }

  try {
    return parts.atomically(work)
  } catch (error) {
    if (error instanceof DryRun) return error.transacted
    throw error
  }
}

function openWorkspace({documents, select}: TransactionParts, dataset: string): Workspace {
  return new Workspace({
    read: (id) => documents.read(dataset, id),
    write: (document) => documents.write(dataset, document),
    remove: (id) => documents.remove(dataset, id),
    select: (query, params) => select(dataset, query, params),
  })
}

function referenceIndex({documents}: TransactionParts, dataset: string): ReferenceIndex {
  return {
    has: (id) => documents.has(dataset, id),
    strongReferrers: (id) => documents.referrers(dataset, id, {strong: true}),
  }
}

function contextOf(
  {ids}: TransactionParts,
  request: Omit<MutateRequest, 'mutations'> | ActionRequest,
  {workspace, transactionId, now}: {workspace: Workspace; transactionId: string; now: Date},
): MutationContext {
  return {
    workspace,
    stamp: {transactionId, now: secondsTimestamp(now)},
    newId: ids,
    ...('autoGenerateArrayKeys' in request &&
      request.autoGenerateArrayKeys && {newKey: () => ids().slice(0, 12)}),
  }
}

function runSteps(steps: readonly Step[], context: MutationContext, fail: Fail): Outcome[] {
  return steps.flatMap((step, index) => {
    try {
      return step(context, index)
    } catch (error) {
      throw error instanceof MutationFailure ? fail(error, index) : error
    }
  })
}

function requireWrite(access: Access, fail: Fail): void {
  if (access.kind !== 'editor') throw fail(insufficientPermission('update'), 0)
}
