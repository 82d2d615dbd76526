/** Control characters that neither HTML nor XML 1.0 admits, and the two code points that XML alone forbids. */
const FORBIDDEN = /[[\p{Cc}\uFFFE\uFFFF]--[\t\n]]/gv

/**
 * Text that HTML and XML admit: line ends as `\n`, no control characters, no lone surrogates.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(FORBIDDEN, '')
}
