/**
 * Reads the metadata that the source declares, before scripts are removed. Each field has the value of its most trusted source (trust.ts).
 * A field without a source stays absent, and contradictions between sources are reported to editors.
 */
import type {Root} from 'hast'
import type {VFile} from 'vfile'
import {createReport} from '../findings/messages.ts'
import {isLogo} from '../logo.ts'
import {safeAddress} from '../sanitize/address.ts'
import {MEDIA_PROTOCOLS} from '../sanitize/policy.ts'
import type {Metadata} from '../types.ts'
import {closedAccess} from './access.ts'
import {isAccount} from './author-names.ts'
import type {Byline} from './candidates/authors.ts'
import {type Candidate, collapseSpace} from './candidates/candidate.ts'
import {type Candidates, candidatesOf} from './candidates/index.ts'
import type {Surroundings} from './candidates/page.ts'
import {trustedCanonical} from './canonical.ts'
import {type Clues, collectClues} from './clues.ts'
import {contradictions} from './contradictions.ts'
import type {Declared} from './declared.ts'
import {guesses} from './guesses.ts'
import {lostImage} from './lost-image.ts'
import {pickMetadata} from './picked.ts'
import {isSiteName} from './title.ts'

/** Create a unified transform that sets `file.data.metadata`. */
export default function readMetadata() {
  return (tree: Root, file: VFile): void => {
    const picked = file.data.profile && pickMetadata(tree, file.data.profile)
    const {base, declared} = file.data
    // A capture was fetched from an archive; the page itself is elsewhere.
    const url = capturedAddress(declared) ?? file.data.url
    const {metadata, candidates, clues, summaries, declaresArticle} = metadataOf(tree, {
      url,
      base,
      declared,
      picked,
    })
    file.data.metadata = metadata
    file.data.summaries = summaries
    file.data.declaresArticle = declaresArticle
    const report = createReport(file)
    for (const repair of contradictions(metadata, candidates)) report(repair)
    for (const repair of guesses(metadata, candidates)) report(repair)
    if ((base ?? url) === undefined) for (const repair of lostImage(metadata, candidates)) report(repair)
    for (const repair of closedAccess(clues)) report(repair)
    for (const {field, selector} of picked?.missed ?? []) {
      report({
        code: 'profile-unmatched',
        message: `The profile of ${file.data.profile?.source} looks for the ${field} at \`${selector}\`, but the page has nothing there. The general rules were used.`,
        ranges: [],
      })
    }
  }
}

/** Choose the value of each field. Absent fields are left out. */
export function metadataOf(
  tree: Root,
  surroundings: Surroundings = {},
): {
  metadata: Metadata
  candidates: Candidates
  clues: Clues
  summaries: readonly string[]
  declaresArticle: boolean
} {
  const clues = collectClues(tree)
  const candidates = candidatesOf(tree, clues, surroundings)
  const author = authorOf(candidates)
  const {url} = surroundings
  const found: {[Key in keyof Metadata]-?: Metadata[Key] | undefined} = {
    title: candidates.title[0]?.value,
    subtitle: candidates.subtitle[0]?.value,
    byline: author?.byline,
    authors: author?.authors,
    publishedAt: candidates.publishedAt[0]?.value,
    modifiedAt: candidates.modifiedAt[0]?.value,
    language: candidates.language[0]?.value,
    canonicalUrl: addressOf(candidates, url),
    siteName: candidates.siteName,
    section: candidates.section[0]?.value,
    tags: candidates.tags[0]?.value,
    leadImage: imageOf(clues, candidates.leadImage, surroundings.base ?? url),
  }
  return {
    metadata: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    candidates,
    clues,
    summaries: summariesIn(clues),
    declaresArticle: isDeclared(clues, candidates),
  }
}

/**
 * Choose the canonical address. A page's claim is compared with the address that it was fetched from. A wrapping's claim is not: a feed
 * may be on another site than its articles.
 */
function addressOf({canonicalUrl}: Candidates, url: string | undefined): string | undefined {
  const [first] = canonicalUrl
  const own = first && trustedCanonical(first.value, first.place ? undefined : url)
  const captured = canonicalUrl.find(({source}) => source === 'capture')
  return own ?? (captured && trustedCanonical(captured.value, undefined))
}

/** The address that a capture was made of. */
const capturedAddress = (declared: readonly Declared[] = []): string | undefined =>
  declared.findLast(({source}) => source === 'capture')?.fields.canonicalUrl?.value

/** Whether a page declares to programs that it is an article. */
const isDeclared = ({meta, properties}: Clues, {title, publishedAt}: Candidates): boolean =>
  (meta.get('og:type') ?? []).some(({value}) => /article|post|story/i.test(value)) ||
  meta.has('article:published_time') ||
  properties.has('articlebody') ||
  // A wrapping declares that its content is an article.
  [...title, ...publishedAt].some(({source, place}) => source === 'jsonLd' || place)

/** Names of `meta` elements that describe a page: in HTML, Open Graph and Twitter cards. */
const SUMMARIES = ['og:description', 'description', 'twitter:description']

const summariesIn = ({meta}: Clues): string[] => [
  ...new Set(SUMMARIES.flatMap((name) => (meta.get(name) ?? []).map(({value}) => collapseSpace(value)))),
]

/** Prefer a person to the site itself, and either to an account name. */
function authorOf({authors, siteNames, host}: Candidates): Byline | undefined {
  const isSite = ({value}: Candidate<Byline>): boolean => isSiteName(value.byline, siteNames, host)
  const isPlain = ({value}: Candidate<Byline>): boolean => !value.authors.every(isAccount)
  const chosen =
    authors.find(({source}) => source === 'profile') ??
    authors.find((candidate) => isPlain(candidate) && !isSite(candidate)) ??
    authors.find(isPlain) ??
    authors[0]
  if (!chosen) return undefined
  const {byline, authors: named} = chosen.value
  const people = named.filter((name) => !isSiteName(name, siteNames, host))
  return {byline, authors: people.length > 0 ? people : named}
}

function imageOf(
  {meta}: Clues,
  candidates: Candidates['leadImage'],
  base: string | undefined,
): Metadata['leadImage'] {
  for (const {value, place} of candidates) {
    const address = safeAddress(value.url, base, MEDIA_PROTOCOLS)
    if (!address || isLogo(address)) continue
    // An image from a wrapping does not use the alternative text of the page.
    if (place) return {...value, url: address}
    const alt = (meta.get('og:image:alt') ?? meta.get('twitter:image:alt'))?.[0]?.value
    return {url: address, ...(alt ? {alt: collapseSpace(alt)} : {})}
  }
  return undefined
}
