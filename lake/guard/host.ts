import {isIP} from 'node:net'
import {isLoopbackAddress} from './connection.ts'

/** A parsed Host header: the name in lower case, IPv6 without brackets, and the port if there is one. */
export interface Host {
  name: string
  port?: number
}

const SHAPE =
  /^(?:\[(?<v6>[0-9a-f:.]+)\]|(?<name>[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?))(?::(?<port>\d{1,5}))?$/i

/**
 * Read a Host header (RFC 9112, section 3.2). Only case, brackets and the root dot are normalized: `0x7f.1` and
 * `2130706433` count as names, since browsers send addresses in their plain form.
 *
 * @returns undefined if the header is missing or is not a host with an optional port.
 */
export function parseHost(header: string | null | undefined): Host | undefined {
  const groups = SHAPE.exec(header ?? '')?.groups
  if (!groups) return undefined
  const port = groups.port === undefined ? undefined : Number(groups.port)
  if (port !== undefined && port > 65_535) return undefined
  const name = groups.v6 ?? groups.name?.replace(/\.$/, '') ?? ''
  if (name === '' || (groups.v6 !== undefined && isIP(groups.v6) !== 6)) return undefined
  return {name: name.toLowerCase(), ...(port === undefined ? {} : {port})}
}

/**
 * Whether a host name means this machine, independent of name servers: `localhost`, a name below it (RFC 6761, section
 * 6.3), an address in 127.0.0.0/8, or `::1`. `0.0.0.0` is excluded, since browsers have let pages reach it.
 */
export function isLoopback(name: string): boolean {
  return isIP(name) === 0 ? name === 'localhost' || name.endsWith('.localhost') : isLoopbackAddress(name)
}
