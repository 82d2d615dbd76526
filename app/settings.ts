/**
 * Settings of the server, from the environment; those of the pipeline are in ingest/intake/settings.ts. `.env.example`
 * describes each variable.
 */
import {join, resolve} from 'node:path'
import {
  type Environment,
  integerFrom,
  readSettings,
  type Settings,
  SettingsError,
} from '../ingest/intake/settings.ts'

/** The settings of the pipeline and of the server. */
export interface ServerSettings {
  ingest: Settings
  /** Address to bind. */
  host: string
  /** Port of the Studio, the Content Lake and the ingest endpoint. */
  port: number
  /** Port of the reference site, which is a separate origin. */
  sitePort: number
  /** Host names besides loopback that a proxy may pass on; each request to them needs a token. */
  hosts: string[]
  /** Origins of sites that may read published content from a browser. */
  readOrigins: string[]
  /** URL of the reference site for its readers. */
  siteUrl?: string
  /** Absolute path of the built Studio. */
  studioDirectory: string
  logLevel: string
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent']

/** Read the settings. Throws {@link SettingsError} for a value that is not valid. */
export function readServerSettings(environment: Environment, folder: string): ServerSettings {
  const ingest = readSettings(environment, folder)
  const read = (name: string) => environment[name]?.trim() || undefined
  const list = (name: string) => (read(name) ?? '').split(/[\s,]+/).filter(Boolean)
  const siteUrl = read('COPYDESK_SITE_URL')
  if (siteUrl !== undefined && !/^https?:\/\//.test(siteUrl)) {
    throw new SettingsError(
      `Expected \`COPYDESK_SITE_URL\` to be like https://news.example.com, got \`${siteUrl}\``,
    )
  }
  const {projectId, dataset} = ingest.lake
  for (const [name, value] of Object.entries({PROJECT_ID: projectId, DATASET: dataset})) {
    const studio = read(`SANITY_STUDIO_${name}`)
    if (studio === undefined || studio === value) continue
    const pipeline = read(`SANITY_${name}`)
    throw new SettingsError(
      `SANITY_STUDIO_${name} is \`${studio}\` but SANITY_${name} is ${pipeline ? `\`${pipeline}\`` : 'not set'}, so editors would not see new articles. Set both to the same value, or only SANITY_${name}`,
    )
  }
  const logLevel = read('COPYDESK_LOG_LEVEL') ?? 'warn'
  if (!LOG_LEVELS.includes(logLevel)) {
    throw new SettingsError(
      `Expected \`COPYDESK_LOG_LEVEL\` to be one of ${LOG_LEVELS.join(', ')}, got \`${logLevel}\``,
    )
  }
  return {
    ingest,
    host: read('COPYDESK_HOST') ?? '127.0.0.1',
    port: ingest.port,
    sitePort: integerFrom('`COPYDESK_SITE_PORT`', read('COPYDESK_SITE_PORT'), 1, 65_535) ?? 3334,
    hosts: list('COPYDESK_HOSTS'),
    readOrigins: list('COPYDESK_READ_ORIGINS'),
    ...(siteUrl !== undefined && {siteUrl}),
    studioDirectory: resolve(folder, read('COPYDESK_STUDIO') ?? join('studio', 'dist')),
    logLevel,
  }
}
