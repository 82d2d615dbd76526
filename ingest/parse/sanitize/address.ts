/** Addresses that may be kept: parsed as a browser parses them, so that no spelling of a protocol slips through. */

/**
 * The address in full, or undefined where its protocol is not allowed or it cannot be resolved. A relative address
 * needs `base`.
 *
 * @example
 *   safeAddress(' https://example.com/a b ', undefined, ['https']) // 'https://example.com/a%20b'
 *   safeAddress('java\nscript:alert(1)', undefined, ['https']) // undefined
 *   safeAddress('/b', 'https://example.com/a', ['https']) // 'https://example.com/b'
 */
export function safeAddress(
  value: unknown,
  base: string | undefined,
  protocols: readonly string[],
): string | undefined {
  if (typeof value !== 'string') return undefined
  const url = URL.parse(value, base)
  // Only a link within the page itself is left when the base comes back whole.
  if (!url || !protocols.includes(url.protocol.slice(0, -1))) return undefined
  if (value.trim() === '' || value.trim().startsWith('#')) return undefined
  // Names and passwords in an address are a way to disguise where it leads.
  url.username = ''
  url.password = ''
  return url.href
}
