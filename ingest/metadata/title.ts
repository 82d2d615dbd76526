/** The article's title as the page gives it: the heading rather than the window's title, which carries the site's name. */

const separators = /(?<!\s)\s+[|–—\-·•»:]\s+/g

/**
 * A window's title without the site's name at either end. Where the name is not known, the part that a heading of the
 * page repeats.
 *
 * @example
 *   withoutSiteName('Rain ahead | The Daily', 'The Daily', []) // 'Rain ahead'
 */
export function withoutSiteName(
  title: string,
  siteName: string | undefined,
  headings: readonly string[],
): string {
  const parts = title.split(separators)
  if (parts.length < 2) return title
  const repeated = headings.find((heading) => heading && title !== heading && title.includes(heading))
  if (repeated) return repeated
  if (!siteName) return title
  const same = (part: string | undefined) => part?.trim().toLowerCase() === siteName.trim().toLowerCase()
  const marks = [...title.matchAll(separators)]
  if (same(parts.at(-1))) return title.slice(0, marks.at(-1)?.index).trim()
  const first = marks[0]
  if (same(parts[0]) && first) return title.slice(first.index + first[0].length).trim()
  return title
}
