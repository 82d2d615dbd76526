import {InsertError} from '../apply/insert.ts'
import {applyPatch, PatchError} from '../apply/patch.ts'
import {PathSyntaxError} from '../apply/path/parse.ts'
import {alreadyExists, invalid, notFound, unexpectedRevision} from '../errors.ts'
import type {Delete, DocumentInput, Mutation, MutationOperation, Patch, SanityDocument} from '../types.ts'
import {addKeys} from './keys.ts'
import {type Stamp, stampNew, stampPatched} from './system-attributes.ts'
import {
  checkId,
  checkInput,
  checkOperations,
  checkRevision,
  kindOf,
  type MutationKind,
  selectedIds,
} from './validate.ts'
import type {Workspace} from './workspace.ts'

/** What a mutation works with. */
export interface MutationContext {
  workspace: Workspace
  stamp: Stamp
  newId: () => string
  /** Returns a new key; if given, objects in arrays without a key get one. */
  newKey?: () => string
}

/** What a mutation did to one document. */
export interface Outcome {
  id: string
  operation: MutationOperation
}

type Run = (argument: never, context: MutationContext, index: number) => Outcome[]

const KINDS: {[Kind in MutationKind]: Run} = {
  create: (input: DocumentInput, context, index) => {
    const document = prepare(input, context)
    if (context.workspace.read(document._id)) throw alreadyExists(document._id)
    return put('create', document, context, index)
  },
  createOrReplace: (input: DocumentInput, context, index) =>
    put('createOrReplace', prepare(input, context), context, index),
  createIfNotExists: (input: DocumentInput, context, index) => {
    const document = prepare(input, context)
    if (context.workspace.read(document._id)) return [{id: document._id, operation: 'none'}]
    return put('createIfNotExists', document, context, index)
  },
  delete: (selection: Delete, context, index) => {
    const ids = selectedIds(selection ?? {}, (query, params) => context.workspace.select(query, params))
    const expected = checkRevision(selection.ifRevisionID)
    return ids.map((id) => {
      const before = context.workspace.read(id)
      if (expected !== undefined && before?._rev !== expected)
        throw unexpectedRevision(id, before?._rev, expected)
      if (!before) return {id, operation: 'none'}
      context.workspace.set(id, undefined, {delete: {id}}, index)
      return {id, operation: 'delete'}
    })
  },
  patch: (patch: Patch, context, index) => {
    const {id: _id, query: _query, params: _params, ifRevisionID, ...operations} = patch ?? {}
    checkOperations(operations, [])
    const ids = selectedIds(patch ?? {}, (query, params) => context.workspace.select(query, params))
    const expected = checkRevision(ifRevisionID)
    return ids.map((id) => {
      const before = context.workspace.read(id)
      if (!before) throw notFound(id)
      if (expected !== undefined && before._rev !== expected)
        throw unexpectedRevision(id, before._rev, expected)
      const filled = context.newKey ? addKeys(operations, context.newKey) : operations
      const after = patched(before, filled, context)
      context.workspace.set(
        id,
        after,
        {patch: {id, ...(expected !== undefined && {ifRevisionID: expected}), ...filled}},
        index,
      )
      return {id, operation: 'update'}
    })
  },
}

/**
 * Apply one mutation to the workspace.
 *
 * @throws MutationFailure if it cannot be applied; the workspace must then be discarded
 */
export function applyMutation(mutation: Mutation, context: MutationContext, index: number): Outcome[] {
  const kind = kindOf(mutation)
  return KINDS[kind]((mutation as Record<MutationKind, unknown>)[kind] as never, context, index)
}

function prepare(raw: DocumentInput, context: MutationContext): DocumentInput & {_id: string} {
  const input = checkInput(raw)
  const given = input._id
  const id =
    given === undefined || given === null || given === ''
      ? context.newId()
      : // A trailing dot makes it a prefix: `py.` requests a new id that starts with `py.`.
        typeof given === 'string' && given.endsWith('.')
        ? given + context.newId()
        : given
  return {...(context.newKey ? addKeys(input, context.newKey) : input), _id: checkId(id)}
}

function put(
  kind: 'create' | 'createOrReplace' | 'createIfNotExists',
  document: DocumentInput & {_id: string},
  {workspace, stamp}: MutationContext,
  index: number,
): Outcome[] {
  const replaced = workspace.read(document._id)
  const after = stampNew(document, document._id, stamp, replaced)
  workspace.set(document._id, after, {[kind]: after} as unknown as Mutation, index)
  return [{id: document._id, operation: replaced ? 'update' : 'create'}]
}

function patched(before: SanityDocument, operations: Patch, {stamp}: MutationContext): SanityDocument {
  try {
    return stampPatched(applyPatch<Record<string, unknown>>(before, operations), before, stamp)
  } catch (error) {
    if (error instanceof PathSyntaxError || error instanceof PatchError || error instanceof InsertError) {
      throw invalid(error.message)
    }
    throw error
  }
}
