/** Values of each field by source, ordered by trust. Nothing is chosen here. */
import type {Element, Root} from 'hast'
import {shownText} from '../../element-text.ts'
import type {Metadata} from '../../types.ts'
import type {Clues} from '../clues.ts'
import type {Declared} from '../declared.ts'
import {describeJsonLd, imageUrl, momentValue, textValue, textValues} from '../json-ld.ts'
import {toLanguage} from '../language.ts'
import type {Picked, PickedMetadata} from '../picked.ts'
import {readShownMetadata} from '../shown.ts'
import {
  isSiteName,
  namesBesideTitle,
  siteNameIn,
  titleHeading,
  withDeclaredCase,
  withoutSiteName,
} from '../title.ts'
import type {Source} from '../trust.ts'
import {authorsOf, type Byline, bylineOf} from './authors.ts'
import {byTrust, type Candidate, collapseSpace, firstMeta, fromMeta, fromProperties} from './candidate.ts'
import {datesOf} from './dates.ts'
import {declaredAddress, declaredAuthors, declaredOf} from './declared.ts'

/** Candidates of every field, the most trusted first. */
export interface Candidates {
  title: Candidate<string>[]
  subtitle: Candidate<string>[]
  authors: Candidate<Byline>[]
  publishedAt: Candidate<string>[]
  modifiedAt: Candidate<string>[]
  language: Candidate<string>[]
  canonicalUrl: Candidate<string>[]
  section: Candidate<string>[]
  tags: Candidate<string[]>[]
  leadImage: Candidate<NonNullable<Metadata['leadImage']>>[]
  siteName: string | undefined
  /** All names of the site. */
  siteNames: string[]
  host: string | undefined
}

/** What is known of a page besides the page itself. */
export interface Surroundings {
  /** Where it was fetched. */
  url?: string | undefined
  /** What relative addresses are resolved against, where it is not the address of the page. */
  base?: string | undefined
  /** By the profile of its source. */
  picked?: PickedMetadata | undefined
  /** By what carried it. */
  declared?: readonly Declared[] | undefined
}

/** List the candidates of every field of a page. */
export function candidatesOf(
  tree: Root,
  clues: Clues,
  {url, base = url, picked, declared: wrappings = []}: Surroundings,
): Candidates {
  const canonical = clues.canonical?.value ?? firstMeta(clues, 'og:url')?.value
  const described = describeJsonLd(clues.jsonLd, canonical ?? url)
  const {article, page, resolve} = described
  const script = article && described.scriptOf(article)
  const host = URL.parse(url ?? canonical ?? '')?.hostname
  const named = firstMeta(clues, 'og:site_name', 'application-name', 'apple-mobile-web-app-title')?.value
  const siteNames = [
    ...(named ? [named] : []),
    ...described.siteNames,
    ...declaredOf(wrappings, 'siteName').map(({value}) => value),
  ]
  const language = candidatesOfLanguage(clues, article, script, wrappings)
  const spoken = language[0]?.value

  const ofProfile = (said: Picked | undefined): Candidate<string>[] =>
    said ? [{source: 'profile', ...said}] : []
  const ofArticle = <Value>(value: Value | undefined): Candidate<Value>[] =>
    value === undefined ? [] : [{source: 'jsonLd', value, element: script}]
  const ofPage = <Value>(value: Value | undefined): Candidate<Value>[] =>
    value === undefined || !page ? [] : [{source: 'page', value, element: described.scriptOf(page)}]
  // Text beside the title in the window’s title is the name of the site or the author. It counts only for titles.
  const titleNames = [
    ...siteNames,
    ...namesBesideTitle(
      clues.pageTitle?.value,
      firstMeta(clues, 'og:title')?.value ?? textValue(article?.headline),
    ),
  ]
  // A title is often followed by its section.
  const trailing = [
    ...titleNames,
    ...sectionsOf(url, textValue(article?.articleSection), firstMeta(clues, 'article:section')?.value),
  ]
  const declared = [
    ...declaredOf(wrappings, 'title'),
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
    ...ofPage(textValue(page?.name)),
  ].map((candidate) => ({
    ...candidate,
    value: isFrontPage(url ?? canonical)
      ? siteNameIn(collapseSpace(candidate.value), titleNames, host)
      : withoutSiteName(collapseSpace(candidate.value), trailing, host),
  }))
  const shownTexts = (elements: readonly Element[]) =>
    elements.map((element) => ({element, text: shownText(element)}))
  const heading = titleHeading(
    shownTexts(clues.headings),
    shownTexts(clues.lesserHeadings),
    declared.map(({value}) => value),
    (text) => isSiteName(text, titleNames, host),
  )
  const shown = readShownMetadata(
    tree,
    {element: heading?.element, text: heading?.text ?? declared[0]?.value},
    spoken,
  )

  const said = {clues, shown, url, language: spoken}
  return {
    title: byTrust('title', [
      ...ofProfile(picked?.title && {...picked.title, value: collapseSpace(picked.title.value)}),
      ...(heading
        ? [
            {
              source: 'heading',
              value: withDeclaredCase(
                withoutSiteName(heading.text, titleNames, host),
                declared.map(({value}) => value),
              ),
              element: heading.element,
            } as const,
          ]
        : []),
      ...declared.filter(({value}) => value !== '' && !isSiteName(value, titleNames, host)),
      // A page without any other title is named after its site.
      ...declared.filter(({value}) => value !== '' && isSiteName(value, titleNames, host)),
    ]),
    subtitle: byTrust('subtitle', [
      ...ofArticle(textValue(article?.alternativeHeadline)),
      ...fromProperties(clues, ['alternativeheadline']),
      ...declaredOf(wrappings, 'subtitle'),
    ]),
    authors: byTrust('authors', [
      ...ofProfile(picked?.byline).map(({value, ...rest}) => ({...rest, value: bylineOf(value, spoken)})),
      ...authorsOf(clues, article, resolve, script, shown),
      ...declaredAuthors(wrappings, spoken),
    ]),
    publishedAt: datesOf('publishedAt', {
      ...said,
      declared: {
        profile: ofProfile(picked?.date),
        wrapping: declaredOf(wrappings, 'publishedAt'),
        article: ofArticle(momentValue(article?.datePublished) ?? momentValue(article?.dateCreated)),
        page: ofPage(momentValue(page?.datePublished)),
      },
    }),
    modifiedAt: datesOf('modifiedAt', {
      ...said,
      declared: {
        profile: [],
        wrapping: declaredOf(wrappings, 'modifiedAt'),
        article: ofArticle(momentValue(article?.dateModified)),
        page: ofPage(momentValue(page?.dateModified)),
      },
    }),
    language,
    canonicalUrl: byTrust('canonicalUrl', [
      ...(clues.canonical ? [{source: 'link', ...clues.canonical} as const] : []),
      ...fromMeta(clues, 'openGraph', ['og:url']),
      ...declaredAddress(wrappings, base),
    ]),
    section: byTrust('section', [
      ...ofArticle(textValues(article?.articleSection)[0]),
      ...fromMeta(clues, 'openGraph', ['article:section', 'og:article:section']),
      ...fromMeta(clues, 'meta', ['parsely-section', 'section', 'cxenseparse:section', 'dc.subject.section']),
      ...fromProperties(clues, ['articlesection']),
      ...declaredOf(wrappings, 'section'),
    ]).map((candidate) => ({...candidate, value: collapseSpace(candidate.value)})),
    tags: tagsOf(clues, [
      ...ofArticle(nonEmpty(textValues(article?.keywords))),
      ...declaredOf(wrappings, 'tags'),
    ]),
    leadImage: byTrust('leadImage', [
      ...[
        ...fromMeta(clues, 'openGraph', ['og:image:secure_url', 'og:image', 'og:image:url']),
        ...ofArticle(imageUrl(resolve(article?.image))),
        ...fromMeta(clues, 'meta', [
          'twitter:image',
          'twitter:image:src',
          'parsely-image-url',
          'sailthru.image.full',
        ]),
      ].map(({value, ...rest}) => ({...rest, value: {url: value}})),
      ...declaredOf(wrappings, 'leadImage'),
    ]),
    siteName: siteNames[0],
    siteNames,
    host,
  }
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

function candidatesOfLanguage(
  clues: Clues,
  article: Record<string, unknown> | undefined,
  script: Element | undefined,
  wrappings: readonly Declared[],
): Candidate<string>[] {
  const said: Candidate<string | undefined>[] = [
    {source: 'jsonLd', value: textValue(article?.inLanguage), element: script},
    ...declaredOf(wrappings, 'language'),
    {source: 'html', ...(clues.language ?? {value: undefined})},
    {source: 'openGraph', ...(firstMeta(clues, 'og:locale') ?? {value: undefined})},
    {
      source: 'meta',
      ...(firstMeta(clues, 'content-language', 'dc.language', 'language') ?? {value: undefined}),
    },
  ]
  const tags = said.flatMap(({value, ...rest}): Candidate<string>[] => {
    const tag = toLanguage(value)
    return tag ? [{...rest, value: tag}] : []
  })
  return byTrust('language', tags)
}

function tagsOf(clues: Clues, described: Candidate<string[]>[]): Candidate<string[]>[] {
  const listed = (source: Source, keys: string[], divided: boolean): Candidate<string[]>[] => {
    const said = keys.map((key) => clues.meta.get(key) ?? []).find((list) => list.length > 0) ?? []
    const values = said.flatMap(({value}) => (divided ? value.split(/[,;]/) : [value]))
    return values.length > 0 ? [{source, value: values, element: said[0]?.element}] : []
  }
  const linked = clues.tags.map((element) => shownText(element, 100))
  return byTrust('tags', [
    ...listed('openGraph', ['article:tag', 'og:article:tag'], false),
    ...described,
    ...listed('meta', ['parsely-tags', 'sailthru.tags', 'news_keywords', 'keywords', 'dc.subject'], true),
    ...(linked.length > 0 ? [{source: 'tags', value: linked, element: clues.tags[0]} as const] : []),
  ]).flatMap(({value, ...rest}) => {
    const tags = [
      ...new Set(value.map(collapseSpace).filter((tag) => tag !== '' && tag.length <= 100)),
    ].slice(0, 50)
    return tags.length > 0 ? [{...rest, value: tags}] : []
  })
}

const nonEmpty = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined)
