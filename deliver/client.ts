import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {DATASET_API_VERSION} from '../schemas/names.ts'

/** Where published content is read from. */
export interface DeliverSettings {
  /** `local` for the embedded Content Lake. */
  projectId: string
  dataset: string
  /** Origin of an embedded Content Lake, or another API host of hosted Sanity. */
  apiHost?: string
  /** Whether the project's id is a subdomain of the API host. By default only when `apiHost` is absent. */
  useProjectHostname?: boolean
  /** Needed for a private hosted dataset only; a viewer's token is enough. */
  token?: string
}

/** The port of the embedded Content Lake under `npm start`, unless `COPYDESK_PORT` sets another. */
const LOCAL_PORT = '3333'

/**
 * Settings from environment variables. `SANITY_PROJECT_ID` and `SANITY_DATASET` name a hosted dataset; without them it is
 * the embedded Content Lake on this machine, at `COPYDESK_PORT`. `SANITY_API_HOST` replaces the host of either. The token
 * in `SANITY_TOKEN` is not read: it may write, and a site must not.
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

/** A client for published content. It is anonymous without a token. */
export function createDeliverClient(settings: DeliverSettings): SanityClient {
  const {projectId, dataset, apiHost, token} = settings
  const config: ClientConfig = {
    projectId,
    dataset,
    apiVersion: DATASET_API_VERSION,
    perspective: 'published',
    // After that an error page is better than a longer wait.
    timeout: 10_000,
    maxRetries: 2,
    ...(apiHost
      ? {apiHost, useProjectHostname: settings.useProjectHostname ?? false, useCdn: false}
      : {useCdn: !token}),
    ...(token && {token, ignoreBrowserTokenWarning: true}),
  }
  return createClient(config)
}
