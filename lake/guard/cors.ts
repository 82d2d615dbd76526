import type {Cors} from './decide.ts'

/** Response headers that a page may read in addition to the default ones. */
const EXPOSED =
  'Content-Length, Content-Type, ETag, Retry-After, X-Sanity-Shard, Server-Timing, Ratelimit-Remaining'
const DAY = 86_400

/**
 * The headers that let a page of an allowed origin read a response (Fetch standard, CORS protocol). The origin is
 * echoed, since `*` is not allowed with credentials.
 */
export function corsHeaders(cors: Cors, origin: string | null): Record<string, string> {
  if (cors === 'none' || origin === null) return {}
  if (cors === 'any') return {'access-control-allow-origin': '*'}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': EXPOSED,
  }
}

/** The headers of a preflight response besides {@link corsHeaders}: the requested headers and the allowed methods. */
export function preflightHeaders(cors: Cors, requestedHeaders: string | null): Record<string, string> {
  if (cors === 'none') return {}
  return {
    'access-control-allow-methods':
      cors === 'own' ? 'GET, HEAD, POST, PUT, PATCH, DELETE' : 'GET, HEAD, POST',
    'access-control-allow-headers': requestedHeaders ?? 'Authorization, Content-Type',
    'access-control-max-age': String(DAY),
  }
}
