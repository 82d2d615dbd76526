/**
 * The article’s title as the page shows it: its heading rather than the window’s title, which contains the site’s name.
 */
import {isHeadlineLength} from '../headlines.ts'

const separators = /(?<!\s)\s+[|–—\-·•»«:]\s+/g

/** Maximum length of a heading, in characters. A longer one is a paragraph. */
const MAX_HEADING_LENGTH = 200

/**
 * Remove the site’s name from both ends of a title, up to three times.
 *
 * @param title any title of the page
 * @param siteNames names of the site; see {@link isSiteName}
 * @param host host name of the page
 * @example
 *   withoutSiteName('Rain ahead | The Daily', ['The Daily'], undefined) // 'Rain ahead'
 */
export function withoutSiteName(
  title: string,
  siteNames: readonly string[],
  host: string | undefined,
): string {
  let rest = title
  for (let turn = 0; turn < 3; turn++) {
    const marks = [...rest.matchAll(separators)]
    const [first, last] = [marks[0], marks.at(-1)]
    if (!first || !last) return rest
    if (isSiteName(rest.slice(last.index + last[0].length), siteNames, host))
      rest = rest.slice(0, last.index).trim()
    else if (isSiteName(rest.slice(0, first.index), siteNames, host))
      rest = rest.slice(first.index + first[0].length).trim()
    else return rest
  }
  return rest
}

/**
 * Find the site’s name in a title, for a page without any other: a front page. Returns the whole title if it does not
 * contain one.
 *
 * @example
 *   siteNameIn('The Daily | News of the north', ['The Daily'], undefined) // 'The Daily'
 */
export function siteNameIn(title: string, siteNames: readonly string[], host: string | undefined): string {
  const parts = title.split(separators).map((part) => part.trim())
  return parts.find((part) => part !== '' && isSiteName(part, siteNames, host)) ?? title
}

/** Whether a text is a name of the site, or its host name without dots and the like. */
export function isSiteName(text: string, siteNames: readonly string[], host: string | undefined): boolean {
  const name = squeezed(text)
  if (name === '') return true
  if (siteNames.some((known) => squeezed(known) === name)) return true
  const labels =
    host
      ?.toLowerCase()
      .replace(/^www\./, '')
      .split('.') ?? []
  return (
    name.length > 2 &&
    (labels.includes(name) ||
      labels.some(
        (_, index) => labels.slice(index).join('') === name || labels.slice(index, -1).join('') === name,
      ))
  )
}

/**
 * Find the site’s name beside the title in the window’s title.
 *
 * @example
 *   namesBesideTitle('The Daily: Rain ahead', 'Rain ahead') // ['The Daily']
 */
export function namesBesideTitle(window: string | undefined, title: string | undefined): string[] {
  if (window === undefined || title === undefined || title.trim() === '') return []
  const [whole, part] = [window.replace(/\s+/g, ' ').trim(), title.replace(/\s+/g, ' ').trim()]
  if (whole.length <= part.length) return []
  const before = whole.endsWith(part)
    ? /^(.+?)\s?[|–—\-·•»«:]$/u.exec(whole.slice(0, -part.length).trim())?.[1]
    : undefined
  const after = whole.startsWith(part)
    ? /^[|–—\-·•»«]\s(.+)$/u.exec(whole.slice(part.length).trim())?.[1]
    : undefined
  return [before, after].filter((name) => name !== undefined)
}

const squeezed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^\s*the\s/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** What programs write where a document has no title. Lower case, without marks at the ends. */
const PLACEHOLDERS = new Set(
  'no title specified|no title|document|untitled|untitled post|untitled article|無題ドキュメント|untitled document|untitled page|new document|new page|unbenannt|unbenanntes dokument|ohne titel|document sans titre|sans titre|documento sin título|sin título|documento sem título|sem título|senza titolo|zonder titel|bez tytułu|без названия|без имени|無題|無題のドキュメント|无标题|无标题文档|無標題|제목 없음|undefined|null'.split(
    '|',
  ),
)

/** Whether a title is only what a program writes where there is none. */
export const isPlaceholderTitle = (title: string): boolean =>
  PLACEHOLDERS.has(
    title
      .toLowerCase()
      .replace(/^[\s\-–—_.[(]{1,9}|[\s\-–—_.\])]{1,9}$/gu, '')
      .replace(/\s?\d{1,3}$/, ''),
  )

/** Minimum similarity of two wordings of one title. */
export const MIN_SIMILARITY = 0.5

/**
 * Find the heading that is the title: the one most similar to the declared titles; otherwise one of lower rank that
 * equals one of them, if the first rank is the site’s or the section’s; otherwise the only one. Returns undefined if
 * there is none.
 *
 * @param headings headings of the first rank
 * @param lesser headings of lower rank
 * @param declared titles that the page declares, without the site’s name
 * @param isSite whether a text is the site’s name
 */
export function titleHeading<Heading extends {text: string}>(
  headings: readonly Heading[],
  lesser: readonly Heading[],
  declared: readonly string[],
  isSite: (text: string) => boolean,
): Heading | undefined {
  const fitting = headings.filter(
    ({text}) => text !== '' && text.length <= MAX_HEADING_LENGTH && !isSite(text),
  )
  let best: Heading | undefined
  let most = 0
  for (const heading of fitting) {
    const likeness = Math.max(0, ...declared.map((title) => similarityOf(heading.text, title)))
    if (likeness > most) {
      most = likeness
      best = heading
    }
  }
  if (most >= MIN_SIMILARITY) return best
  const wanted = new Set(declared.flatMap((title) => [title, ...title.split(separators)]).map(squeezed))
  const same = lesser.find(({text}) => isHeadlineLength(text) && !isSite(text) && wanted.has(squeezed(text)))
  return same ?? (headings.length === 1 ? fitting[0] : undefined)
}

/**
 * Give an all-capitals heading the case in which the page declares the same words: capitals are styling. Returns it
 * unchanged if no declared title matches.
 *
 * @param heading heading of the page
 * @param declared titles that the page declares, the most trusted first
 * @example
 *   withDeclaredCase('MINISTER RESIGNS', ['Minister resigns']) // 'Minister resigns'
 */
export function withDeclaredCase(heading: string, declared: readonly string[]): string {
  if (!isAllCapitals(heading)) return heading
  return declared.find((title) => !isAllCapitals(title) && title.toUpperCase() === heading) ?? heading
}

/** Whether a text has several words in capitals: a single one may be a name. */
const isAllCapitals = (text: string): boolean =>
  text === text.toUpperCase() && (text.match(/\p{Lu}{2,}/gu)?.length ?? 0) > 1

/** Share of common words among all words of two texts, from 0 to 1. */
export function similarityOf(one: string, other: string): number {
  const [a, b] = [wordSet(one), wordSet(other)]
  const shared = a.intersection(b).size
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+/gu))
