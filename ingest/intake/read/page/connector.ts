/**
 * Connects only to public addresses. The name is resolved once, here, and the connection goes to the checked address,
 * so that a name that later resolves to another address (DNS rebinding) has no effect.
 */
import {lookup} from 'node:dns/promises'
import {isIP} from 'node:net'
import {buildConnector} from 'undici'
import {InputError} from '../../../parse/errors.ts'
import {isPublicAddress} from './public-address.ts'

type Resolve = (hostname: string) => Promise<string[]>

/** How names are resolved and connections are opened. */
export interface ConnectorOptions {
  /** Resolves a name to addresses; by default the system's resolver. */
  resolve?: Resolve
  /** Opens the connection to a checked address; by default undici's connector. */
  connect?: buildConnector.connector
}

const bySystem: Resolve = async (hostname) =>
  (await lookup(hostname, {all: true})).map(({address}) => address)

/** A connector for undici that refuses addresses that are not public. */
export function guardedConnector({
  resolve = bySystem,
  connect = buildConnector({allowH2: false}),
}: ConnectorOptions = {}): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    publicAddressOf(host, resolve).then(
      // The certificate is for the name, not the address.
      (address) =>
        connect({...options, hostname: address, ...(isIP(host) === 0 && {servername: host})}, callback),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    )
  }
}

/** All addresses of a name must be public: a private one shows what the name is for. */
async function publicAddressOf(host: string, resolve: Resolve): Promise<string> {
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  const [first] = addresses
  if (first === undefined) throw new InputError('unreadable', `${host} has no address`)
  const wrong = addresses.find((address) => !isPublicAddress(address))
  if (wrong !== undefined) {
    throw new InputError(
      'unreadable',
      `${host} is ${wrong}, which is not a public address, so it is not fetched. Save the page to a file and parse that.`,
    )
  }
  return first
}
