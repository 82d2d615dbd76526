/** Titles, by source: those that the page declares, and the heading that shows one of them. */
import type {Element} from 'hast'
import {shownText} from '../../element-text.ts'
import {textValue} from '../json-ld.ts'
import {
  isPlaceholderTitle,
  isSiteName,
  namesBesideTitle,
  siteNameIn,
  titleHeading,
  withDeclaredCase,
  withoutSiteName,
} from '../title.ts'
import {byTrust, type Candidate, collapseSpace, firstMeta, fromMeta, fromProperties} from './candidate.ts'
import {declaredOf} from './declared.ts'
import type {Page} from './page.ts'

/** What is known of the title before candidates are ordered. */
export interface Titles {
  /** Titles that the page declares, without the name of the site. */
  declared: Candidate<string>[]
  /** The heading that is most likely the title. */
  heading: {element: Element; text: string} | undefined
  /** Names of the site, including text beside the title in the window’s title. */
  siteNames: readonly string[]
}

/** The heading of the box that Google’s translation puts into a page, and that is saved with it. */
const TRANSLATOR = /^original text$/i

/** Read the titles of a page. */
export function readTitles(page: Page): Titles {
  const {clues, host} = page
  // Text beside the title in the window’s title is the name of the site or the author. It counts only for titles.
  const siteNames = [
    ...page.siteNames,
    ...namesBesideTitle(
      clues.pageTitle?.value,
      firstMeta(clues, 'og:title')?.value ?? textValue(page.jsonLd.article?.headline),
    ),
  ]
  const declared = declaredTitles(page, siteNames)
  const shownTexts = (elements: readonly Element[]) =>
    elements.map((element) => ({element, text: shownText(element)}))
  const heading = titleHeading(
    shownTexts(clues.headings),
    shownTexts(clues.lesserHeadings),
    declared.map(({value}) => value),
    (text) => TRANSLATOR.test(text) || isSiteName(text, siteNames, host),
  )
  return {declared, heading, siteNames}
}

/** List the titles of a page by source, ordered by trust. */
export function titlesOf({picked, host}: Page, {declared, heading, siteNames}: Titles): Candidate<string>[] {
  const named = declared.filter(({value}) => value !== '' && !isPlaceholderTitle(value))
  const ofProfile: Candidate<string>[] = picked?.title
    ? [{source: 'profile', ...picked.title, value: collapseSpace(picked.title.value)}]
    : []
  const ofHeading: Candidate<string>[] = heading
    ? [
        {
          source: 'heading',
          value: withDeclaredCase(
            withoutSiteName(heading.text, siteNames, host),
            declared.map(({value}) => value),
          ),
          element: heading.element,
        },
      ]
    : []
  return byTrust('title', [
    ...ofProfile,
    ...ofHeading,
    ...named.filter(({value}) => !isSiteName(value, siteNames, host)),
    // A page without any other title is named after its site.
    ...named.filter(({value}) => isSiteName(value, siteNames, host)),
  ])
}

function declaredTitles(page: Page, siteNames: readonly string[]): Candidate<string>[] {
  const {clues, url, address, host, declared, jsonLd, ofArticle, ofPage} = page
  const {article} = jsonLd
  // A title is often followed by its section.
  const trailing = [
    ...siteNames,
    ...sectionsOf(url, textValue(article?.articleSection), firstMeta(clues, 'article:section')?.value),
  ]
  return [
    ...declaredOf(declared, 'title'),
    ...ofArticle(textValue(article?.headline) ?? textValue(article?.name)),
    ...fromMeta(clues, 'openGraph', ['og:title', 'twitter:title']),
    ...fromMeta(clues, 'meta', [
      'dc.title',
      'dcterms.title',
      'citation_title',
      'parsely-title',
      'sailthru.title',
    ]),
    ...fromProperties(clues, ['headline']),
    ...(clues.pageTitle ? [{source: 'window', ...clues.pageTitle} as const] : []),
    ...ofPage(textValue(jsonLd.page?.name)),
  ].map((candidate) => ({
    ...candidate,
    value: isFrontPage(address)
      ? siteNameIn(collapseSpace(candidate.value), siteNames, host)
      : withoutSiteName(collapseSpace(candidate.value), trailing, host),
  }))
}

/** Whether the page is at the root of a site; its title is the site’s name. */
const isFrontPage = (url: string | undefined): boolean => {
  const parsed = URL.parse(url ?? '')
  return parsed?.pathname === '/' && parsed.search === ''
}

/** List the names of a page’s section, including the folders of its address. */
function sectionsOf(url: string | undefined, ...named: (string | undefined)[]): string[] {
  const folders =
    URL.parse(url ?? '')
      ?.pathname.split('/')
      .slice(1, -1) ?? []
  return [...folders.slice(0, 3), ...named].filter(
    (name): name is string => name !== undefined && name !== '',
  )
}
