/** Schemes that a link of an article may have. */
export const LINK_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'] as const
/** Schemes that an image or an embedded page may have. */
export const RESOURCE_SCHEMES = ['http:', 'https:'] as const

/** A whole address, so that no base can change its meaning (`https:x` is relative on an https page). */
const ABSOLUTE = /^(?:https?:\/\/[^/\\?#\s]|mailto:|tel:)\P{Cc}*$/iu

/**
 * The address, if it is absolute and has one of the schemes; otherwise undefined. An address that a browser would read
 * differently from how it is written (white space, control characters, backslashes) is returned as the browser reads it.
 */
export function safeUrl(url: unknown, schemes: readonly string[] = LINK_SCHEMES): string | undefined {
  if (typeof url !== 'string') return undefined
  const text = url.trim()
  if (!URL.canParse(text)) return undefined
  const parsed = new URL(text)
  if (!schemes.includes(parsed.protocol)) return undefined
  return ABSOLUTE.test(text) && !/[\s\\<>"'`]/u.test(text) ? text.toWellFormed() : parsed.href
}

/** The host of a safe address, for display. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}
