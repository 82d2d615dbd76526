import {DATASET_API_VERSION} from '../schemas/names.ts'

/**
 * Where the Studio stores content. With `SANITY_STUDIO_PROJECT_ID` set at build time, in a hosted dataset, with the normal client and login.
 * Without it, in the lake that serves the page, on the origin of the page, so that one build works on any host and port.
 */
export interface StudioSettings {
  hosted: boolean
  projectId: string
  dataset: string
  /** Origin of the lake; undefined when hosted. */
  origin: string | undefined
  /** API host, if it is not hosted Sanity's; undefined on a lake. */
  apiHost: string | undefined
  /** Address of the public site, for links to published articles; undefined if unknown. */
  siteUrl: string | undefined
}

const LOCAL_ORIGIN_WITHOUT_A_PAGE = 'http://localhost:3333'

// Vite replaces each `process.env.SANITY_STUDIO_…` with its value; the Sanity CLI reads the environment.
const projectId = process.env.SANITY_STUDIO_PROJECT_ID
const dataset = process.env.SANITY_STUDIO_DATASET
const apiHost = process.env.SANITY_STUDIO_API_HOST
const siteUrl = process.env.SANITY_STUDIO_SITE_URL

/** The server of the page inserts the address of its site. */
function siteOfThePage(): string | undefined {
  return globalThis.document?.querySelector<HTMLMetaElement>('meta[name="copydesk-site"]')?.content
}

/** The settings of this build and page. */
export const settings: StudioSettings = {
  hosted: Boolean(projectId),
  projectId: projectId || 'local',
  dataset: dataset || 'production',
  origin: projectId ? undefined : (globalThis.location?.origin ?? LOCAL_ORIGIN_WITHOUT_A_PAGE),
  apiHost: (projectId && apiHost) || undefined,
  siteUrl: siteUrl || siteOfThePage() || undefined,
}

/** API version of the desk's own requests. */
export const API_VERSION = DATASET_API_VERSION
