import {readFile} from 'node:fs/promises'
import type {IngestService} from '../ingest/intake/service.ts'
import {lakeWithToken, type Settings} from '../ingest/intake/settings.ts'
import {createLakeClient} from '../ingest/store/write/client.ts'

const SAMPLE = new URL('./sample/article.txt', import.meta.url)

/**
 * Ingest the bundled sample into a dataset without articles, so that the first start has something to show. It is only
 * written to the embedded lake, never to a hosted dataset.
 */
export async function ingestSample(
  ingest: IngestService,
  settings: Settings,
  say: (line: string) => void,
): Promise<void> {
  if (settings.target !== 'local') return
  const client = createLakeClient(lakeWithToken(settings))
  if ((await client.fetch<number>('count(*[_type in ["article", "review"]])')) > 0) return
  const {id, state} = await ingest.accept({
    bytes: await readFile(SAMPLE),
    contentType: 'text/plain; charset=utf-8',
    origin: 'sample',
  })
  // The ledger has it, so it existed and was deleted since. It is not created again.
  if (state === 'done' || state === 'unchanged') return
  await ingest.onIdle()
  const entry = ingest.ledger.get(id)
  if (entry?.state === 'done') say('The dataset was empty, so the bundled sample article was ingested.')
  else
    say(
      `The bundled sample could not be ingested: ${entry?.reason?.message ?? `it is ${entry?.state ?? 'unknown'}`}`,
    )
}
