/** Checks of mutations, which come from outside and may have any shape. */
import {OPERATION_NAMES} from '../apply/patch.ts'
import {invalid} from '../errors.ts'
import {idProblem} from '../model/ids.ts'
import type {DocumentInput, Mutation, Selection} from '../types.ts'

/** Deepest nesting of objects and arrays in a document. */
const MAX_DEPTH = 100

const MUTATION_KINDS = ['create', 'createOrReplace', 'createIfNotExists', 'delete', 'patch'] as const
/** The kinds of mutations. */
export type MutationKind = (typeof MUTATION_KINDS)[number]

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** The kind of a mutation. */
export function kindOf(mutation: Mutation): MutationKind {
  if (!isRecord(mutation)) throw invalid(`Expected a mutation to be an object, got ${show(mutation)}`)
  const [kind, ...more] = Object.keys(mutation)
  const known = MUTATION_KINDS.find((each) => each === kind)
  if (!known || more.length > 0) {
    throw invalid(
      `Expected a mutation with one of ${MUTATION_KINDS.join(', ')}, got ${show(Object.keys(mutation))}`,
    )
  }
  return known
}

/** Check a document to create. Its id is checked separately, since it may be generated. */
export function checkInput(input: unknown): DocumentInput {
  if (!isRecord(input)) throw invalid(`Expected a document to be an object, got ${show(input)}`)
  if (typeof input._type !== 'string' || input._type === '') {
    throw invalid(`Expected document "${String(input._id)}" to have a _type, got ${show(input._type)}`)
  }
  checkDepth(input)
  return input as DocumentInput
}

/** Check a document id. Throws MutationFailure if it is not valid. */
export function checkId(id: unknown): string {
  const problem = idProblem(id)
  if (problem !== undefined) throw invalid(problem)
  return id as string
}

/** Check the operations of a patch, without the fields that select documents. */
export function checkOperations(patch: Record<string, unknown>, otherNames: readonly string[]): void {
  for (const name of Object.keys(patch)) {
    if (!OPERATION_NAMES.has(name) && !otherNames.includes(name)) {
      throw invalid(`Unknown patch operation "${name}"; known are ${[...OPERATION_NAMES].join(', ')}`)
    }
  }
  checkDepth(patch)
}

/** Ids of the documents that a mutation selects. */
export function selectedIds(
  selection: Selection,
  select: (query: string, params: Record<string, unknown>) => string[],
): string[] {
  const {id, query, params} = selection
  if (query !== undefined && id !== undefined) throw invalid('Expected "id" or "query", got both')
  if (query !== undefined) {
    if (typeof query !== 'string') throw invalid(`Expected query to be a string, got ${show(query)}`)
    if (params !== undefined && !isRecord(params))
      throw invalid(`Expected params to be an object, got ${show(params)}`)
    return select(query, params ?? {})
  }
  if (Array.isArray(id)) return id.map(checkId)
  return [checkId(id)]
}

/** Check a required revision; undefined if there is none. Throws MutationFailure if it is not a string. */
export function checkRevision(revision: unknown): string | undefined {
  if (revision === undefined || revision === null) return undefined
  if (typeof revision !== 'string') throw invalid(`Expected a revision to be a string, got ${show(revision)}`)
  return revision
}

function checkDepth(value: unknown): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw invalid(`Expected nesting of at most ${MAX_DEPTH} levels`)
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
}
