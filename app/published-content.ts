import type {DeliverSettings} from '../deliver/index.ts'
import {HOSTED_API, type Settings} from '../ingest/intake/settings.ts'

/** The lake that the site reads: that of this process, or the hosted one that the pipeline writes to. */
export function publishedContent({target, lake}: Settings, port: number): DeliverSettings {
  const {projectId, dataset, apiHost, useProjectHostname} = lake
  if (target === 'local') return {projectId, dataset, apiHost: `http://127.0.0.1:${port}`}
  // Only hosted Sanity's own API is known to have a CDN.
  return apiHost === HOSTED_API ? {projectId, dataset} : {projectId, dataset, apiHost, useProjectHostname}
}
