import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {muxFetch} from './mux-fetch.ts'

/**
 * What the plan of the project offers, answered here. A Studio that hears that comments are not in the plan puts its whole layout
 * into another parent, some time after it is shown: all of it begins anew, and what somebody chose or typed by then is lost.
 * Comments are switched off by `document.comments` all the same.
 */
const PLAN = ['studioComments']
const PLAN_PATH = /^\/v[^/]+\/features$/

const pathOf = (input: RequestInfo | URL): string =>
  new URL(input instanceof Request ? input.url : input, location.href).pathname

/**
 * How the Studio makes its clients on a lake of its own origin: without a host name per project, and with its event
 * streams over one socket.
 */
export function lakeClientFactory(origin: string): (options: ClientConfig) => SanityClient {
  const fetchOfLake = muxFetch({
    url: `${origin.replace(/^http/, 'ws')}/mux`,
    fetch: async (input, init) =>
      PLAN_PATH.test(pathOf(input)) ? Response.json(PLAN) : globalThis.fetch(input, init),
  })
  // One function for all clients: the client shares its live connection between clients with the same resolver.
  const resolveFetch = () => fetchOfLake
  return (options) =>
    createClient({...options, apiHost: origin, useProjectHostname: false, useCdn: false, resolveFetch})
}
