/** The page that candidates are read from, with the helpers that all fields share. */
import type {Element} from 'hast'
import type {Clues} from '../clues.ts'
import type {Declared} from '../declared.ts'
import {type Described, describeJsonLd} from '../json-ld.ts'
import type {PickedMetadata} from '../picked.ts'
import {type Candidate, firstMeta} from './candidate.ts'
import {declaredOf} from './declared.ts'

/** Information about a page that is not in the page itself. */
export interface Surroundings {
  /** Address that it was fetched from. */
  url?: string | undefined
  /** Base of relative addresses, if it is not the address of the page. */
  base?: string | undefined
  /** Metadata at the selectors of the source’s profile. */
  picked?: PickedMetadata | undefined
  /** Metadata that the wrappings declare. */
  declared?: readonly Declared[] | undefined
}

/** A page, as the candidates of its fields need it. */
export interface Page {
  clues: Clues
  url: string | undefined
  base: string | undefined
  /** Where it was fetched, or the address that it declares. */
  address: string | undefined
  host: string | undefined
  /** All names of the site, the most reliable first. */
  siteNames: string[]
  picked: PickedMetadata | undefined
  declared: readonly Declared[]
  jsonLd: Described
  /** The script that describes the article. */
  script: Element | undefined
  /** Make a value of the article in JSON-LD a candidate. */
  ofArticle<Value>(value: Value | undefined): Candidate<Value>[]
  /** Make a value of the page in JSON-LD a candidate. */
  ofPage<Value>(value: Value | undefined): Candidate<Value>[]
}

/** Collect what the candidates of a page share. */
export function pageOf(clues: Clues, surroundings: Surroundings): Page {
  const {url, base = url, picked, declared = []} = surroundings
  const canonical = clues.canonical?.value ?? firstMeta(clues, 'og:url')?.value
  const jsonLd = describeJsonLd(clues.jsonLd, canonical ?? url)
  const {article, page} = jsonLd
  const script = article && jsonLd.scriptOf(article)
  const address = url ?? canonical
  const named = firstMeta(clues, 'og:site_name', 'application-name', 'apple-mobile-web-app-title')?.value
  return {
    clues,
    url,
    base,
    address,
    host: URL.parse(address ?? '')?.hostname,
    siteNames: [
      ...(named ? [named] : []),
      ...jsonLd.siteNames,
      ...declaredOf(declared, 'siteName').map(({value}) => value),
    ],
    picked,
    declared,
    jsonLd,
    script,
    ofArticle: (value) => (value === undefined ? [] : [{source: 'jsonLd', value, element: script}]),
    ofPage: (value) =>
      value === undefined || !page ? [] : [{source: 'page', value, element: jsonLd.scriptOf(page)}],
  }
}
