import {Hono} from 'hono'
import type {GuardEnv, Session} from '../guard/index.ts'
import {requireReader} from '../http/access.ts'
import {readJson} from '../http/body.ts'
import {listOf} from '../http/parameters.ts'
import {Problem} from '../http/problem.ts'
import type {UserSettings} from './user-settings.ts'

const TITLES: Readonly<Record<Session['role'], string>> = {
  administrator: 'Administrator',
  editor: 'Editor',
  viewer: 'Viewer',
  anonymous: 'Anonymous',
}

/** The users that histories of this lake name. */
const USERS: Readonly<Record<string, {displayName: string; role: Session['role']}>> = {
  'local-editor': {displayName: 'Local editor', role: 'administrator'},
  'token-editor': {displayName: 'Editor token', role: 'editor'},
  'token-viewer': {displayName: 'Viewer token', role: 'viewer'},
}

/**
 * A lake has no accounts. An editor assigns an article to a colleague by name, so every id of letters, digits and a few
 * signs is accepted as a user. The hosted API answers 404 here.
 */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u

const MAX_SETTINGS_BODY = 256 * 1024

/** `users/me` (its response tells the Studio that no login is needed), other users, and their stored settings. */
export function userRoutes(settings: UserSettings): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()

  app.get('/users/me', (context) => {
    const {identity, role, kind} = context.get('session')
    if (kind === 'anonymous') return context.json({})
    const name = USERS[identity]?.displayName ?? identity
    const roles = [{name: role, title: TITLES[role], description: ''}]
    return context.json({id: identity, name, email: '', profileImage: null, provider: 'local', role, roles})
  })

  app.get('/users/me/keyvalue/:keys?', (context) => {
    const {identity} = requireReader(context)
    const keys = context.req.param('keys')
    return context.json(settings.read(identity, keys === undefined ? undefined : listOf(keys)))
  })

  app.put('/users/me/keyvalue', async (context) => {
    const {identity} = requireReader(context)
    const pairs = await readJson(context.req.raw, MAX_SETTINGS_BODY)
    if (!Array.isArray(pairs) || !pairs.every(isPair))
      throw new Problem(400, 'Expected an array of {key, value}')
    return context.json(settings.write(identity, pairs))
  })

  app.get('/users/:ids', (context) => {
    requireReader(context)
    const ids = listOf(context.req.param('ids'))
    const users = ids.flatMap((id) => userOf(id) ?? [])
    if (ids.length > 1) return context.json(users)
    const [user] = users
    if (!user) throw new Problem(404, `User "${ids[0] ?? ''}" not found`)
    return context.json(user)
  })

  return app
}

function userOf(id: string) {
  const named = NAME.test(id) ? {displayName: id, role: 'viewer' as const} : undefined
  const user = Object.hasOwn(USERS, id) ? USERS[id] : named
  return (
    user && {
      id,
      displayName: user.displayName,
      email: '',
      imageUrl: null,
      profileImage: null,
      role: user.role,
    }
  )
}

function isPair(value: unknown): value is {key: string; value: unknown} {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'value' in value
  )
}
