/** What of a page no reader sees, by what its markup alone says: style sheets are not read. */
import type {Element} from 'hast'

/** Names by which the style sheets in wide use hide an element. */
const NAMES = new Set('d-none hidden hide is-hidden u-hidden'.split(' '))

/** Names by which they show it again on some screens: “md:block”, “d-md-flex”. */
const SHOWN_AGAIN = /^(?:[\w-]+:[\w-]+|d-(?:sm|md|lg|xl|xxl|print)-(?!none)[a-z-]+|(?:visible|show)-[\w-]+)$/

/** Not shown: the `hidden` attribute, the two declarations of a `style` that hide, and such names. */
export function isHidden({properties}: Element): boolean {
  const {hidden, style, className} = properties
  if (hidden !== undefined && hidden !== false && hidden !== null) return true
  if (typeof style === 'string' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
    return true
  return Array.isArray(className) && isHiddenByName(className.map(String))
}

const isHiddenByName = (names: readonly string[]): boolean =>
  names.some((name) => NAMES.has(name)) && !names.some((name) => SHOWN_AGAIN.test(name))
