/** Sources of metadata, and for each field the order in which they are trusted. */
import type {Metadata} from '../types.ts'

/** As an editor reads it in a finding. */
export const sources = {
  profile: 'the extraction profile',
  feed: 'the feed',
  api: 'the JSON document',
  frontMatter: 'the front matter',
  document: 'the head of the document',
  mail: 'the head of the mail',
  capture: 'the capture of the page',
  heading: 'the heading of the page',
  jsonLd: 'the JSON-LD',
  openGraph: 'the OpenGraph tags',
  meta: 'the meta tags',
  properties: 'the microdata',
  byline: 'the byline on the page',
  shown: 'the date on the page',
  window: 'the title tag',
  page: 'the JSON-LD of the surrounding page',
  link: 'the canonical link',
  html: 'the language of the page',
  tags: 'the tag links',
  address: 'the address of the page',
} as const

/** Where a value may come from. */
export type Source = keyof typeof sources

/**
 * The first source with a usable value wins.
 *
 * - A wrapping (a feed, an answer of an API) declares each field of exactly this article; only the profile of the source comes before
 *   it. If it contains a whole page, JSON-LD comes first, since it is more precise: a feed often names the account that sent the
 *   article, and the time of sending.
 * - Title: readers see the heading; titles for search and sharing are often shortened or exaggerated.
 * - Authors and dates: values for machines are exact; shown values may be about something else on the page.
 */
export const TRUST = {
  title: [
    'profile',
    'feed',
    'api',
    'document',
    'frontMatter',
    'heading',
    'jsonLd',
    'openGraph',
    'meta',
    'properties',
    'mail',
    'window',
    'page',
  ],
  subtitle: ['jsonLd', 'properties', 'api', 'document', 'frontMatter', 'feed'],
  authors: [
    'profile',
    'jsonLd',
    'api',
    'document',
    'feed',
    'frontMatter',
    'meta',
    'properties',
    'byline',
    'mail',
  ],
  publishedAt: [
    'profile',
    'jsonLd',
    'api',
    'document',
    'feed',
    'frontMatter',
    'openGraph',
    'meta',
    'properties',
    'shown',
    'mail',
    'page',
    'address',
  ],
  modifiedAt: [
    'jsonLd',
    'api',
    'document',
    'feed',
    'frontMatter',
    'openGraph',
    'meta',
    'properties',
    'shown',
    'page',
  ],
  language: ['jsonLd', 'api', 'document', 'frontMatter', 'html', 'openGraph', 'meta', 'feed'],
  canonicalUrl: ['link', 'api', 'document', 'feed', 'openGraph', 'capture'],
  section: ['jsonLd', 'api', 'document', 'feed', 'frontMatter', 'openGraph', 'meta', 'properties'],
  tags: ['api', 'document', 'feed', 'frontMatter', 'openGraph', 'jsonLd', 'meta', 'tags'],
  leadImage: ['openGraph', 'jsonLd', 'api', 'document', 'feed', 'frontMatter', 'meta'],
} as const satisfies Record<Trusted, readonly Source[]>

/** The byline is that of the authors, and the names of the site are all collected. */
type Trusted = Exclude<keyof Metadata, 'byline' | 'siteName'>

/** Fields that are ordered by trust. */
export type Field = keyof typeof TRUST
