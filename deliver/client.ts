import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {DATASET_API_VERSION} from '../schemas/names.ts'

/** Where published content is read from. */
export interface DeliverSettings {
  /** `local` for the embedded Content Lake. */
  projectId: string
  dataset: string
  /** Origin of an embedded Content Lake, or another API host of hosted Sanity. */
  apiHost?: string
  /** Whether the project's name stands before the API host's; default: not where `apiHost` is given. */
  useProjectHostname?: boolean
  /** For a hosted dataset that is private; a viewer's token is enough. */
  token?: string
}

/** Where `npm start` serves the embedded Content Lake, unless `COPYDESK_PORT` says otherwise. */
const LOCAL_PORT = '3333'

/**
 * The settings that environment variables give: `SANITY_PROJECT_ID` and `SANITY_DATASET` for hosted Sanity, without them the
 * embedded Content Lake on this machine, at `COPYDESK_PORT`; `SANITY_API_HOST` for another host of either. No token is read from there: `SANITY_TOKEN` may write, and a site must not.
 */
export function readDeliverSettings(env: Readonly<Record<string, string | undefined>>): DeliverSettings {
  const dataset = env.SANITY_DATASET || 'production'
  const projectId = env.SANITY_PROJECT_ID
  const apiHost = env.SANITY_API_HOST
  if (!projectId) {
    const local = `http://127.0.0.1:${env.COPYDESK_PORT || LOCAL_PORT}`
    return {projectId: 'local', dataset, apiHost: apiHost || local}
  }
  if (!apiHost) return {projectId, dataset}
  // A project's name cannot be a subdomain of a loopback address.
  const isLoopback = /^https?:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/.test(apiHost)
  return {projectId, dataset, apiHost, useProjectHostname: !isLoopback}
}

/** A client for published content, anonymous unless a token is given. */
export function createDeliverClient(settings: DeliverSettings): SanityClient {
  const {projectId, dataset, apiHost, token} = settings
  const config: ClientConfig = {
    projectId,
    dataset,
    apiVersion: DATASET_API_VERSION,
    perspective: 'published',
    // A page that waits longer is worse than one that says so.
    timeout: 10_000,
    maxRetries: 2,
    ...(apiHost
      ? {apiHost, useProjectHostname: settings.useProjectHostname ?? false, useCdn: false}
      : {useCdn: !token}),
    ...(token && {token, ignoreBrowserTokenWarning: true}),
  }
  return createClient(config)
}
