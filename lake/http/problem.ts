import type {Context} from 'hono'
import {LakeError} from '../errors.ts'

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** The HTTP statuses of a {@link Problem}. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 500 | 503

/** An error response in the shape of Sanity's APIs other than the data API: `{statusCode, error, message}`. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: ProblemStatus
  readonly errorCode?: string

  constructor(status: ProblemStatus, message: string, errorCode?: string) {
    super(message)
    this.status = status
    if (errorCode !== undefined) this.errorCode = errorCode
  }
}

/**
 * The response for an error that a route threw. An unexpected error is logged, and the response has none of its
 * details.
 */
export function problemResponse(error: unknown, context: Context, log: (error: unknown) => void): Response {
  if (error instanceof LakeError) return Response.json(error.body, {status: error.status})
  if (error instanceof Problem) return problemJson(error)
  if (isGone(context.req.raw)) return new Response(null, {status: 400})
  log(error)
  return problemJson(new Problem(500, 'The lake failed on this request; see its log'))
}

function problemJson({status, message, errorCode}: Problem): Response {
  const code = errorCode === undefined ? {} : {errorCode}
  return Response.json({statusCode: status, error: NAMES[status], message, ...code}, {status})
}

/** Whether the client has disconnected, so that reading its request failed. */
function isGone(request: Request): boolean {
  return request.signal.aborted
}
