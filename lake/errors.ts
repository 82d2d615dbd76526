/** Errors of the Content Lake in the shapes of Sanity's API. */

/** One failed mutation or action, with its index in the request. */
export interface ErrorItem {
  index: number
  error: {type: string; description: string; [detail: string]: unknown}
}

/** An error of a request as a whole: `status` is the HTTP status, `body` the JSON body of the response. */
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

/**
 * A mutation or action that cannot be applied. Thrown without its index, which {@link mutationError} and {@link
 * actionError} add.
 */
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

/** The error of the whole request because of the mutation at `index`. */
export function mutationError(failure: MutationFailure, index: number): LakeError {
  return new LakeError(failure.status, {
    type: 'mutationError',
    description: `Mutation failed: ${failure.error.description}`,
    items: [{index, error: failure.error}],
  })
}

/** The error of the whole request because of the action at `index`. */
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

/** A transaction id that was used before (409). */
export function transactionExists(transactionId: string): LakeError {
  return new LakeError(409, {
    type: 'transactionAlreadyExistsError',
    description: `Transaction "${transactionId}" already exists; send a new transactionId or none`,
    transactionId,
  })
}

/** A malformed mutation or action (400); the description says what was expected. */
export function invalid(description: string): MutationFailure {
  return new MutationFailure(400, {type: 'validationError', description})
}

/** A document to create whose id is taken (409). */
export function alreadyExists(id: string): MutationFailure {
  return new MutationFailure(409, {
    type: 'documentAlreadyExistsError',
    description: `Document by ID "${id}" already exists`,
    id,
  })
}

/** A document to patch, delete or publish that does not exist (404). */
export function notFound(id: string): MutationFailure {
  return new MutationFailure(404, {
    type: 'documentNotFoundError',
    description: `The document with the ID "${id}" was not found`,
    id,
  })
}

/** A document that has another revision than the caller requires (409). */
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

/** A document to delete that others reference strongly (409). */
export function stillReferenced(id: string, referencingIDs: string[]): MutationFailure {
  const from = referencingIDs.map((each) => `"${each}"`).join(', ')
  return new MutationFailure(409, {
    type: 'documentHasExistingReferencesError',
    description: `Document "${id}" cannot be deleted as there are references to it from ${from}`,
    id,
    referencingIDs,
  })
}

/** A strong reference to a document that does not exist (409). */
export function missingReference(id: string, referenceID: string): MutationFailure {
  return new MutationFailure(409, {
    type: 'documentReferenceDoesNotExistError',
    description: `Document "${id}" references non-existent document "${referenceID}"`,
    id,
    referenceID,
  })
}

/** A caller who lacks a permission, such as `create` (403). */
export function insufficientPermission(permission: string): MutationFailure {
  return new MutationFailure(403, {
    type: 'insufficientPermissionsError',
    description: `Insufficient permissions; permission "${permission}" required`,
    permission,
  })
}
