/** The extraction profile for the site of a URL. Editors can change it at any time, so it is read for each page. */
import type {SanityClient} from '@sanity/client'
import type {Source} from '../../schemas/sanity.types.ts'
import {type Profile, profileOf} from '../parse/profile/profile.ts'
import type {ParseResult, Scrape} from '../parse/types.ts'
import {domainOf, parseWebUrl} from './draft/normalize-url.ts'
import {ask} from './write/ask.ts'

const SOURCES = /* groq */ `*[_type == "source" && count(domains[@ in $domains]) > 0]{_id, name, domains, profile}`

type Stored = Pick<Source, '_id' | 'domains'> & Partial<Pick<Source, 'name' | 'profile'>>

/**
 * The profile of the source with the closest domain: the host itself before its parent domains. Undefined without a
 * URL, without a source, or if the source has no rules.
 *
 * @throws {InputError} `bad-profile`
 * @throws {WriteError} if the lake does not respond: a page is never parsed without its profile
 */
async function findProfile(
  client: SanityClient,
  url: string | undefined,
  signal?: AbortSignal,
): Promise<Profile | undefined> {
  const address = parseWebUrl(url)
  if (!address) return undefined
  const domains = domainsOf(address)
  const options = {tag: 'copydesk.ingest.profile', ...(signal && {signal})}
  const rows = await ask(client, SOURCES, {domains}, options)
  const stored = Array.isArray(rows) ? (rows as Stored[]) : []
  const closeness = ({domains: own}: Stored): number => domains.findIndex((domain) => own.includes(domain))
  const [closest] = stored.toSorted((a, b) => closeness(a) - closeness(b))
  return closest && profileOf(closest.profile, nameOf(closest))
}

/** The name of a source in messages. */
export const nameOf = ({_id, name}: {_id: string; name?: string | undefined}): string =>
  name ? `${name} (${_id})` : _id

/** The host without `www.`, and its parent domains. */
function domainsOf(address: URL): string[] {
  const own = domainOf(address)
  if (/[:[]|^\d+(?:\.\d+){3}$/.test(own)) return [own]
  const labels = own.split('.')
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, index) => labels.slice(index).join('.'))
}

/** A parser that applies the profile of each page's source. */
export function parseWithProfile(
  client: SanityClient,
  parse: (scrape: Scrape, profile?: Profile) => Promise<ParseResult>,
  signal?: AbortSignal,
): (scrape: Scrape) => Promise<ParseResult> {
  return async (scrape) => parse(scrape, await findProfile(client, scrape.url, signal))
}
