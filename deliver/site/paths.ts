/** The forms in which an article is served. */
export const FORMATS = ['html', 'json', 'md'] as const
/** One of the forms. */
export type Format = (typeof FORMATS)[number]

const PREFIX = '/articles/'
const SUFFIX = new RegExp(`\\.(${FORMATS.join('|')})$`)

/**
 * The path of an article. A page has no suffix, except where its slug ends in a suffix of a format, or is `.` or `..`,
 * which an address cannot end in. There it is `.html`, so that every path names one slug and one format.
 */
export function articlePath(slug: string, format: Format = 'html'): string {
  const plain = format === 'html' && !SUFFIX.test(slug) && !/^\.{1,2}$/.test(slug)
  return `${PREFIX}${encodeURIComponent(slug.toWellFormed())}${plain ? '' : `.${format}`}`
}

/** The slug and the format that a path names; undefined when it is not the path of an article. */
export function readArticlePath(path: string): {slug: string; format: Format} | undefined {
  const name = decode(path.slice(PREFIX.length))
  if (!path.startsWith(PREFIX) || !name) return undefined
  const suffix = SUFFIX.exec(name)?.[1]
  const format = FORMATS.find((each) => each === suffix)
  const slug = format ? name.slice(0, -format.length - 1) : name
  return slug ? {slug, format: format ?? 'html'} : undefined
}

/** The path of a topic's list. */
export function topicPath(slug: string): string {
  return `/topics/${encodeURIComponent(slug.toWellFormed())}`
}

/** Undefined for bytes that are no UTF-8, which no slug is. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
