/** The desk as users have it: a lake and the built Studio on one port, with a client beside them. */
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {getRequestListener} from '@hono/node-server'
import {createClient, type SanityClient} from '@sanity/client'
import {ensureStudio, studioApp} from '../../app/studio-files.ts'
import {buildStudioInProcess} from '../../app/studio-process.ts'
import {createLake, loopbackOrigins} from '../../lake/index.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** The address of the site in the Studio's settings; nothing is served there. */
export const SITE = 'http://site.localhost'
const API = /^\/(?:v(?:1|X|\d{4}-\d{2}-\d{2})|images|files)\//

export interface DeskOptions {
  /** Kept when the desk closes; absent: a folder of its own, removed then. */
  dataDir?: string
  /** 0 takes a free one. */
  port?: number
}

export interface Desk {
  /** Origin of the Studio and of the lake. */
  url: string
  /** Sees everything, raw: drafts beside published documents. */
  client: SanityClient
  close: () => Promise<void>
}

/** Starts the desk, on an empty dataset and a free port by default. Builds the Studio first if it is stale. */
export async function startDesk({dataDir: kept, port: wanted = 0}: DeskOptions = {}): Promise<Desk> {
  const outDir = join(ROOT, 'studio', 'dist')
  await ensureStudio({root: ROOT, outDir, settings: {}, build: buildStudioInProcess})
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'copydesk-desk-'))
  let port = 0
  const lake = createLake({dataDir, ownOrigins: () => loopbackOrigins(port)})
  const studio = studioApp(outDir, SITE)
  const server = createServer(
    {maxHeaderSize: 65_536},
    getRequestListener((request, connection) =>
      API.test(new URL(request.url).pathname) ? lake.app.fetch(request, connection) : studio.fetch(request),
    ),
  )
  lake.attach(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${port}`,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    token: lake.tokens.editor,
  })
  return {
    url: `http://localhost:${port}`,
    client,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      lake.close()
      await closed
      if (!kept) rmSync(dataDir, {recursive: true, force: true})
    },
  }
}
