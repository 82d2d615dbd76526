import type {Context} from 'hono'
import type {GuardEnv, Session} from '../guard/index.ts'
import {Problem} from './problem.ts'

/**
 * The session of a caller that may read private documents.
 *
 * @throws Problem 401 for an anonymous caller
 */
export function requireReader(context: Context<GuardEnv>): Session {
  const session = context.get('session')
  if (session.kind !== 'anonymous') return session
  throw new Problem(
    401,
    'A token is required here: send one of tokens.json as `Authorization: Bearer …`',
    'SIO-401-ANF',
  )
}

/**
 * The session of a caller that may write.
 *
 * @throws Problem 401 for an anonymous caller, 403 for one that may only read
 */
export function requireEditor(context: Context<GuardEnv>): Session {
  const session = requireReader(context)
  if (session.kind === 'editor') return session
  throw new Problem(403, `Insufficient permissions: ${session.role} may read, not write here`)
}
