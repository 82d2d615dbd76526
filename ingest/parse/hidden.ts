/** What of a page is hidden from readers, by its markup alone: style sheets are not read. */
import type {Element} from 'hast'

/** Class names with which common style sheets hide an element. */
const NAMES = new Set('d-none hidden hide is-hidden u-hidden'.split(' '))

/** Class names that show it again on some screens: “md:block”, “d-md-flex”. */
const SHOWN_AGAIN = /^(?:[\w-]+:[\w-]+|d-(?:sm|md|lg|xl|xxl|print)-(?!none)[a-z-]+|(?:visible|show)-[\w-]+)$/

/** Whether an element is hidden: by the `hidden` attribute, a declaration in its `style`, or such a name. */
export function isHidden({properties}: Element): boolean {
  const {hidden, style, className} = properties
  if (hidden !== undefined && hidden !== false && hidden !== null) return true
  if (typeof style === 'string' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
    return true
  return Array.isArray(className) && isHiddenByName(className)
}

const isHiddenByName = (names: readonly (string | number)[]): boolean =>
  names.some((name) => NAMES.has(String(name))) && !names.some((name) => SHOWN_AGAIN.test(String(name)))
