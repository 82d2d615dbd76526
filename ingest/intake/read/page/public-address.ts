/** Which network addresses a page may be fetched from: only those of the public internet. */
import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is public. Special ranges are not: loopback, private and shared networks, link-local addresses
 * with the metadata services of clouds, multicast, reserved ranges, and IPv6 forms of IPv4 addresses.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast'
}
