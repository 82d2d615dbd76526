/**
 * Takes the article out of its wrapping before anything is repaired or parsed. One format, one file, one line; each unwrapper gets the
 * output of the one before.
 */
import type {Report} from '../findings/report.ts'
import type {Declared} from '../metadata/declared.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {archivedPage} from './archived-page.ts'
import {atom} from './atom.ts'
import {beforePage} from './before-page.ts'
import {embeddedState} from './embedded-state.ts'
import {frontMatter} from './front-matter.ts'
import {ghostExport} from './ghost-export.ts'
import {httpMessage} from './http-message.ts'
import {jsonDocument} from './json-document.ts'
import {jsonFeed} from './json-feed.ts'
import {jsonLd} from './json-ld.ts'
import {jsonString} from './json-string.ts'
import {mediumExport} from './medium-export.ts'
import {mimeMessage} from './mime-message.ts'
import {newsml} from './newsml.ts'
import {nitf} from './nitf.ts'
import {rss} from './rss.ts'
import {savedPage} from './saved-page.ts'
import {streamedParts} from './streamed-parts.ts'
import type {Unwrapper} from './unwrapper.ts'
import {wordpress} from './wordpress.ts'

/** All unwrappers, in order. */
export const unwrappers: readonly Unwrapper[] = [
  // From the outside in: an API may answer with an item of a feed, and a feed may carry a page. Specific formats come before
  // the general reader of JSON, which extracts fewer fields.
  httpMessage,
  mimeMessage,
  jsonString,
  jsonFeed,
  jsonLd,
  wordpress,
  ghostExport,
  jsonDocument,
  atom,
  rss,
  nitf,
  newsml,
  // Whole pages, as somebody else kept or sent them.
  beforePage,
  archivedPage,
  savedPage,
  mediumExport,
  // Pages that need a script to show their text. Moving streamed parts may be enough.
  streamedParts,
  embeddedState,
  // Markdown, alone or in any of the formats above.
  frontMatter,
]

/** A document after all unwrappers. */
export interface UnwrappedDocument {
  /** The same object as the input if nothing wraps it. */
  html: TracedText
  /** Metadata that each wrapping declares, the outermost first. */
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
