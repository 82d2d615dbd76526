import {randomBytes} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {serveLake} from '../../../lake/server.ts'

/** A Content Lake that the contract is held against, by the clients that a program may have of it. */
export interface Target {
  /** Begins the id of every document a case makes, so that a shared dataset is left as it was. */
  prefix: string
  editor: SanityClient
  /** Is the anonymous client when there is no viewer. */
  viewer: SanityClient
  anonymous: SanityClient
  close: () => Promise<void>
}

export interface TargetFactory {
  name: string
  /** Whether it is opened with a viewer, whose cases are left out otherwise. */
  hasViewer: boolean
  open: () => Promise<Target>
}

const API_VERSION = '2025-02-19'

/** A lake in this process, in a folder of its own. */
export const embedded: TargetFactory = {
  name: 'embedded lake',
  hasViewer: true,
  open: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'contract-'))
    const served = await serveLake({dataDir})
    const of = (token?: string) =>
      client(
        {projectId: 'local', dataset: 'production', apiHost: served.url, useProjectHostname: false},
        token,
      )
    return {
      prefix: randomPrefix(),
      editor: of(served.lake.tokens.editor),
      viewer: of(served.lake.tokens.viewer),
      anonymous: of(),
      close: async () => {
        await served.close()
        rmSync(dataDir, {recursive: true})
      },
    }
  },
}

/** A public dataset of hosted Sanity, when its variables are set. */
export function hosted(env: NodeJS.ProcessEnv): TargetFactory[] {
  const {
    SANITY_CONTRACT_PROJECT_ID: projectId,
    SANITY_CONTRACT_DATASET: dataset,
    SANITY_CONTRACT_TOKEN: token,
  } = env
  if (!projectId || !dataset || !token) return []
  const viewerToken = env.SANITY_CONTRACT_VIEWER_TOKEN
  const open = async (): Promise<Target> => {
    const prefix = randomPrefix()
    const editor = client({projectId, dataset}, token)
    return {
      prefix,
      editor,
      viewer: client({projectId, dataset}, viewerToken),
      anonymous: client({projectId, dataset}),
      close: async () => {
        const mine = ['', 'drafts.', 'private.'].map((path) => `string::startsWith(_id, "${path}${prefix}")`)
        await editor.delete({query: `*[${mine.join(' || ')}]`})
      },
    }
  }
  return [{name: `hosted ${projectId}/${dataset}`, hasViewer: Boolean(viewerToken), open}]
}

function client(config: ClientConfig, token?: string): SanityClient {
  return createClient({
    ...config,
    useCdn: false,
    apiVersion: API_VERSION,
    maxRetries: 0,
    ...(token ? {token} : {}),
  })
}

function randomPrefix(): string {
  return `contract-${randomBytes(6).toString('hex')}`
}

/** What a rejected request answered with: the status, and the body's error. */
export async function refusal(request: Promise<unknown>): Promise<{statusCode: number; body: unknown}> {
  try {
    await request
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'statusCode' in error && 'response' in error) {
      const {statusCode, response} = error as {statusCode: number; response: {body: unknown}}
      return {statusCode, body: response.body}
    }
    throw error
  }
  throw new Error('Expected the request to be refused, but it was answered')
}
