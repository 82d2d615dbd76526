/**
 * Where the Studio's content lives. With `SANITY_STUDIO_PROJECT_ID` set at build time: a hosted dataset, with the
 * ordinary client and login. Without: the lake that serves this page, on the page's own origin, so that one build
 * serves any host and port.
 */
export interface StudioSettings {
  hosted: boolean
  projectId: string
  dataset: string
  /** Origin of the lake; undefined when hosted. */
  origin: string | undefined
  /** Another API host than hosted Sanity's own; undefined on a lake. */
  apiHost: string | undefined
  /** The public site, for links from articles to their page; undefined when not known. */
  siteUrl: string | undefined
}

const LOCAL_ORIGIN_WITHOUT_A_PAGE = 'http://localhost:3333'

// Vite replaces each `process.env.SANITY_STUDIO_…` by its value; the Sanity CLI reads them from the environment.
const projectId = process.env.SANITY_STUDIO_PROJECT_ID
const dataset = process.env.SANITY_STUDIO_DATASET
const apiHost = process.env.SANITY_STUDIO_API_HOST
const siteUrl = process.env.SANITY_STUDIO_SITE_URL

/** What serves the page puts the address of its site into it. */
function siteOfThePage(): string | undefined {
  return globalThis.document?.querySelector<HTMLMetaElement>('meta[name="copydesk-site"]')?.content
}

export const settings: StudioSettings = {
  hosted: Boolean(projectId),
  projectId: projectId || 'local',
  dataset: dataset || 'production',
  origin: projectId ? undefined : (globalThis.location?.origin ?? LOCAL_ORIGIN_WITHOUT_A_PAGE),
  apiHost: (projectId && apiHost) || undefined,
  siteUrl: siteUrl || siteOfThePage() || undefined,
}

/** API version of the desk's own requests. */
export const API_VERSION = '2025-02-19'
