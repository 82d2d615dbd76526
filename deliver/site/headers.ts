import type {MiddlewareHandler} from 'hono'

/** Options of `headers`. */
export interface HeaderOptions {
  frameAncestors?: readonly string[] | undefined
  readOrigins?: readonly string[] | undefined
}

/**
 * Headers of every response. No script runs on these pages, whatever an article contains. Images may come from any host,
 * since an article may show them where its source keeps them.
 */
export function headers({frameAncestors = [], readOrigins = []}: HeaderOptions): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' http: https:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
  ].join('; ')
  return async (c, next) => {
    await next()
    const answer = c.res.headers
    answer.set('Content-Security-Policy', policy)
    answer.set('X-Content-Type-Options', 'nosniff')
    answer.set('Referrer-Policy', 'strict-origin-when-cross-origin')
    answer.set('Cross-Origin-Opener-Policy', 'same-origin')
    if (!answer.has('Cache-Control'))
      answer.set('Cache-Control', c.res.ok || c.res.status === 304 ? 'no-cache' : 'no-store')
    if (readOrigins.length === 0) return
    answer.append('Vary', 'Origin')
    const origin = c.req.header('Origin')
    if (origin && readOrigins.includes(origin)) answer.set('Access-Control-Allow-Origin', origin)
  }
}
