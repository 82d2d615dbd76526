/** Articles that went through the pipeline, as the desk gets them: with places in the source, findings and suggestions. */
import {readFileSync} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import {parseScrape} from '../../ingest/parse/parse.ts'
import type {Drafted} from '../../ingest/store/draft/documents.ts'
import {draft} from '../../ingest/store/draft/draft.ts'

export interface ScrapedOptions {
  url: string
  /** The bundled sample unless given. */
  source?: string
}

const SEED = new URL('../fixtures/seed--taliban-recognition/input.txt', import.meta.url)

/** Parses a scrape and writes what it becomes; resolves to what was written. */
export async function scrapeArticle(client: SanityClient, {url, source}: ScrapedOptions): Promise<Drafted> {
  const bytes = source === undefined ? readFileSync(SEED) : Buffer.from(source)
  const contentType = source === undefined ? 'text/plain' : 'text/html; charset=utf-8'
  const scrape = {bytes, url, origin: 'test', contentType}
  const drafted = draft(scrape, parseScrape(scrape), 'test')
  const transaction = client.transaction()
  if (drafted.source) transaction.createIfNotExists(drafted.source)
  await transaction
    .createIfNotExists(drafted.scrape)
    .createOrReplace(drafted.article)
    .createOrReplace(drafted.review)
    .commit()
  return drafted
}
