/** The ingest service as a process of its own, for tests that kill it. Prints its address once it serves. */
import {serve} from '@hono/node-server'
import {startIngestService} from '../../../../ingest/intake/service.ts'
import {readSettings} from '../../../../ingest/intake/settings.ts'
import {paragraph, parsed} from '../../store/draft/samples.ts'

const service = await startIngestService({
  settings: readSettings(process.env, process.cwd()),
  authorize: () => true,
  log: {info: () => undefined, warn: () => undefined, error: (_, message) => console.error(message)},
  parsePool: {
    // Slow enough to be killed in the middle.
    parse: async (scrape) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      const text = Buffer.from(scrape.bytes).toString()
      return parsed({title: text, body: [paragraph(text)]})
    },
    close: async () => undefined,
  },
})
serve({fetch: service.app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) => {
  console.log(`http://127.0.0.1:${port}`)
})
