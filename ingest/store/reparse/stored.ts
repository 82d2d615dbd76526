/** Read a source and its articles from the lake. */
import type {SanityClient} from '@sanity/client'
import type {Scrape as ScrapeValue, Source} from '../../../schemas/sanity.types.ts'
import {domainOf, parseWebUrl} from '../draft/normalize-url.ts'
import type {Stored} from '../merge/reparse.ts'
import {ask} from '../write/ask.ts'

const SOURCE = /* groq */ `*[_type == "source" && !(_id in path("drafts.**")) && (_id == $name || $name in domains || $domain in domains)] | order(_id)[0]`
const ARTICLES = /* groq */ `*[_type == "article" && source._ref == $source]._id`
const SOURCES = /* groq */ `{
  "found": *[_id in $ids]{_id, "source": source._ref},
  "sources": *[_type == "source" && _id in *[_id in $ids].source._ref] | order(_id)
}`
const ARTICLE = /* groq */ `{
  "draft": *[_id == $draft][0],
  "published": *[_id == $id][0],
  "review": *[_id == $review][0],
  "scrape": *[_id == $review][0].scrape->
}`

/** The source with an id or domain; undefined if there is none. Throws `WriteError`. */
export async function findSource(
  client: SanityClient,
  name: string,
  signal?: AbortSignal,
): Promise<Source | undefined> {
  const address = parseWebUrl(name) ?? parseWebUrl(`https://${name}`)
  const params = {name, domain: address ? domainOf(address) : name}
  return ((await ask(client, SOURCE, params, optionsOf(signal))) as Source | null) ?? undefined
}

/** Published ids of a source's articles, also of drafts, in order. */
export async function articlesOf(
  client: SanityClient,
  source: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const ids = (await ask(client, ARTICLES, {source}, optionsOf(signal))) as string[]
  return [...new Set(ids.map((id) => id.replace(/^drafts\./, '')))].sort()
}

/**
 * The sources of some articles, each with its articles. An article that does not exist or has no source is left out.
 */
export async function sourcesOf(
  client: SanityClient,
  articles: readonly string[],
): Promise<Map<Source, string[]>> {
  const ids = articles.flatMap((id) => [id, `drafts.${id}`])
  const {found, sources} = (await ask(client, SOURCES, {ids}, optionsOf(undefined))) as {
    found: {_id: string; source: string | null}[]
    sources: Source[]
  }
  const own = new Map(found.map(({_id, source}) => [_id.replace(/^drafts\./, ''), source]))
  return new Map(
    sources.map((source) => [source, articles.filter((id) => own.get(id) === source._id)] as const),
  )
}

/** The stored documents of an article, as far as they exist, with its last scrape. */
export interface StoredWithScrape extends Partial<Stored> {
  scrape?: ScrapeValue
}

/** Read the documents of an article. Throws `WriteError`. */
export async function readArticle(
  client: SanityClient,
  id: string,
  signal?: AbortSignal,
): Promise<StoredWithScrape> {
  const params = {id, draft: `drafts.${id}`, review: `review.${id}`}
  const found = (await ask(client, ARTICLE, params, optionsOf(signal))) as Record<string, unknown>
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)) as StoredWithScrape
}

const optionsOf = (signal: AbortSignal | undefined) => ({tag: 'copydesk.reparse', ...(signal && {signal})})
