/** Values of each field by source, ordered by trust. Nothing is chosen here. */
import type {Root} from 'hast'
import {shownText} from '../../element-text.ts'
import type {Metadata} from '../../types.ts'
import {type Clues, partsAroundTitle, withoutForeign} from '../clues.ts'
import {imageUrl, momentValue, textValue, textValues} from '../json-ld.ts'
import {toLanguage} from '../language.ts'
import {readShownMetadata, type ShownMetadata} from '../shown.ts'
import type {Source} from '../trust.ts'
import {authorsOf, type Byline, bylineOf} from './authors.ts'
import {byTrust, type Candidate, collapseSpace, firstMeta, fromMeta, fromProperties} from './candidate.ts'
import {datesOf} from './dates.ts'
import {declaredAddress, declaredAuthors, declaredOf} from './declared.ts'
import {type Page, pageOf, type Surroundings} from './page.ts'
import {readTitles, titlesOf} from './titles.ts'

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

/** List the candidates of every field of a page. */
export function candidatesOf(tree: Root, clues: Clues, surroundings: Surroundings): Candidates {
  const whole = pageOf(clues, surroundings)
  const language = languagesOf(whole)
  const spoken = language[0]?.value
  const titles = readTitles(whole)
  const {heading, declared} = titles
  const own = partsAroundTitle(clues, heading?.element)
  const page = {...whole, clues: withoutForeign(clues, own)}
  const shown = readShownMetadata(
    tree,
    clues,
    {element: heading?.element, text: heading?.text ?? declared[0]?.value, own},
    spoken,
  )
  return {
    title: titlesOf(whole, titles),
    subtitle: subtitlesOf(page),
    authors: bylinesOf(page, shown, spoken),
    publishedAt: publicationsOf(page, shown, spoken),
    modifiedAt: modificationsOf(page, shown, spoken),
    language,
    canonicalUrl: addressesOf(page),
    section: sectionsOf(page),
    tags: tagsOf(page),
    leadImage: imagesOf(page),
    siteName: page.siteNames[0],
    siteNames: page.siteNames,
    host: page.host,
  }
}

function subtitlesOf({clues, declared, jsonLd: {article}, ofArticle}: Page): Candidates['subtitle'] {
  return byTrust('subtitle', [
    ...ofArticle(textValue(article?.alternativeHeadline)),
    ...fromProperties(clues, ['alternativeheadline']),
    ...declaredOf(declared, 'subtitle'),
  ])
}

function bylinesOf(
  {clues, picked, declared, jsonLd: {article, resolve}, script}: Page,
  shown: ShownMetadata,
  language: string | undefined,
): Candidates['authors'] {
  const ofProfile: Candidate<Byline>[] = picked?.byline
    ? [{source: 'profile', ...picked.byline, value: bylineOf(picked.byline.value, language)}]
    : []
  return byTrust('authors', [
    ...ofProfile,
    ...authorsOf(clues, article, resolve, script, shown),
    ...declaredAuthors(declared, language),
  ])
}

function publicationsOf(
  {clues, url, picked, declared, jsonLd: {article, page}, ofArticle, ofPage}: Page,
  shown: ShownMetadata,
  language: string | undefined,
): Candidates['publishedAt'] {
  return datesOf('publishedAt', {
    clues,
    shown,
    url,
    language,
    declared: {
      profile: picked?.date ? [{source: 'profile', ...picked.date}] : [],
      wrapping: declaredOf(declared, 'publishedAt'),
      article: ofArticle(momentValue(article?.datePublished) ?? momentValue(article?.dateCreated)),
      page: ofPage(momentValue(page?.datePublished)),
    },
  })
}

function modificationsOf(
  {clues, url, declared, jsonLd: {article, page}, ofArticle, ofPage}: Page,
  shown: ShownMetadata,
  language: string | undefined,
): Candidates['modifiedAt'] {
  return datesOf('modifiedAt', {
    clues,
    shown,
    url,
    language,
    declared: {
      profile: [],
      wrapping: declaredOf(declared, 'modifiedAt'),
      article: ofArticle(momentValue(article?.dateModified)),
      page: ofPage(momentValue(page?.dateModified)),
    },
  })
}

function addressesOf({clues, base, declared}: Page): Candidates['canonicalUrl'] {
  return byTrust('canonicalUrl', [
    ...(clues.canonical ? [{source: 'link', ...clues.canonical} as const] : []),
    ...fromMeta(clues, 'openGraph', ['og:url']),
    ...declaredAddress(declared, base),
  ])
}

function sectionsOf({clues, declared, jsonLd: {article}, ofArticle}: Page): Candidates['section'] {
  return byTrust('section', [
    ...ofArticle(textValues(article?.articleSection)[0]),
    ...fromMeta(clues, 'openGraph', ['article:section', 'og:article:section']),
    ...fromMeta(clues, 'meta', ['parsely-section', 'section', 'cxenseparse:section', 'dc.subject.section']),
    ...fromProperties(clues, ['articlesection']),
    ...declaredOf(declared, 'section'),
  ]).map((candidate) => ({...candidate, value: collapseSpace(candidate.value)}))
}

function imagesOf({clues, declared, jsonLd: {article, resolve}, ofArticle}: Page): Candidates['leadImage'] {
  const addresses = [
    ...fromMeta(clues, 'openGraph', ['og:image:secure_url', 'og:image', 'og:image:url']),
    ...ofArticle(imageUrl(resolve(article?.image))),
    ...fromMeta(clues, 'meta', [
      'twitter:image',
      'twitter:image:src',
      'parsely-image-url',
      'sailthru.image.full',
    ]),
  ]
  return byTrust('leadImage', [
    ...addresses.map(({value, ...rest}) => ({...rest, value: {url: value}})),
    ...declaredOf(declared, 'leadImage'),
  ])
}

function languagesOf({clues, declared, jsonLd: {article}, script}: Page): Candidates['language'] {
  const said: Candidate<string | undefined>[] = [
    {source: 'jsonLd', value: textValue(article?.inLanguage), element: script},
    ...declaredOf(declared, 'language'),
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

function tagsOf({clues, declared, jsonLd: {article}, ofArticle}: Page): Candidates['tags'] {
  const listed = (source: Source, keys: string[], divided: boolean): Candidate<string[]>[] => {
    const said = keys.map((key) => clues.meta.get(key) ?? []).find((list) => list.length > 0) ?? []
    const values = said.flatMap(({value}) => (divided ? value.split(/[,;]/) : [value]))
    return values.length > 0 ? [{source, value: values, element: said[0]?.element}] : []
  }
  const linked = clues.tags.map((element) => shownText(element, 100))
  return byTrust('tags', [
    ...listed('openGraph', ['article:tag', 'og:article:tag'], false),
    ...ofArticle(nonEmpty(textValues(article?.keywords))),
    ...declaredOf(declared, 'tags'),
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
