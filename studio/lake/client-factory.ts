import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {muxFetch} from './mux-fetch.ts'

/**
 * The features of the project's plan, answered here. When the Studio learns that the plan lacks comments, it mounts its whole layout again under
 * another parent, some time after it was displayed, and everything chosen or typed by then is lost. Comments are switched off by
 * `document.comments` anyway.
 */
const PLAN = ['studioComments']
const PLAN_PATH = /^\/v[^/]+\/features$/

const pathOf = (input: RequestInfo | URL): string =>
  new URL(input instanceof Request ? input.url : input, location.href).pathname

/**
 * Creates the clients of the Studio for a lake on the origin of the page: without a host name for each project, and with all event
 * streams over one socket.
 */
export function lakeClientFactory(origin: string): (options: ClientConfig) => SanityClient {
  const fetchOfLake = muxFetch({
    url: `${origin.replace(/^http/, 'ws')}/mux`,
    fetch: async (input, init) =>
      PLAN_PATH.test(pathOf(input)) ? Response.json(PLAN) : globalThis.fetch(input, init),
  })
  // All clients get the same function, because clients with the same resolver share their live connection.
  const resolveFetch = () => fetchOfLake
  return (options) =>
    createClient({...options, apiHost: origin, useProjectHostname: false, useCdn: false, resolveFetch})
}
