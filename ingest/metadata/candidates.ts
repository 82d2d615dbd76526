/** What each source says of each field, in the order of trust. Nothing is chosen here. */
import type {Element, Root} from 'hast'
import type {Picked, PickedMetadata} from '../profile/metadata.ts'
import {type Clue, type Clues, shownText, string} from './collect.ts'
import {findDate, toIsoDate} from './dates/index.ts'
import {describe, imageUrl, names, text, texts} from './json-ld.ts'
import {toLanguage} from './language.ts'
import {cleanName, namesIn} from './names.ts'
import {type PageSays, readPage} from './page.ts'
import {isSiteName, titleHeading, withoutSiteName} from './title.ts'
import {type Field, type Source, TRUST} from './trust.ts'

export interface Candidate<Value> {
  source: Source
  value: Value
  /** Where it is said. */
  element?: Element | undefined
}

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
  leadImage: Candidate<string>[]
  siteName: string | undefined
  /** All that the site calls itself. */
  siteNames: string[]
  host: string | undefined
}

export interface Byline {
  byline: string
  authors: string[]
}

export function candidatesOf(
  tree: Root,
  clues: Clues,
  url: string | undefined,
  picked?: PickedMetadata,
): Candidates {
  const canonical = clues.canonical?.value ?? firstMeta(clues, 'og:url')?.value
  const described = describe(clues.jsonLd, canonical ?? url)
  const {article, page, resolve} = described
  const script = article && described.scriptOf(article)
  const host = URL.parse(url ?? canonical ?? '')?.hostname
  const named = firstMeta(clues, 'og:site_name', 'application-name', 'apple-mobile-web-app-title')?.value
  const siteName = named ?? described.siteNames[0]
  const siteNames = [...(named ? [named] : []), ...described.siteNames]
  const language = candidatesOfLanguage(clues, article, script)
  const spoken = language[0]?.value

  const ofProfile = (said: Picked | undefined): Candidate<string>[] =>
    said ? [{source: 'profile', ...said}] : []
  const ofArticle = <Value>(value: Value | undefined): Candidate<Value>[] =>
    value === undefined ? [] : [{source: 'jsonLd', value, element: script}]
  const ofPage = <Value>(value: Value | undefined): Candidate<Value>[] =>
    value === undefined || !page ? [] : [{source: 'page', value, element: described.scriptOf(page)}]
  const metas = (source: Source, ...keys: string[]): Candidate<string>[] =>
    keys.flatMap((key) => clues.meta.get(key) ?? []).map(({value, element}) => ({source, value, element}))
  const properties = (...keys: string[]): Candidate<string>[] =>
    keys
      .flatMap((key) => clues.properties.get(key) ?? [])
      .flatMap((element): Candidate<string>[] => {
        const value = string(element.properties.content) ?? (shownText(element, 500) || undefined)
        return value ? [{source: 'properties', value, element}] : []
      })

  // A title is often followed by the section that it stands in.
  const trailing = [
    ...siteNames,
    ...sectionsOf(url, text(article?.articleSection), firstMeta(clues, 'article:section')?.value),
  ]
  const declared = [
    ...ofArticle(text(article?.headline) ?? text(article?.name)),
    ...metas('openGraph', 'og:title', 'twitter:title'),
    ...metas('meta', 'dc.title', 'dcterms.title', 'citation_title', 'parsely-title', 'sailthru.title'),
    ...properties('headline'),
    ...(clues.pageTitle ? [{source: 'window', ...clues.pageTitle} as const] : []),
    ...ofPage(text(page?.name)),
  ].map((candidate) => ({...candidate, value: withoutSiteName(collapse(candidate.value), trailing, host)}))
  const headings = clues.headings.map((element) => ({element, text: shownText(element)}))
  const heading = titleHeading(
    headings,
    declared.map(({value}) => value),
    (text) => isSiteName(text, siteNames, host),
  )
  const shown = readPage(tree, {element: heading?.element, text: heading?.text ?? declared[0]?.value}, spoken)

  return {
    title: ordered('title', [
      ...ofProfile(picked?.title && {...picked.title, value: collapse(picked.title.value)}),
      ...(heading
        ? [
            {
              source: 'heading',
              value: withoutSiteName(heading.text, siteNames, host),
              element: heading.element,
            } as const,
          ]
        : []),
      ...declared.filter(({value}) => value !== '' && !isSiteName(value, siteNames, host)),
      // A page that has no other name is called like its site.
      ...declared.filter(({value}) => value !== '' && isSiteName(value, siteNames, host)),
    ]),
    subtitle: ordered('subtitle', [
      ...ofArticle(text(article?.alternativeHeadline)),
      ...properties('alternativeheadline'),
    ]),
    authors: ordered('authors', [
      ...ofProfile(picked?.byline).map(({value, ...rest}) => ({...rest, value: bylineOf(value, spoken)})),
      ...authorsOf(clues, article, resolve, script, shown),
    ]),
    publishedAt: dated(
      'publishedAt',
      [
        ...ofProfile(picked?.date),
        ...ofArticle(text(article?.datePublished) ?? text(article?.dateCreated)),
        ...metas(
          'openGraph',
          'article:published_time',
          'article:published',
          'og:article:published_time',
          'og:published_time',
          'og:publish_date',
        ),
        ...metas(
          'meta',
          'datepublished',
          'date',
          'dc.date',
          'dc.date.issued',
          'dcterms.date',
          'dcterms.created',
          'dcterms.issued',
          'dc.date.created',
        ),
        ...metas(
          'meta',
          'pubdate',
          'publishdate',
          'publish-date',
          'publish_date',
          'published-date',
          'publication_date',
          'date-pub',
          'parsely-pub-date',
          'sailthru.date',
          'citation_publication_date',
          'citation_date',
          'cxenseparse:recs:publishtime',
          'article.published',
          'article_date_original',
          'originalpublicationdate',
          'creation_date',
          'release_date',
          'rnews:datepublished',
        ),
        ...dateProperties(clues, ['datepublished', 'date', 'issued', 'created'], spoken),
        ...shown.published.map((said) => ({source: 'shown', ...said}) as const),
        ...ofPage(text(page?.datePublished)),
        ...dateOfAddress(url),
      ],
      spoken,
    ),
    modifiedAt: dated(
      'modifiedAt',
      [
        ...ofArticle(text(article?.dateModified)),
        ...metas(
          'openGraph',
          'article:modified_time',
          'og:updated_time',
          'article:updated_time',
          'article:modified',
        ),
        ...metas(
          'meta',
          'datemodified',
          'dcterms.modified',
          'dc.date.modified',
          'lastmod',
          'last-modified',
          'revision_date',
        ),
        ...dateProperties(clues, ['datemodified', 'modified'], spoken),
        ...shown.updated.map((said) => ({source: 'shown', ...said}) as const),
        ...ofPage(text(page?.dateModified)),
      ],
      spoken,
    ),
    language,
    canonicalUrl: ordered('canonicalUrl', [
      ...(clues.canonical ? [{source: 'link', ...clues.canonical} as const] : []),
      ...metas('openGraph', 'og:url'),
    ]),
    section: ordered('section', [
      ...ofArticle(texts(article?.articleSection)[0]),
      ...metas('openGraph', 'article:section', 'og:article:section'),
      ...metas('meta', 'parsely-section', 'section', 'cxenseparse:section', 'dc.subject.section'),
      ...properties('articlesection'),
    ]).map((candidate) => ({...candidate, value: collapse(candidate.value)})),
    tags: tagsOf(clues, ofArticle(nonEmpty(texts(article?.keywords)))),
    leadImage: ordered('leadImage', [
      ...metas('openGraph', 'og:image:secure_url', 'og:image', 'og:image:url'),
      ...ofArticle(imageUrl(resolve(article?.image))),
      ...metas('meta', 'twitter:image', 'twitter:image:src', 'parsely-image-url', 'sailthru.image.full'),
    ]),
    siteName,
    siteNames,
    host,
  }
}

/** A byline as the profile finds it: what introduces it is taken off, and it is believed even where it reads like no name. */
function bylineOf(text: string, language: string | undefined): Byline {
  const byline = cleanName(text, {language}) ?? collapse(text)
  return {byline, authors: namesIn(byline)}
}

const STRUCTURED = {isStructured: true} as const

function authorsOf(
  clues: Clues,
  article: Record<string, unknown> | undefined,
  resolve: (value: unknown) => unknown,
  script: Element | undefined,
  shown: PageSays,
): Candidate<Byline>[] {
  const found: Candidate<Byline>[] = []
  for (const value of [article?.author, article?.creator, article?.contributor]) {
    const listed = names(resolve(value)).flatMap((name) => cleanName(name, STRUCTURED) ?? [])
    if (listed.length > 0) {
      found.push({source: 'jsonLd', value: {byline: listed.join(', '), authors: listed}, element: script})
    }
  }
  // A system that names several authors repeats the element.
  const repeated = [
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
    'author',
    'article:author',
    'article:author_name',
    'og:article:author',
    'cxenseparse:author',
    'twitter:creator:name',
    'creator',
    'rbauthors',
  ]
  for (const key of repeated) {
    const clues_ = clues.meta.get(key) ?? []
    const listed = [...new Set(clues_.flatMap(({value}) => cleanName(value, STRUCTURED) ?? []))]
    const [only] = listed
    if (only === undefined) continue
    const authors = listed.length === 1 ? namesIn(only) : listed
    found.push({source: 'meta', value: {byline: listed.join(', '), authors}, element: clues_[0]?.element})
  }
  const persons = (clues.properties.get('author') ?? clues.properties.get('creator') ?? []).flatMap(
    (element) => {
      const name = cleanName(
        string(element.properties.content) ?? shownText(nameIn(element), 200),
        STRUCTURED,
      )
      return name ? [{name, element}] : []
    },
  )
  const distinct = [...new Set(persons.map(({name}) => name))].slice(0, 20)
  if (distinct.length > 0) {
    found.push({
      source: 'properties',
      value: {
        byline: distinct.join(', '),
        authors: distinct.length === 1 ? namesIn(distinct[0] ?? '') : distinct,
      },
      element: persons[0]?.element,
    })
  }
  const links = clues.authors.flatMap((element) => cleanName(shownText(element, 200)) ?? [])
  const linked =
    new Set(links).size === 1 && clues.authors[0] ? [{value: links[0] ?? '', element: clues.authors[0]}] : []
  for (const {value, element} of [
    ...shown.bylines,
    ...linked,
    ...(shown.onlyAuthor ? [shown.onlyAuthor] : []),
  ]) {
    found.push({source: 'byline', value: {byline: value, authors: namesIn(value)}, element})
  }
  return found
}

/** Names of the section that a page stands in, its address' folders among them. */
function sectionsOf(url: string | undefined, ...named: (string | undefined)[]): string[] {
  const folders =
    URL.parse(url ?? '')
      ?.pathname.split('/')
      .slice(1, -1) ?? []
  return [...folders.slice(0, 3), ...named].filter(
    (name): name is string => name !== undefined && name !== '',
  )
}

/** The element that holds the name alone, where there is one. */
function nameIn(author: Element): Element {
  const stack: Element[] = [author]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const property = element.properties.itemProp ?? element.properties.property
    if (
      element !== author &&
      (Array.isArray(property) ? property : [property]).some((name) => /(?:^|:)name$/.test(String(name)))
    ) {
      return element
    }
    for (const child of element.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  return author
}

function candidatesOfLanguage(
  clues: Clues,
  article: Record<string, unknown> | undefined,
  script: Element | undefined,
): Candidate<string>[] {
  const said: Candidate<string | undefined>[] = [
    {source: 'jsonLd', value: text(article?.inLanguage), element: script},
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
  return ordered('language', tags)
}

function tagsOf(clues: Clues, described: Candidate<string[]>[]): Candidate<string[]>[] {
  const listed = (source: Source, keys: string[], divided: boolean): Candidate<string[]>[] => {
    const said = keys.map((key) => clues.meta.get(key) ?? []).find((list) => list.length > 0) ?? []
    const values = said.flatMap(({value}) => (divided ? value.split(/[,;]/) : [value]))
    return values.length > 0 ? [{source, value: values, element: said[0]?.element}] : []
  }
  const linked = clues.tags.map((element) => shownText(element, 100))
  return ordered('tags', [
    ...listed('openGraph', ['article:tag', 'og:article:tag'], false),
    ...described,
    ...listed('meta', ['parsely-tags', 'sailthru.tags', 'news_keywords', 'keywords', 'dc.subject'], true),
    ...(linked.length > 0 ? [{source: 'tags', value: linked, element: clues.tags[0]} as const] : []),
  ]).flatMap(({value, ...rest}) => {
    const tags = [...new Set(value.map(collapse).filter((tag) => tag !== '' && tag.length <= 100))].slice(
      0,
      50,
    )
    return tags.length > 0 ? [{...rest, value: tags}] : []
  })
}

/** The day in an address such as `/2026/01/31/rain`: published then, as publishing systems build addresses. */
function dateOfAddress(url: string | undefined): Candidate<string>[] {
  const [, year, month, day] =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(URL.parse(url ?? '')?.pathname ?? '') ?? []
  return year && month && day
    ? [{source: 'address', value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`}]
    : []
}

function dateProperties(
  clues: Clues,
  keys: readonly string[],
  language: string | undefined,
): Candidate<string>[] {
  return keys
    .flatMap((key) => clues.properties.get(key) ?? [])
    .flatMap((element): Candidate<string>[] => {
      const {dateTime, content} = element.properties
      const value =
        toIsoDate(string(dateTime) ?? string(content), language) ??
        findDate(shownText(element, 200), language)
      return value ? [{source: 'properties', value, element}] : []
    })
}

const dated = (
  field: Field,
  said: readonly Candidate<string>[],
  language: string | undefined,
): Candidate<string>[] =>
  ordered(field, said).flatMap(({value, ...rest}) => {
    const date = toIsoDate(value, language)
    return date ? [{...rest, value: date}] : []
  })

/** By trust; of one source in the order given. */
function ordered<Value>(field: Field, said: readonly Candidate<Value>[]): Candidate<Value>[] {
  const order: readonly Source[] = TRUST[field]
  return said
    .filter(({source}) => order.includes(source))
    .toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source))
}

function firstMeta({meta}: Clues, ...names: string[]): Clue | undefined {
  for (const name of names) {
    const [clue] = meta.get(name) ?? []
    if (clue) return clue
  }
  return undefined
}

const nonEmpty = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined)

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim()
