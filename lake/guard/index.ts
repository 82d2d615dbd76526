import type {MiddlewareHandler} from 'hono'
import {type Connection, IDENTIFYING, isForwarded, isLoopbackAddress, peerOf} from './connection.ts'
import {corsHeaders, preflightHeaders} from './cors.ts'
import {type Caller, type Decision, decide, type Policy, type Refusal, type Session} from './decide.ts'
import {parseHost} from './host.ts'
import {exactOrigin} from './origin.ts'
import type {Tokens} from './tokens.ts'

export type {Connection} from './connection.ts'
export type {Caller, Refusal, Session} from './decide.ts'

export {exactOrigin, loopbackOrigins} from './origin.ts'
export {loadTokens, type Tokens} from './tokens.ts'

/** What the guard adds to a Hono context: `c.get('session')`. */
export interface GuardEnv {
  Bindings: Connection
  Variables: {session: Session}
}

/** Who may do what, as the operator configures it. */
export interface GuardOptions {
  /** Exact origins of our own pages. A function if they depend on a port that is not known yet. */
  ownOrigins: Iterable<string> | (() => Iterable<string>)
  /** Exact origins that may read published content from a browser. */
  readOrigins?: Iterable<string>
  /** Host names outside loopback that the operator serves, without port. */
  hosts?: Iterable<string>
  /** Whether the other end of a connection is this machine; by default, whether it has a loopback address. */
  isLocalPeer?: (address: string) => boolean
  tokens: Tokens
  /** Whether a route is public, so that any page may embed its responses. */
  isPublic?: (request: Request) => boolean
}

/** The guard in front of every route. */
export interface Guard {
  /** Refuses requests, answers preflights, adds CORS headers, and sets `session` for the routes behind it. */
  middleware: MiddlewareHandler<GuardEnv>
  /** The decision about a request, for routes outside of Hono. */
  accessOf: (request: Request, connection: Connection | undefined) => Session | Refusal
  /**
   * The decision about a WebSocket upgrade. Browsers send an Origin with it, which must be one of our
   * own.
   */
  accessOfUpgrade: (caller: Caller) => Session | Refusal
}

/**
 * Create the guard in front of every route, which checks Host, Origin and token (docs/lake.md, "Who may do what").
 *
 * @throws TypeError for an origin or host name that is not exact
 */
export function createGuard(options: GuardOptions): Guard {
  const readOrigins = new Set([...(options.readOrigins ?? [])].map(exactOrigin))
  const hosts = new Set([...(options.hosts ?? [])].map(exactHost))
  const own = ownOriginsOf(options.ownOrigins)
  const {tokens, isLocalPeer = isLoopbackAddress} = options
  const policy = (): Policy => ({ownOrigins: own(), readOrigins, hosts, isLocalPeer, tokens})
  const decideOn = (request: Request, connection: Connection | undefined) =>
    decide(callerOf(request.headers, connection), policy(), options.isPublic?.(request) ?? false)

  return {
    middleware: async (context, next) => {
      const decision = decideOn(context.req.raw, context.env)
      const origin = context.req.raw.headers.get('origin')
      const headers = corsHeaders(decision.cors, origin)
      if (isPreflight(context.req.raw) && decision.cors !== 'none') {
        const requested = context.req.header('access-control-request-headers') ?? null
        const allowed = {...headers, ...preflightHeaders(decision.cors, requested)}
        return context.body(null, 204, {...allowed, vary: 'Origin, Access-Control-Request-Headers'})
      }
      if ('refusal' in decision) {
        return context.json(refusalBody(decision.refusal), decision.refusal.status, {
          ...headers,
          vary: 'Origin',
        })
      }
      context.set('session', decision.session)
      await next()
      for (const [name, value] of Object.entries(headers)) context.header(name, value)
      context.header('vary', 'Accept-Encoding, Origin')
      return undefined
    },
    accessOf: (request, connection) => outcome(decideOn(request, connection)),
    accessOfUpgrade: (caller) => {
      const decision = decide(caller, policy())
      if ('session' in decision && decision.cors === 'read') {
        const message = 'WebSockets are for our own pages; read with HTTP requests.'
        return {status: 403, error: 'Forbidden', message}
      }
      return outcome(decision)
    },
  }
}

/** The body of a refusal, in the shape of Sanity's own. */
export function refusalBody({status, error, message, errorCode}: Refusal): Record<string, unknown> {
  return {statusCode: status, error, message, ...(errorCode === undefined ? {} : {errorCode})}
}

/** What a decision depends on. */
export function callerOf(headers: Headers, connection: Connection | undefined): Caller {
  return {
    peer: peerOf(connection),
    forwarded: isForwarded((name) => headers.has(name)),
    host: headers.get('host'),
    origin: headers.get('origin'),
    secFetchSite: headers.get('sec-fetch-site'),
    authorization: headers.get('authorization'),
  }
}

/** The headers of a request that say who is calling, for requests in its name. */
export const identifyingHeaders = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    IDENTIFYING.flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )

function outcome(decision: Decision): Session | Refusal {
  return 'refusal' in decision ? decision.refusal : decision.session
}

function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS'
}

function ownOriginsOf(origins: GuardOptions['ownOrigins']): () => ReadonlySet<string> {
  if (typeof origins === 'function') return () => new Set([...origins()].map(exactOrigin))
  const fixed = new Set([...origins].map(exactOrigin))
  return () => fixed
}

function exactHost(name: string): string {
  const host = parseHost(name)
  if (host && host.port === undefined) return host.name
  throw new TypeError(
    `Expected a host name without port, such as desk.example.com or [fd00::1], got \`${name}\`. Patterns are not allowed: list each name.`,
  )
}
