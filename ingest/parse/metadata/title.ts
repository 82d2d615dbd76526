/** The article's title as the page gives it: its heading rather than the window's title, which carries the site's name. */
import {isHeadlineLength} from '../headlines.ts'

const separators = /(?<!\s)\s+[|–—\-·•»«:]\s+/g

/** A heading longer than this is a paragraph. */
const LONGEST = 200

/**
 * A title without the site's name at either end, as often as it stands there.
 *
 * @param siteNames what the site is called; see {@link isSiteName}
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
 * The part of a title that is the site's name, for a page that has no other: a site's front page. The whole where no part is.
 *
 * @example
 *   siteNameIn('The Daily | News of the north', ['The Daily'], undefined) // 'The Daily'
 */
export function siteNameIn(title: string, siteNames: readonly string[], host: string | undefined): string {
  const parts = title.split(separators).map((part) => part.trim())
  return parts.find((part) => part !== '' && isSiteName(part, siteNames, host)) ?? title
}

/** Whether a text is what the site calls itself, or its host name without dots and the like. */
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
 * What stands beside the title in the title of the window: what the site is called.
 *
 * @example
 *   besideTitle('The Daily: Rain ahead', 'Rain ahead') // ['The Daily']
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

/** Share of words two titles must have in common to be one title in two wordings. */
export const MIN_SIMILARITY = 0.5

/**
 * The heading that is the title: the one that says most of what the page gives as its title elsewhere; else one of lower rank that says
 * just that, where the first rank is the site's or the section's; else the only one there is. Undefined where none does.
 *
 * @param declared titles that the page gives elsewhere, without the site's name
 */
export function titleHeading<Heading extends {text: string}>(
  headings: readonly Heading[],
  lesser: readonly Heading[],
  declared: readonly string[],
  isSite: (text: string) => boolean,
): Heading | undefined {
  const fitting = headings.filter(({text}) => text !== '' && text.length <= LONGEST && !isSite(text))
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
 * A heading in capitals throughout, in the case that the page gives the same words elsewhere: capitals are a look. As it is where it does not.
 *
 * @param declared titles that the page gives elsewhere, the most trusted first
 * @example
 *   inItsCase('MINISTER RESIGNS', ['Minister resigns']) // 'Minister resigns'
 */
export function withDeclaredCase(heading: string, declared: readonly string[]): string {
  if (!isAllCapitals(heading)) return heading
  return declared.find((title) => !isAllCapitals(title) && title.toUpperCase() === heading) ?? heading
}

/** Whether a text is several words in capitals: of one word they may be a name's. */
const isAllCapitals = (text: string): boolean =>
  text === text.toUpperCase() && (text.match(/\p{Lu}{2,}/gu)?.length ?? 0) > 1

/** Words in common, of all words of both. */
export function similarityOf(one: string, other: string): number {
  const [a, b] = [wordSet(one), wordSet(other)]
  const shared = a.intersection(b).size
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+/gu))
