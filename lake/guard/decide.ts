import type {Access} from '../types.ts'
import {isLoopback, parseHost} from './host.ts'
import {roleOf, type TokenRole, type Tokens} from './tokens.ts'

/** A caller and its rights (`kind`). `identity` is the user id that histories record. */
export interface Session extends Access {
  identity: string
  role: 'administrator' | TokenRole | 'anonymous'
}

/** What a decision depends on: the headers as received, and the connection that they came through. */
export interface Caller {
  /** Address of the other end of the connection; null where it is not known. */
  peer: string | null
  /** Whether a proxy sent the request on. */
  forwarded: boolean
  host: string | null
  origin: string | null
  secFetchSite: string | null
  authorization: string | null
}

/** Who may do what, as the operator configured it. */
export interface Policy {
  /** Origins of our own pages, such as the Studio. On loopback, requests from them act as the local editor. */
  ownOrigins: ReadonlySet<string>
  /** Origins of site developers, which may read and never write. */
  readOrigins: ReadonlySet<string>
  /** Host names besides loopback that the operator serves; each request to them needs a token. */
  hosts: ReadonlySet<string>
  /** Whether the other end of a connection is this machine, so that its own pages need no token. */
  isLocalPeer: (address: string) => boolean
  tokens: Tokens
}

/** Which pages may read the response: `any` for public routes, without credentials. */
export type Cors = 'own' | 'read' | 'any' | 'none'

/** Why a request is refused, with the status of the response. */
export interface Refusal {
  status: 400 | 401 | 403
  error: string
  message: string
  errorCode?: string
}

/** The caller, or why the request is refused. */
export type Decision = {session: Session; cors: Cors} | {refusal: Refusal; cors: Cors}

const LOCAL_EDITOR: Session = {kind: 'editor', role: 'administrator', identity: 'local-editor'}
const ANONYMOUS: Session = {kind: 'anonymous', role: 'anonymous', identity: '<anonymous>'}
const BY_TOKEN: Readonly<Record<TokenRole, Session>> = {
  editor: {kind: 'editor', role: 'editor', identity: 'token-editor'},
  viewer: {kind: 'viewer', role: 'viewer', identity: 'token-viewer'},
}

/**
 * Decide who is calling. The order matters. A foreign Host is refused first: with DNS rebinding, a page of another site
 * can get our address, but not our name. Then an Origin that is not listed is refused, then the token is checked, and
 * last what a browser on this machine may do without one. Anyone can send any header, so that a browser counts as one of
 * this machine only if its connection comes from here, and no proxy sent the request on.
 *
 * @param isPublic - whether the route is public (assets), so that any page may embed it
 */
export function decide(caller: Caller, policy: Policy, isPublic = false): Decision {
  const cors = corsOf(caller.origin, policy, isPublic)
  const host = parseHost(caller.host)
  if (!host)
    return refuse(
      'none',
      400,
      'Bad Request',
      `Expected a Host header such as localhost:3333, got ${quote(caller.host)}.`,
    )
  const onLoopback = isLoopback(host.name)
  if (!onLoopback && !policy.hosts.has(host.name)) {
    return refuse(
      'none',
      403,
      'Forbidden',
      `Host ${quote(host.name)} is not served here. Use localhost, or add the name to the list of hosts in the settings.`,
    )
  }
  if (caller.origin !== null && cors === 'none') {
    return refuse(
      'none',
      403,
      'Forbidden',
      `Origin ${quote(caller.origin)} is not listed. If it is one of your sites, add it to the read-only origins in the settings.`,
    )
  }
  if (caller.authorization !== null) return byToken(caller.authorization, policy.tokens, cors)
  if (!onLoopback) {
    return refuse(
      cors,
      401,
      'Unauthorized',
      `Host ${quote(host.name)} is outside loopback, so a token is required.`,
    )
  }
  return {session: isLocal(caller, policy) && isOwnPage(caller, cors) ? LOCAL_EDITOR : ANONYMOUS, cors}
}

function corsOf(origin: string | null, policy: Policy, isPublic: boolean): Cors {
  if (origin !== null && policy.ownOrigins.has(origin)) return 'own'
  if (origin !== null && policy.readOrigins.has(origin)) return 'read'
  return isPublic ? 'any' : 'none'
}

const isLocal = ({peer, forwarded}: Caller, {isLocalPeer}: Policy): boolean =>
  peer !== null && !forwarded && isLocalPeer(peer)

/**
 * A browser sends no Origin with a same-origin GET, but `Sec-Fetch-Site: same-origin`, a header that no page can set.
 * If there is an Origin, only the list decides.
 */
function isOwnPage(caller: Caller, cors: Cors): boolean {
  return caller.origin === null ? caller.secFetchSite === 'same-origin' : cors === 'own'
}

function byToken(authorization: string, tokens: Tokens, cors: Cors): Decision {
  const candidate = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  const role = candidate === undefined ? undefined : roleOf(tokens, candidate)
  if (!role) return refuse(cors, 401, 'Unauthorized', 'Session not found', 'SIO-401-ANF')
  const session = BY_TOKEN[role]
  // A page that may only read cannot write, whatever token it sends.
  const readsOnly = (cors === 'read' || cors === 'any') && session.kind === 'editor'
  return {session: readsOnly ? {...session, kind: 'viewer'} : session, cors}
}

function refuse(
  cors: Cors,
  status: Refusal['status'],
  error: string,
  message: string,
  errorCode?: string,
): Decision {
  return {refusal: {status, error, message, ...(errorCode === undefined ? {} : {errorCode})}, cors}
}

function quote(value: string | null): string {
  return value === null ? 'none' : `"${value.slice(0, 200)}"`
}
