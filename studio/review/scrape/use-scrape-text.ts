import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {decodeScrape, type StoredScrape} from './decode-scrape.ts'

/** A scrape document. */
export interface ScrapeInfo extends StoredScrape {
  url?: string
  origin: string
  contentType?: string
  size: number
}

/** The state of loading a scrape. The text is undefined if it was too large to store. */
export type ScrapeText =
  | {state: 'loading'}
  | {state: 'missing'}
  | {state: 'failed'; reason: string}
  | {state: 'loaded'; scrape: ScrapeInfo; text: string | undefined}

/** Loads the text of a scrape, once, because scrapes never change. */
export function useScrapeText(scrapeId: string | undefined): ScrapeText {
  const client = useClient({apiVersion: API_VERSION})
  const [result, setResult] = useState<ScrapeText>({state: 'loading'})
  useEffect(() => {
    if (!scrapeId) return setResult({state: 'missing'})
    let current = true
    const load = async (): Promise<ScrapeText> => {
      const scrape = await client.getDocument<ScrapeInfo>(scrapeId, {tag: 'copydesk.source'})
      return scrape ? {state: 'loaded', scrape, text: await decodeScrape(scrape)} : {state: 'missing'}
    }
    setResult({state: 'loading'})
    load()
      .catch(
        (error): ScrapeText => ({
          state: 'failed',
          reason: messageOf(error),
        }),
      )
      .then((loaded) => {
        if (current) setResult(loaded)
      })
    return () => {
      current = false
    }
  }, [client, scrapeId])
  return result
}
