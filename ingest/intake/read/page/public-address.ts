/** Which network addresses a page may be fetched from: the public internet, and no machine of one's own. */
import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one that anybody could reach. Everything with a special purpose is not: loopback, private and shared networks, link-local
 * ones with the metadata services of clouds, multicast, reserved ranges, and IPv6 forms that carry an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast'
}
