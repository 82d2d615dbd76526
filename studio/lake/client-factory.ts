import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {muxFetch} from './mux-fetch.ts'

/**
 * How the Studio makes its clients on a lake of its own origin: without a host name per project, and with its event
 * streams over one socket.
 */
export function lakeClientFactory(origin: string): (options: ClientConfig) => SanityClient {
  const fetchOfLake = muxFetch({
    url: `${origin.replace(/^http/, 'ws')}/mux`,
    fetch: (input, init) => globalThis.fetch(input, init),
  })
  // One function for all clients: the client shares its live connection between clients with the same resolver.
  const resolveFetch = () => fetchOfLake
  return (options) =>
    createClient({...options, apiHost: origin, useProjectHostname: false, useCdn: false, resolveFetch})
}
