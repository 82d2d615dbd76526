/** Addresses that may be kept, parsed as browsers parse them, so that no spelling of a protocol slips through. */

/**
 * Resolve an address; undefined if its protocol is not allowed or it cannot be resolved. A relative address needs
 * `base`.
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
  // Only a link within the page resolves to the base itself.
  if (!url || !protocols.includes(url.protocol.slice(0, -1))) return undefined
  if (value.trim() === '' || value.trim().startsWith('#')) return undefined
  // Credentials in an address disguise where it leads.
  url.username = ''
  url.password = ''
  return url.href
}
