import type {WebSocket} from 'ws'
import type {Session} from '../guard/index.ts'

/** Name of the notification that the Studio's presence store (bifur-client) subscribes to. */
const SUBSCRIPTION = 'presence_subscription'
const POLICY_VIOLATION = 1008

interface Client {
  session: Session
  send: (message: object) => void
  /** Id of the subscription; absent until the client subscribes. */
  subscription?: string
  /** The session that the client last announced, so that its end can be announced when the socket closes. */
  sessionId?: string
}

/** The session of the token in an `Authorization` header; undefined for an unknown token. */
export type BearerOf = (authorization: string) => Session | undefined

interface Call {
  id?: string | number
  method: string
  params: Record<string, unknown>
}

/**
 * Presence: who is where in the Studio. It is JSON-RPC over WebSocket. Each message is sent on to all other clients of
 * the dataset, and nothing is stored. A new client sends a roll call, which every Studio answers with its state.
 */
export function createPresence(): {
  join: (socket: WebSocket, dataset: string, session: Session, bearerOf: BearerOf) => void
} {
  const rooms = new Map<string, Set<Client>>()

  const broadcast = (room: Set<Client>, sender: Client, event: Record<string, unknown>) => {
    for (const client of room) {
      if (client === sender || client.subscription === undefined) continue
      const params = {subscription: client.subscription, result: {...event, i: sender.session.identity}}
      client.send({jsonrpc: '2.0', method: SUBSCRIPTION, params})
    }
  }

  const join = (socket: WebSocket, dataset: string, session: Session, bearerOf: BearerOf) => {
    if (session.kind === 'anonymous') return socket.close(POLICY_VIOLATION, 'A token is required here')
    const room = rooms.get(dataset) ?? new Set<Client>()
    rooms.set(dataset, room)
    const client: Client = {session, send: (message) => socket.send(JSON.stringify(message))}
    room.add(client)
    const leave = () => {
      if (client.sessionId !== undefined) broadcast(room, client, disconnected(client.sessionId))
      delete client.sessionId
    }

    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      room.delete(client)
      leave()
      if (room.size === 0) rooms.delete(dataset)
    })
    socket.on('message', (data) => {
      const call = parseCall(String(data))
      if (!call) return socket.close(POLICY_VIOLATION, 'Expected a JSON-RPC 2.0 call')
      const {id, method, params} = call
      const answer = (result: unknown) =>
        id === undefined ? undefined : client.send({jsonrpc: '2.0', id, result})
      // A browser cannot send headers with a socket, so the Studio sends its editor's token here.
      if (method === 'authorization') {
        const bearer = bearerOf(String(params.authorization ?? ''))
        if (!bearer || bearer.kind === 'anonymous')
          return socket.close(POLICY_VIOLATION, 'The token is unknown')
        client.session = bearer
      }
      if (method === 'presence_subscribe') {
        client.subscription = `presence-${String(id)}`
        return answer(client.subscription)
      }
      if (method === 'presence_unsubscribe') delete client.subscription
      if (method === 'presence_rollcall') broadcast(room, client, {type: 'rollCall', session: params.session})
      if (method === 'presence_announce') {
        const state = isObject(params.data) ? params.data : {}
        if (typeof state.sessionId === 'string') client.sessionId = state.sessionId
        broadcast(room, client, {type: 'state', m: state})
      }
      if (method === 'presence_disconnect') leave()
      return answer('ok')
    })
  }
  return {join}
}

function disconnected(session: string) {
  return {type: 'disconnect', m: {session}}
}

function parseCall(text: string): Call | undefined {
  const value = parseJson(text)
  if (!isObject(value) || typeof value.method !== 'string') return undefined
  const {id, method, params} = value
  const hasId = typeof id === 'string' || typeof id === 'number'
  return {...(hasId ? {id} : {}), method, params: isObject(params) ? params : {}}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The caller closes the socket with the reason.
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
