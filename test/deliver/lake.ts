import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {createDeliverClient} from '../../deliver/client.ts'
import {serveLake} from '../../lake/server.ts'

export interface TestLake {
  url: string
  /** Reads what is published, anonymously, as a site does. */
  site: SanityClient
  /** The same with a viewer's token. */
  viewer: SanityClient
  /** Writes. */
  editor: SanityClient
  close: () => Promise<void>
}

/** A real lake on a real port, in a folder of its own. */
export async function startLake(): Promise<TestLake> {
  const dataDir = await mkdtemp(join(tmpdir(), 'deliver-lake-'))
  const served = await serveLake({dataDir, port: 0})
  const settings = {projectId: 'local', dataset: 'production', apiHost: served.url}
  const {editor, viewer} = served.lake.tokens
  return {
    url: served.url,
    site: createDeliverClient(settings),
    viewer: createDeliverClient({...settings, token: viewer}),
    editor: createClient({
      ...settings,
      token: editor,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      perspective: 'raw',
    }),
    close: async () => {
      await served.close()
      await rm(dataDir, {recursive: true, force: true})
    },
  }
}
