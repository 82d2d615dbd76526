/** What of a page no reader sees, by what its markup alone says: style sheets are not read. */
import type {Element} from 'hast'

/** Not shown: the `hidden` attribute, and the two declarations of a `style` that hide. */
export function isHidden({properties}: Element): boolean {
  const {hidden, style} = properties
  if (hidden !== undefined && hidden !== false && hidden !== null) return true
  return typeof style === 'string' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}
