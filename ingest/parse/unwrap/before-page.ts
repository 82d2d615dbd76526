/**
 * Whatever precedes a page: warnings of PHP, a line with the address, an element that a scraper put around it, the banner of a search
 * engine's cache. A parser would take it for the start of the body, and the page's own head for text. It is left out: for certain if it
 * is of a known kind or no sentence, else for an editor to look at. The original address that a cache names becomes that of the article.
 *
 * @example
 *   in: <br />\n<b>Warning</b>: Undefined variable $x in <b>/var/www/a.php</b> on line <b>7</b><br />\n<!DOCTYPE html><html><head><title>Wells</title></head><body><p>The well is deep.</p></body></html>
 *   out: <!DOCTYPE html><html><head><title>Wells</title></head><body><p>The well is deep.</p></body></html>
 * @example
 *   in: https://example.com/well\n<!DOCTYPE html><html><head><title>Wells</title></head><body><p>The well is deep.</p></body></html>
 *   out: <!DOCTYPE html><html><head><title>Wells</title></head><body><p>The well is deep.</p></body></html>
 *   declares: {"canonicalUrl": "https://example.com/well"}
 * @example
 *   in: <!-- cached --><!DOCTYPE html><html><head><title>Wells</title></head><body><p>The well is deep.</p></body></html>
 *   out: <!-- cached --><!DOCTYPE html><html><head><title>Wells</title></head><body><p>The well is deep.</p></body></html>
 * @example
 *   in: <p>Each page begins with <!doctype html> and then <html>.</p>
 *   out: <p>Each page begins with <!doctype html> and then <html>.</p>
 */
import {surveyOf} from '../repair/text/markup/survey.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {slice, sourceRange} from '../trace/traced-text.ts'
import {originalAddress} from './capture/original.ts'
import {plainText} from './lib/plain.ts'
import type {Unwrapper} from './unwrapper.ts'

/** Maximum length of what precedes a page, in characters. */
const MAX_LENGTH = 50_000
const PAGE = /<(?:!doctype\s+html|html[\s>])/i
/** What follows soon after the start of a page, and not of an example in an article. */
const HEAD = /<(?:head|title|meta|link|body|frameset)[\s>/]/i
/** Elements in which the start of a page is shown. */
const SHOWN = ['pre', 'code', 'textarea', 'script', 'style', 'template', 'xmp', 'noscript']

const MESSAGE = /\b(?:Warning|Notice|Deprecated|(?:Fatal|Parse|Recoverable) error|Strict Standards)\b/
const MESSAGE_END = / on line \d/
const CACHE =
  /googleusercontent\.com|google-cache-hdr|Google(?:&#0?39;|&rsquo;|'|’)s cache|cc\.bingj\.com|cached page for|yandbtm|hghltd\.yandex/i
const ADDRESS =
  /^(?:(?:url|source|address|link|from|canonical)\s{0,3}[:=]\s{0,3})?["'<]?(https?:\/\/[^\s"'<>]{3,2000})["'>]?$/i
/** Settings before a page, which have a reader of their own. */
const FRONT_MATTER = /^\s{0,20}(?:---|\+\+\+)[ \t]{0,9}\r?\n\w{1,40}\s{0,3}[:=]/
/** Minimum length of a sentence, in characters. */
const MIN_SENTENCE = 18

export const beforePage: Unwrapper = (text, report) => {
  const {value} = text
  const start = value.length - value.trimStart().length
  if (/^<(?:!doctype|html|\?xml|head|body)/i.test(value.slice(start, start + 9))) return undefined
  const at = value.slice(0, MAX_LENGTH).search(PAGE)
  if (
    at <= start ||
    !HEAD.test(value.slice(at, at + 5000)) ||
    !/<\/(?:html|body|head)>/i.test(value.slice(at))
  )
    return undefined
  const before = value.slice(0, at)
  if (isShown(before) || !isLineStart(before) || FRONT_MATTER.test(before)) return undefined
  const words = wordsIn(slice(text, 0, at))
  // Comments, scripts and metadata before the doctype are part of the page.
  if (words === '' && !/<(?:div|table|center|p|pre)[\s>]/i.test(before)) return undefined
  const isKnown =
    (MESSAGE.test(words) && MESSAGE_END.test(words)) ||
    CACHE.test(before) ||
    ADDRESS.test(words) ||
    !hasSentence(words)
  if (!isKnown && words.length > wordsIn(slice(text, at)).length) return undefined
  const place = sourceRange(text, 0, at)
  report({
    code: 'before-page-dropped',
    message: isKnown
      ? 'What precedes the page itself, such as a warning of its server or the banner of a cache, was left out.'
      : 'Text precedes the page itself. It was left out, since it is no part of the page. Check that it is not part of the article.',
    ranges: [place],
    ...(!isKnown && {
      weight: 'doubtful',
      passages: [{nodes: [{type: 'text', value: words}], place: place.start}],
    }),
  })
  return {html: slice(text, at), ...originalAddress(addressIn(before, words), place)}
}

/** Text outside all markup. */
function wordsIn(text: TracedText): string {
  const pieces: string[] = []
  let from = 0
  for (const {start, end} of surveyOf(text).markup) {
    pieces.push(text.value.slice(from, start))
    from = Math.max(from, end)
  }
  pieces.push(text.value.slice(from))
  return plainText(pieces.join(' '))
}

/** Whether a page may begin after this: in the middle of a line of text, its start is only mentioned. */
function isLineStart(before: string): boolean {
  const last = before.trimEnd()
  return last === '' || last.endsWith('>') || before.slice(last.length).includes('\n')
}

function hasSentence(words: string): boolean {
  let from = 0
  for (const {index} of words.matchAll(/[.!?](?=\s|$)|[。！？]/g)) {
    if (index - from >= MIN_SENTENCE) return true
    from = index + 1
  }
  return false
}

/** Whether an element that shows markup is still open. */
function isShown(before: string): boolean {
  const lower = before.toLowerCase()
  const isOpen = (open: string, close: string): boolean => lower.lastIndexOf(open) > lower.lastIndexOf(close)
  return (
    isOpen('<!--', '-->') ||
    SHOWN.some((name) => isOpen(`<${name}`, `</${name}`)) ||
    /srcdoc\s{0,3}=\s{0,3}(?:"[^"]*|'[^']*)$/i.test(before.slice(-2000))
  )
}

/** The address that is the only text, or that a cache names. */
function addressIn(before: string, words: string): string | undefined {
  const alone = ADDRESS.exec(words)?.[1]
  if (alone) return alone
  if (!CACHE.test(before)) return undefined
  return (/<base\s[^<>]{0,300}?href\s?=\s?["']?([^\s"'<>]{4,2000})/i.exec(before) ??
    /<a\s[^<>]{0,300}?href\s?=\s?["']?([^\s"'<>]{4,2000})/i.exec(before))?.[1]?.replaceAll('&amp;', '&')
}
