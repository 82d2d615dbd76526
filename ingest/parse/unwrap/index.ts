/**
 * Takes the article out of what carries it, before anything is repaired or parsed: everything that can move text from somewhere else
 * into view is here. One format, one file, one line; each unwrapper sees what the one before it took out.
 */
import type {Report} from '../findings/report.ts'
import type {Declared} from '../metadata/declared.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {atom} from './atom.ts'
import {embeddedState} from './embedded-state.ts'
import {frontMatter} from './front-matter.ts'
import {jsonDocument} from './json-document.ts'
import {jsonFeed} from './json-feed.ts'
import {jsonLd} from './json-ld.ts'
import {jsonString} from './json-string.ts'
import {rss} from './rss.ts'
import {streamedParts} from './streamed-parts.ts'
import type {Unwrapper} from './unwrapper.ts'
import {wordpress} from './wordpress.ts'

export const unwrappers: readonly Unwrapper[] = [
  // From the outside in: an API may answer with an item of a feed, and a feed may carry a page. Formats that name themselves
  // before the general reader of JSON, which would know less about them.
  jsonString,
  jsonFeed,
  jsonLd,
  wordpress,
  jsonDocument,
  atom,
  rss,
  // A page that leaves its order, or its text, to a program. Parts in their places may be all that it lacks.
  streamedParts,
  embeddedState,
  // A Markdown text, alone or in any of these.
  frontMatter,
]

export interface UnwrappedDocument {
  /** The very object that was given where nothing wraps it. */
  html: TracedText
  /** What each wrapping declares, the outermost first. */
  declared: readonly Declared[]
  base?: string
}

/** Run every unwrapper over a decoded source, in order. */
export function unwrap(source: TracedText, report: Report): UnwrappedDocument {
  const declared: Declared[] = []
  let html = source
  let base: string | undefined
  for (const one of unwrappers) {
    const unwrapped = one(html, report)
    if (!unwrapped) continue
    html = unwrapped.html
    if (unwrapped.declared) declared.push(unwrapped.declared)
    base = unwrapped.base ?? base
  }
  return {html, declared, ...(base !== undefined && {base})}
}
