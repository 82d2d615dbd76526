/** Control characters that HTML and XML 1.0 forbid, and the two code points that only XML forbids. */
const FORBIDDEN = /[[\p{Cc}\uFFFE\uFFFF]--[\t\n]]/gv

/**
 * Text that HTML and XML allow: line ends as `\n`, no control characters, no lone surrogates.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(FORBIDDEN, '')
}
