import type {SanityClient} from '@sanity/client'
import type {SiteInfo} from '../feeds/site-info.ts'
import {articlePath} from './paths.ts'

/** Options of `createSite`. */
export interface SiteOptions {
  /** Client that reads published content; see `createDeliverClient`. */
  client: SanityClient
  /** Origin of the site as its readers see it, for addresses in feeds and metadata. */
  baseUrl: string
  /** Names allowed in `Host`, besides loopback and that of `baseUrl`. */
  hosts?: readonly string[]
  /** Name of the site. */
  title?: string
  /** Description of the site in one sentence. */
  description?: string
  /** Origins whose pages may show this site in a frame, for example a Studio's for previews. None by default. */
  frameAncestors?: readonly string[]
  /** Origins whose pages may read this site's JSON, Markdown and feeds. None by default. */
  readOrigins?: readonly string[]
  /** Number of articles on a page of the list. */
  pageSize?: number
  /** Called for each request that could not be served. */
  onError?: (error: unknown, path: string) => void
}

/** The site as its pages and feeds see it. */
export interface Site extends SiteInfo {
  client: SanityClient
  pageSize: number
}

/**
 * Fills in the defaults.
 *
 * @throws TypeError if `baseUrl` is no address.
 */
export function readSiteOptions(options: SiteOptions): Site {
  if (!URL.canParse(options.baseUrl)) {
    throw new TypeError(
      `Expected \`baseUrl\` to be an address such as http://localhost:3334, got ${JSON.stringify(options.baseUrl)}.`,
    )
  }
  const baseUrl = new URL(options.baseUrl).href.replace(/(?<!\/)\/+$/, '')
  return {
    client: options.client,
    title: options.title ?? 'Copydesk',
    description: options.description ?? 'Published articles.',
    baseUrl,
    pageSize: options.pageSize ?? 20,
    articleUrl: ({slug}) => `${baseUrl}${articlePath(slug)}`,
  }
}
