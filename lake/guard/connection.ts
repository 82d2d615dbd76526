/** Where a request comes from, as the connection says. */
import {BlockList, isIP} from 'node:net'

/** What a request came through, as @hono/node-server passes it along with each request. */
export interface Connection {
  incoming?: {socket?: {remoteAddress?: string | undefined} | undefined} | undefined
}

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** Whether the other end of a connection is on this machine: an address in 127.0.0.0/8, or `::1`. */
export function isLoopbackAddress(address: string): boolean {
  // A socket that accepts both families gives IPv4 addresses in this form (RFC 4291, section 2.5.5.2).
  const plain = address.replace(/^::ffff:(?=\d)/i, '')
  const version = isIP(plain)
  return version !== 0 && LOOPBACK.check(plain, version === 6 ? 'ipv6' : 'ipv4')
}

/** The address of the other end; null for a request that came through no connection, or through a local socket file. */
export const peerOf = (connection: Connection | undefined): string | null =>
  connection?.incoming?.socket?.remoteAddress ?? null

/** Headers that proxies add to the requests of others: RFC 7239, RFC 9110 section 7.6.3, and those in use before and beside them. */
const FORWARDING = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-server',
  'x-forwarded-by',
  'x-original-forwarded-for',
  'x-original-host',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'fastly-client-ip',
]

/** The headers that say who is calling. Requests in the name of another one carry these. */
export const IDENTIFYING = ['host', 'origin', 'sec-fetch-site', 'authorization', ...FORWARDING]

/** Whether a request was sent on by a proxy. */
export const isForwarded = (has: (name: string) => boolean): boolean => FORWARDING.some(has)
