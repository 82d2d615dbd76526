/**
 * Connects only to public addresses. The name is resolved here, once, and the address that was judged is the one that is dialled, so that a name which
 * resolves to another address a moment later (DNS rebinding) gains nothing.
 */
import {lookup} from 'node:dns/promises'
import {isIP} from 'node:net'
import {buildConnector} from 'undici'
import {InputError} from '../../../parse/errors.ts'
import {isPublicAddress} from './public-address.ts'

type Resolve = (hostname: string) => Promise<string[]>

export interface ConnectorOptions {
  /** Addresses of a name; the system's resolver when not given. */
  resolve?: Resolve
  /** Opens the connection to an address that was judged; undici's own when not given. */
  connect?: buildConnector.connector
}

const bySystem: Resolve = async (hostname) =>
  (await lookup(hostname, {all: true})).map(({address}) => address)

export function guardedConnector({
  resolve = bySystem,
  connect = buildConnector({allowH2: false}),
}: ConnectorOptions = {}): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    publicAddressOf(host, resolve).then(
      // The certificate is the name's, not the address's.
      (address) =>
        connect({...options, hostname: address, ...(isIP(host) === 0 && {servername: host})}, callback),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    )
  }
}

/** All addresses of a name must be public: one that is not says what the name is for. */
async function publicAddressOf(host: string, resolve: Resolve): Promise<string> {
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  const [first] = addresses
  if (first === undefined) throw new InputError('unreadable', `${host} has no address`)
  const wrong = addresses.find((address) => !isPublicAddress(address))
  if (wrong !== undefined) {
    throw new InputError(
      'unreadable',
      `${host} is ${wrong}, which is no public address, so it is not fetched. Save the page to a file and give that.`,
    )
  }
  return first
}
