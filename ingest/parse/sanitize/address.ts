/** Addresses that may be kept, parsed as browsers parse them, so that no spelling of a protocol slips through. */

/**
 * Resolve an address; undefined if its protocol is not allowed or it cannot be resolved. A relative address needs
 * `base`; one that lacks only the protocol is `https` without it.
 *
 * @example
 *   safeAddress(' https://example.com/a b ', undefined, ['https']) // 'https://example.com/a%20b'
 *   safeAddress('java\nscript:alert(1)', undefined, ['https']) // undefined
 *   safeAddress('/b', 'https://example.com/a', ['https']) // 'https://example.com/b'
 *   safeAddress('//example.com/a', undefined, ['https']) // 'https://example.com/a'
 */
export function safeAddress(
  value: unknown,
  base: string | undefined,
  protocols: readonly string[],
): string | undefined {
  if (typeof value !== 'string') return undefined
  const url = URL.parse(value, base ?? (value.trimStart().startsWith('//') ? 'https://invalid' : undefined))
  // Only a link within the page resolves to the base itself.
  if (!url || !protocols.includes(url.protocol.slice(0, -1))) return undefined
  if (value.trim() === '' || value.trim().startsWith('#')) return undefined
  // Credentials in an address disguise where it leads.
  url.username = ''
  url.password = ''
  return url.href
}
