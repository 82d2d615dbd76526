/** Where what is said of an article may come from, and in which order it is believed. */

/** As an editor reads it in a finding. */
export const sources = {
  profile: 'the extraction profile',
  heading: 'the heading of the page',
  jsonLd: 'its JSON-LD',
  openGraph: 'its OpenGraph elements',
  meta: 'its meta elements',
  properties: 'its microdata',
  byline: 'the byline on the page',
  shown: 'the date on the page',
  window: 'the title of the window',
  page: 'the JSON-LD of the page round it',
  link: 'its canonical link',
  html: 'the lang of the page',
  tags: 'the links to its tags',
  address: 'its address',
} as const

export type Source = keyof typeof sources

/**
 * The first that says something usable is believed.
 *
 * - Title: readers see the heading; what is meant for search and sharing is often shortened or dressed up.
 * - Authors and dates: what is meant for machines is exact, what is shown may be about something else on the page.
 */
export const TRUST = {
  title: ['profile', 'heading', 'jsonLd', 'openGraph', 'meta', 'properties', 'window', 'page'],
  subtitle: ['jsonLd', 'properties'],
  authors: ['profile', 'jsonLd', 'meta', 'properties', 'byline'],
  publishedAt: ['profile', 'jsonLd', 'openGraph', 'meta', 'properties', 'shown', 'page', 'address'],
  modifiedAt: ['jsonLd', 'openGraph', 'meta', 'properties', 'shown', 'page'],
  language: ['jsonLd', 'html', 'openGraph', 'meta'],
  canonicalUrl: ['link', 'openGraph'],
  section: ['jsonLd', 'openGraph', 'meta', 'properties'],
  tags: ['openGraph', 'jsonLd', 'meta', 'tags'],
  leadImage: ['openGraph', 'jsonLd', 'meta'],
} as const satisfies Record<string, readonly Source[]>

export type Field = keyof typeof TRUST
