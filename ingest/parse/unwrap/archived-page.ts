/**
 * A page as a web archive serves it: the Wayback Machine, other archives with the same addresses (OpenWayback, pywb), and archive.today.
 * The archive's toolbar and scripts are left out, and addresses are again those of the page. The address that was archived becomes that
 * of the article.
 *
 * @example
 *   in: <!doctype html><head><script src="/_static/js/bundle-playback.js"></script><link rel="canonical" href="https://web.archive.org/web/20240303101112/https://example.com/well"></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp">12 captures</div><!-- END WAYBACK TOOLBAR INSERT --><p>The <a href="/web/20240303101112/https://example.com/map">map</a>.</p></body>
 *   out: <!doctype html><head><script src="/_static/js/bundle-playback.js"></script><link rel="canonical" href="https://example.com/well"></head><body><p>The <a href="https://example.com/map">map</a>.</p></body>
 *   declares: {"canonicalUrl": "https://example.com/well"}
 * @example
 *   in: <p>See <a href="https://web.archive.org/web/20240303101112/https://example.com/map">the map of 2024</a>.</p>
 *   out: <p>See <a href="https://web.archive.org/web/20240303101112/https://example.com/map">the map of 2024</a>.</p>
 */
import {editsOutside, isPage} from '../repair/text/markup/outside.ts'
import type {Edit, SourceRange, TracedText} from '../trace/traced-text.ts'
import {edit, sourceRange} from '../trace/traced-text.ts'
import {originalAddress} from './capture/original.ts'
import type {Unwrapper} from './unwrapper.ts'

/** Before the address of something archived; with two letters and a line after the time, of an image, style or script. */
const STAMPED =
  /(?:(?:https?:)?\\?\/\\?\/[\w.-]{3,60}(?::\d{2,5})?)?(?:\\?\/[\w-]{1,40}){0,4}\\?\/\d{14}(?:[a-z]{2}_)?\\?\/(?=https?:\\?\/)/g
const TODAY =
  /https?:\\?\/\\?\/archive\.(?:today|ph|is|li|fo|md|vn)\\?\/(?:o\\?\/\w{4,8}\\?\/|\d{4}[\d.-]{4,20}\\?\/)(?=https?:)/g
/** What only a page in an archive has. */
const SIGN =
  /BEGIN WAYBACK TOOLBAR INSERT|\/_static\/js\/(?:bundle-playback|wombat)|archive\.org\/includes\/|FILE ARCHIVED ON \d|\/\d{14}(?:js|cs|im|mp|if|id)_\/https?:|<meta property="og:url" content="https?:\/\/archive\.(?:today|ph|is|li|fo|md|vn)\//
/** Parts that the archive inserted, by their marks. */
const INSERTED = [
  ['<!-- BEGIN WAYBACK TOOLBAR INSERT -->', '<!-- END WAYBACK TOOLBAR INSERT -->'],
  ['<!--\n     FILE ARCHIVED ON', '-->'],
  ['<!--\n playback timings', '-->'],
] as const
const TAG = /<(?:link|meta)\s[^<>]{1,1500}>/gi
const NAMED =
  /The Wayback Machine - https?:\/\/[\w.-]{3,60}\/\w{1,20}\/\d{14}\/(https?:\/\/[^\s<>"']{3,2000})|__wm\.wombat\("(https?:[^"\s]{3,2000})"/

export const archivedPage: Unwrapper = (text, report) => {
  const {value} = text
  if (!isPage(value) || !SIGN.test(value)) return undefined
  const parts = insertedIn(value)
  const addresses = addressesIn(text).filter(
    ({start}) => !parts.some((part) => part.start <= start && start < part.end),
  )
  if (parts.length + addresses.length === 0) return undefined
  const removed = parts.map(({start, end}) => ({start, end, value: ''}))
  report({
    code: 'document-unwrapped',
    message:
      'The source is a page of a web archive. The archive’s toolbar was left out, and addresses are those of the page again.',
    ranges: [...removed, ...addresses].map(({start, end}) => sourceRange(text, start, end)),
  })
  const html = edit(
    text,
    [...removed, ...addresses].toSorted((a, b) => a.start - b.start),
  )
  const [original, place] = originalIn(value, html.value)
  return {html, ...originalAddress(original, sourceRange(text, place.start, place.end))}
}

function insertedIn(value: string): SourceRange[] {
  const parts = INSERTED.flatMap(([first, last]) => {
    const start = value.indexOf(first)
    const end = start < 0 ? -1 : value.indexOf(last, start)
    return end < 0 ? [] : [{start, end: end + last.length}]
  })
  return parts
    .toSorted((a, b) => a.start - b.start)
    .filter((part, index, all) => index === 0 || part.start >= (all[index - 1]?.end ?? 0))
}

/** The archive's part of each address in tags and scripts; addresses in text are what somebody wrote. */
function addressesIn(text: TracedText): Edit[] {
  const all = [STAMPED, TODAY].flatMap((pattern) =>
    Array.from(text.value.matchAll(pattern), ({0: found, index}) => ({
      start: index,
      end: index + found.length,
      value: '',
    })),
  )
  const inText = new Set(editsOutside(text, all))
  const found = all.filter((one) => !inText.has(one)).toSorted((a, b) => a.start - b.start)
  return found.filter((one, index) => index === 0 || one.start >= (found[index - 1]?.end ?? 0))
}

/** The archived address: as the archive names it, or as the page itself does once its addresses are its own. */
function originalIn(value: string, html: string): [string | undefined, SourceRange] {
  const named = NAMED.exec(value)
  if (named)
    return [
      (named[1] ?? named[2])?.replaceAll('&amp;', '&'),
      {start: named.index, end: named.index + named[0].length},
    ]
  for (const {0: tag} of html.matchAll(TAG)) {
    if (!/canonical|og:url/i.test(tag)) continue
    const address = /(?:href|content)\s?=\s?["']?(https?:[^\s"'<>]{3,2000})/i.exec(tag)?.[1]
    const start = Math.max(0, value.search(/<(?:link|meta)\s/i))
    if (address) return [address.replaceAll('&amp;', '&'), {start, end: start + 1}]
  }
  return [undefined, {start: 0, end: 1}]
}
