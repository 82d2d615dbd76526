/**
 * A page that a browser or program saved, with a comment that names its address: browsers (`saved from url`), SingleFile, HTTrack.
 *
 * @example
 *   in: <!DOCTYPE html>\n<!-- saved from url=(0024)https://example.com/well -->\n<html><p>The well is deep.</p></html>
 *   out: <!DOCTYPE html>\n\n<html><p>The well is deep.</p></html>
 *   declares: {"canonicalUrl": "https://example.com/well"}
 * @example
 *   in: <!DOCTYPE html><!-- saved from url=(0014)about:internet --><html><p>The well is deep.</p></html>
 *   out: <!DOCTYPE html><!-- saved from url=(0014)about:internet --><html><p>The well is deep.</p></html>
 */
import {isPage} from '../repair/text/markup/outside.ts'
import {edit, sourceRange} from '../trace/traced-text.ts'
import {originalAddress} from './capture/original.ts'
import type {Unwrapper} from './unwrapper.ts'

const SAVED = [
  /^<!-- ?saved from url=\(\d{1,6}\)(https?:\/\/[^\s<>"]{3,2000})/,
  /^<!--\s{0,9}Page saved with SingleFile\s{1,9}url: (https?:\/\/[^\s<>"]{3,2000})/,
  /^<!-- Mirrored from ([^\s<>"]{3,2000}) by HTTrack/,
]
/** Maximum number of characters before the comment. */
const MAX_OFFSET = 4000

export const savedPage: Unwrapper = (text, report) => {
  const {value} = text
  const sign = value.slice(0, MAX_OFFSET).search(/saved from url=|saved with SingleFile|by HTTrack/)
  if (sign < 0 || !isPage(value)) return undefined
  const start = value.lastIndexOf('<!--', sign)
  const close = value.indexOf('-->', sign)
  if (start < 0 || close < 0) return undefined
  const range = {start, end: close + '-->'.length}
  const comment = value.slice(range.start, range.end)
  const written = SAVED.map((pattern) => pattern.exec(comment)?.[1]).find(Boolean) ?? ''
  const place = sourceRange(text, range.start, range.end)
  const original = originalAddress(/^https?:/.test(written) ? written : `https://${written}`, place)
  if (!original.base) return undefined
  report({
    code: 'document-unwrapped',
    message: 'The source is a saved page. The address that it was saved from was kept.',
    ranges: [place],
  })
  return {html: edit(text, [{...range, value: ''}]), ...original}
}
