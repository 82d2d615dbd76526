import type {SanityClient} from '@sanity/client'
import type {SiteInfo} from '../feeds/site-info.ts'
import {articlePath} from './paths.ts'

export interface SiteOptions {
  /** Reads published content: see `createDeliverClient`. */
  client: SanityClient
  /** Origin of the site as its readers see it, for addresses in feeds and metadata. */
  baseUrl: string
  /** Names that requests may ask for in their `Host`, besides that of `baseUrl` and loopback. */
  hosts?: readonly string[]
  /** Name of the site. */
  title?: string
  /** What it is, in a sentence. */
  description?: string
  /** Origins whose pages may show this site in a frame, for example a Studio's for previews. None by default. */
  frameAncestors?: readonly string[]
  /** Origins whose pages may read this site's JSON, Markdown and feeds. None by default. */
  readOrigins?: readonly string[]
  /** Articles on a page of the list. */
  pageSize?: number
  /** Told of each request that could not be served. */
  onError?: (error: unknown, path: string) => void
}

/** The site as its pages and feeds see it. */
export interface Site extends SiteInfo {
  client: SanityClient
  pageSize: number
}

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
