/**
 * A Content Lake in memory that fails on command: what the real ones do only now and then. It speaks just what the
 * pipeline says: queries, `create`, `createIfNotExists`, and patches of the pipeline's own making.
 */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {createClient, type SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'
import {DATASET_API_VERSION} from '../../../../schemas/names.ts'

/** What goes wrong with one mutation request. `applied`: the transaction takes effect nevertheless. */
export interface Fault {
  applied: boolean
  answer:
    | {status: number; body?: unknown; headers?: Record<string, string>}
    /** The connection closes without an answer, or in the middle of one. */
    | 'reset'
    | 'cut'
    /** No answer at all. */
    | 'hang'
}

interface StoredDocument {
  _id: string
  _rev: string
  [field: string]: unknown
}

export interface FakeLake {
  url: string
  documents: Map<string, StoredDocument>
  /** Faults of the next mutation requests, in order; `undefined` lets one pass. */
  faults: (Fault | undefined)[]
  /** The same for queries. */
  queryFaults: (Fault | undefined)[]
  /** Mutation requests that arrived. */
  mutations: {at: number; body: {mutations: Record<string, unknown>[]; transactionId: string}}[]
  queries: number
  /** Called before each mutation is applied: the place of another writer. */
  beforeMutation: () => void
  client(options?: {timeout?: number}): SanityClient
  close(): Promise<void>
}

class Refused extends Error {
  readonly type: string
  constructor(type: string, id: string) {
    super(`${type}: ${id}`)
    this.type = type
  }
}

export async function startFakeLake(): Promise<FakeLake> {
  const documents = new Map<string, StoredDocument>()
  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fake: FakeLake = {
    url,
    documents,
    faults: [],
    queryFaults: [],
    mutations: [],
    queries: 0,
    beforeMutation: () => undefined,
    client: ({timeout = 2000} = {}) =>
      createClient({
        projectId: 'local',
        dataset: 'production',
        apiHost: url,
        useProjectHostname: false,
        useCdn: false,
        token: 'token',
        perspective: 'raw',
        apiVersion: DATASET_API_VERSION,
        maxRetries: 0,
        timeout,
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', url)
    if (address.pathname.includes('/data/query/')) {
      fake.queries += 1
      const fault = fake.queryFaults.shift()
      if (fault) return fail(response, fault)
      const params: Record<string, unknown> = {}
      for (const [name, value] of address.searchParams) {
        if (name.startsWith('$')) params[name.slice(1)] = JSON.parse(value)
      }
      const tree = parse(address.searchParams.get('query') ?? '', {params})
      const result: unknown = await (await evaluate(tree, {dataset: [...documents.values()], params})).get()
      return answer(response, 200, {result, ms: 1})
    }
    const body = JSON.parse(await textOf(request))
    fake.mutations.push({at: Date.now(), body})
    const fault = fake.faults.shift()
    if (fault && !fault.applied) return fail(response, fault)
    fake.beforeMutation()
    try {
      const next = new Map(documents)
      for (const mutation of body.mutations) apply(next, mutation, body.transactionId)
      documents.clear()
      for (const [id, document] of next) documents.set(id, document)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const items = [{index: 0, error: {type: error.type, description: error.message}}]
      return answer(response, 409, {error: {type: 'mutationError', description: error.message, items}})
    }
    if (fault) return fail(response, fault)
    return answer(response, 200, {transactionId: body.transactionId, results: []})
  }

  return fake
}

function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const isText = typeof body === 'string'
  response.writeHead(status, {'content-type': isText ? 'text/html' : 'application/json', ...headers})
  response.end(isText ? body : JSON.stringify(body))
}

function fail(response: ServerResponse, {answer: how}: Fault): void {
  if (how === 'hang') return
  if (how === 'reset') response.socket?.resetAndDestroy()
  else if (how === 'cut') {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': '1000'})
    response.write('{"transac')
    setTimeout(() => response.destroy(), 20)
  } else answer(response, how.status, how.body ?? {error: {description: 'a fault'}}, how.headers)
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

interface Patch {
  id: string
  ifRevisionID?: string
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  insert?: {after: string; items: unknown[]}
}

/** What the pipeline sends; each has one of them. */
interface Mutation {
  create?: StoredDocument
  createIfNotExists?: StoredDocument
  patch?: Patch
}

function apply(documents: Map<string, StoredDocument>, mutation: Mutation, transactionId: string): void {
  const made = mutation.create ?? mutation.createIfNotExists
  if (made) {
    if (!documents.has(made._id)) documents.set(made._id, {...made, _rev: transactionId})
    else if (mutation.create) throw new Refused('documentAlreadyExistsError', made._id)
    return
  }
  const value = mutation.patch
  if (!value) throw new Error(`The pipeline must not send ${Object.keys(mutation).join(', ')}`)
  const before = documents.get(value.id)
  if (!before) throw new Refused('documentNotFoundError', value.id)
  if (value.ifRevisionID && value.ifRevisionID !== before._rev) {
    throw new Refused('documentRevisionIDDoesNotMatchError', value.id)
  }
  const after: StoredDocument = {...value.setIfMissing, ...before, ...value.set, _rev: transactionId}
  if (value.insert) {
    const name = value.insert.after.replace(/\[-1\]$/, '')
    after[name] = [...(after[name] as unknown[]), ...value.insert.items]
  }
  documents.set(value.id, after)
}
