import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {type ServedLake, type ServeOptions, serveLake} from '../../lake/server.ts'

export interface TestLake extends ServedLake {
  /** A client with the editor's token. */
  editor: SanityClient
  /** Ask the lake; a path begins with `/`. With `as`, by that token; without, anonymous. */
  ask: (path: string, init?: RequestInit & {as?: 'editor' | 'viewer'}) => Promise<Response>
  /** Ask, and read the answer as JSON. */
  read: (
    path: string,
    init?: RequestInit & {as?: 'editor' | 'viewer'},
  ) => Promise<{status: number; body: unknown}>
}

/** A lake on a free port, in a folder that is removed when it is closed. */
export async function startLake(options: Partial<ServeOptions> = {}): Promise<TestLake> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'lake-'))
  const served = await serveLake({dataDir, ...options})
  const {tokens} = served.lake
  const ask: TestLake['ask'] = (path, {as, ...init} = {}) => {
    const headers = new Headers(init.headers)
    if (as) headers.set('authorization', `Bearer ${tokens[as]}`)
    return fetch(served.url + path, {...init, headers})
  }
  const read: TestLake['read'] = async (path, init) => {
    const answer = await ask(path, init)
    return {status: answer.status, body: await answer.json()}
  }
  const editor = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: served.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    token: tokens.editor,
    maxRetries: 0,
  })
  const close = async () => {
    await served.close()
    if (options.dataDir === undefined) rmSync(dataDir, {recursive: true})
  }
  return {...served, editor, ask, read, close}
}

/** A POST of JSON. */
export function json(body: unknown): RequestInit {
  return {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}
}
