import type {Cors} from './decide.ts'

/** Answer headers that a page may read besides the ones it always may. */
const EXPOSED =
  'Content-Length, Content-Type, ETag, Retry-After, X-Sanity-Shard, Server-Timing, Ratelimit-Remaining'
const DAY = 86_400

/**
 * The headers that let a page of an allowed origin read an answer (Fetch standard, CORS protocol). The origin is
 * echoed, since `*` does not go with credentials.
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

/** What a preflight is answered with besides {@link corsHeaders}: the headers it asked for, the methods its list may use. */
export function preflightHeaders(cors: Cors, requestedHeaders: string | null): Record<string, string> {
  if (cors === 'none') return {}
  return {
    'access-control-allow-methods':
      cors === 'own' ? 'GET, HEAD, POST, PUT, PATCH, DELETE' : 'GET, HEAD, POST',
    'access-control-allow-headers': requestedHeaders ?? 'Authorization, Content-Type',
    'access-control-max-age': String(DAY),
  }
}
