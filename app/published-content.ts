import type {DeliverSettings} from '../deliver/index.ts'
import {HOSTED_API, type Settings} from '../ingest/intake/settings.ts'

/** Where the site reads: the lake of this process, or the same hosted one that the pipeline writes to. */
export function publishedContent({target, lake}: Settings, port: number): DeliverSettings {
  const {projectId, dataset, apiHost, useProjectHostname} = lake
  if (target === 'local') return {projectId, dataset, apiHost: `http://127.0.0.1:${port}`}
  // Hosted Sanity's own API has a CDN, which another host need not have.
  return apiHost === HOSTED_API ? {projectId, dataset} : {projectId, dataset, apiHost, useProjectHostname}
}
