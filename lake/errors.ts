/**
 * Errors of the Content Lake in the shapes of Sanity's API: `status` is the HTTP status, `body` the JSON body.
 */

/** One failed mutation or action, by its place in the request. */
export interface ErrorItem {
  index: number
  error: {type: string; description: string; [detail: string]: unknown}
}

export class LakeError extends Error {
  override name = 'LakeError'
  readonly status: number
  readonly body: {error: {type: string; description: string; [detail: string]: unknown}}

  constructor(status: number, error: {type: string; description: string; [detail: string]: unknown}) {
    super(error.description)
    this.status = status
    this.body = {error}
  }
}

/** A mutation that cannot be done. Thrown without its place; `mutationError` adds that. */
export class MutationFailure extends Error {
  override name = 'MutationFailure'
  readonly status: number
  readonly error: ErrorItem['error']

  constructor(status: number, error: ErrorItem['error']) {
    super(error.description)
    this.status = status
    this.error = error
  }
}

/** The whole request's error for the mutation at `index`. */
export function mutationError(failure: MutationFailure, index: number): LakeError {
  return new LakeError(failure.status, {
    type: 'mutationError',
    description: `Mutation failed: ${failure.error.description}`,
    items: [{index, error: failure.error}],
  })
}

export function actionError(failure: MutationFailure, index: number): LakeError {
  return new LakeError(failure.status, {
    type: 'actionError',
    description: `Action failed: ${failure.error.description}`,
    items: [{index, error: failure.error}],
  })
}

/** A query that cannot be parsed or run; `start` and `end` are UTF-16 offsets in it. */
export function queryParseError(query: string, description: string, start: number, end: number): LakeError {
  return new LakeError(400, {type: 'queryParseError', description, query, start, end})
}

export function transactionExists(transactionId: string): LakeError {
  return new LakeError(409, {
    type: 'transactionAlreadyExistsError',
    description: `Transaction "${transactionId}" already exists; send a new transactionId or none`,
    transactionId,
  })
}

export function invalid(description: string): MutationFailure {
  return new MutationFailure(400, {type: 'validationError', description})
}

export function alreadyExists(id: string): MutationFailure {
  return new MutationFailure(409, {
    type: 'documentAlreadyExistsError',
    description: `Document by ID "${id}" already exists`,
    id,
  })
}

export function notFound(id: string): MutationFailure {
  return new MutationFailure(404, {
    type: 'documentNotFoundError',
    description: `The document with the ID "${id}" was not found`,
    id,
  })
}

export function unexpectedRevision(
  id: string,
  current: string | undefined,
  expected: string,
): MutationFailure {
  return new MutationFailure(409, {
    type: 'documentRevisionIDDoesNotMatchError',
    description: `Document "${id}" has unexpected revision ID ("${current ?? ''}"), expected "${expected}"`,
    currentRevisionID: current ?? '',
    expectedRevisionID: expected,
    id,
  })
}

export function stillReferenced(id: string, referencingIDs: string[]): MutationFailure {
  const from = referencingIDs.map((each) => `"${each}"`).join(', ')
  return new MutationFailure(409, {
    type: 'documentHasExistingReferencesError',
    description: `Document "${id}" cannot be deleted as there are references to it from ${from}`,
    id,
    referencingIDs,
  })
}

export function missingReference(id: string, referenceID: string): MutationFailure {
  return new MutationFailure(409, {
    type: 'documentReferenceDoesNotExistError',
    description: `Document "${id}" references non-existent document "${referenceID}"`,
    id,
    referenceID,
  })
}

export function insufficientPermission(permission: string): MutationFailure {
  return new MutationFailure(403, {
    type: 'insufficientPermissionsError',
    description: `Insufficient permissions; permission "${permission}" required`,
    permission,
  })
}
