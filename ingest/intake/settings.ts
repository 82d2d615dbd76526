/**
 * Settings of the pipeline, from the environment. `.env.example` describes each variable. Only what starts a pipeline
 * reads them (the service, the commands, the server); the store and the parse pool are given their values.
 */
import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {LakeAddress} from '../store/write/client.ts'

/** A missing or wrong setting. `message` names it, what was expected, and what it was. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** All settings of the pipeline, checked. */
export interface Settings {
  /** Which Content Lake to write to; `local` is the embedded one. */
  target: 'local' | 'hosted'
  lake: Omit<LakeAddress, 'token'>
  /** From `SANITY_TOKEN`; tokens of the embedded lake are in `tokens.json`. */
  token?: string
  /** Absolute. */
  dataDirectory: string
  /** Absolute. */
  inboxDirectory: string
  port: number
  /** Articles in progress at a time. */
  concurrency: number
  mutationsPerSecond: number
  /** Largest input, in bytes. */
  maxBytes: number
  parseTimeoutMs: number
  /** Memory of a parsing thread, in MB. */
  parseMemoryMb: number
  /** Parsing threads. */
  parseThreads: number
  /** Inputs that may wait before the endpoint responds with 429. */
  maxQueued: number
}

/** The API of hosted Sanity, if `SANITY_API_HOST` is not set. */
export const HOSTED_API = 'https://api.sanity.io'

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Load `.env` of a folder into `process.env`, if it exists. Variables that are already set stay. */
export function loadEnvironment(folder: string): void {
  const path = join(folder, '.env')
  if (existsSync(path)) process.loadEnvFile(path)
}

/** Read the settings from an environment; relative folders are relative to `folder`. Throws {@link SettingsError}. */
export function readSettings(environment: Environment, folder: string): Settings {
  const read = (name: string) => environment[name]?.trim() || undefined
  const integer = (name: string, fallback: number, least: number, most: number) =>
    integerFrom(`\`${name}\``, read(name), least, most) ?? fallback
  const port = integer('COPYDESK_PORT', 3333, 1, 65_535)
  const address = lakeAddress(read, port)
  const token = read('SANITY_TOKEN')
  if (address.target === 'hosted' && token === undefined) {
    throw new SettingsError(
      'SANITY_PROJECT_ID is set but SANITY_TOKEN is not. Make a token with the Editor role in the project’s API settings and set it, or unset SANITY_PROJECT_ID to use the embedded Content Lake',
    )
  }
  return {
    ...address,
    ...(token !== undefined && {token}),
    dataDirectory: resolve(folder, read('COPYDESK_DATA') ?? '.data'),
    inboxDirectory: resolve(folder, read('COPYDESK_INBOX') ?? 'inbox'),
    port,
    concurrency: integer('COPYDESK_CONCURRENCY', 8, 1, 100),
    // The hosted Content Lake allows 25 per second; the embedded one has no limit.
    mutationsPerSecond: integer(
      'COPYDESK_MUTATIONS_PER_SECOND',
      address.target === 'hosted' ? 25 : 250,
      1,
      1000,
    ),
    maxBytes: integer('COPYDESK_MAX_BYTES', 10_000_000, 1, 1_000_000_000),
    parseTimeoutMs: integer('COPYDESK_PARSE_TIMEOUT_MS', 30_000, 1, 3_600_000),
    parseMemoryMb: integer('COPYDESK_PARSE_MEMORY_MB', 512, 64, 65_536),
    parseThreads: integer('COPYDESK_PARSE_THREADS', 2, 1, 64),
    maxQueued: integer('COPYDESK_MAX_QUEUED', 10_000, 1, 10_000_000),
  }
}

/** An integer from `least` to `most`; undefined without a value. Throws {@link SettingsError} with `name`. */
export function integerFrom(
  name: string,
  value: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= least && number <= most) return number
  throw new SettingsError(`Expected ${name} to be an integer from ${least} to ${most}, got \`${value}\``)
}

function lakeAddress(
  read: (name: string) => string | undefined,
  port: number,
): Pick<Settings, 'target' | 'lake'> {
  const projectId = read('SANITY_PROJECT_ID')
  const dataset = read('SANITY_DATASET')
  const apiHost = read('SANITY_API_HOST')
  if (apiHost !== undefined && !/^https?:\/\/[^/]+$/.test(apiHost)) {
    throw new SettingsError(
      `Expected \`SANITY_API_HOST\` to be like https://api.sanity.io, got \`${apiHost}\``,
    )
  }
  if (projectId === undefined) {
    if (dataset !== undefined && dataset !== 'production') {
      throw new SettingsError(
        `SANITY_DATASET is \`${dataset}\` but SANITY_PROJECT_ID is not set. Set both for hosted Sanity, neither for the embedded Content Lake`,
      )
    }
    const lake = {
      projectId: 'local',
      dataset: 'production',
      apiHost: apiHost ?? `http://127.0.0.1:${port}`,
      useProjectHostname: false,
    }
    return {target: 'local', lake}
  }
  if (!/^[-a-z0-9]+$/i.test(projectId)) {
    throw new SettingsError(
      `Expected \`SANITY_PROJECT_ID\` to be letters, digits and hyphens, got \`${projectId}\``,
    )
  }
  if (dataset === undefined) {
    throw new SettingsError(
      'SANITY_PROJECT_ID is set but SANITY_DATASET is not. Set it to the name of the dataset, for example production',
    )
  }
  if (!/^[a-z0-9~][-\w]{0,63}$/.test(dataset)) {
    throw new SettingsError(
      `Expected \`SANITY_DATASET\` to be lower-case letters, digits, hyphens and underscores, got \`${dataset}\``,
    )
  }
  const host = apiHost ?? HOSTED_API
  return {target: 'hosted', lake: {projectId, dataset, apiHost: host, useProjectHostname: !isLoopback(host)}}
}

/** Whether an API host is on loopback, which has no subdomains for projects. */
function isLoopback(host: string): boolean {
  const {hostname} = new URL(host)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)
}

/** What to do if the lake does not respond. */
export function unreachableAdvice(settings: Settings): string {
  return settings.target === 'local'
    ? 'Start it with npm start (or set COPYDESK_PORT to its port) and run this again'
    : 'Check the network and SANITY_API_HOST, and run this again'
}

/**
 * The lake to write to, with a token. The embedded lake creates `tokens.json` in the data folder at its first start.
 * Throws {@link SettingsError}.
 */
export function lakeWithToken(settings: Settings): LakeAddress {
  if (settings.token !== undefined) return {...settings.lake, token: settings.token}
  const path = join(settings.dataDirectory, 'tokens.json')
  if (!existsSync(path)) {
    throw new SettingsError(
      `No token for the Content Lake at ${settings.lake.apiHost}: SANITY_TOKEN is not set, and there is no ${path}, which the embedded one writes at its first start. Run npm start, or set COPYDESK_DATA to its data folder`,
    )
  }
  const token = editorToken(readFileSync(path, 'utf8'))
  if (token === undefined) {
    throw new SettingsError(
      `Expected ${path} to be {"editor": "…", "viewer": "…"}. Remove it and restart npm start`,
    )
  }
  return {...settings.lake, token}
}

function editorToken(text: string): string | undefined {
  try {
    const tokens: unknown = JSON.parse(text)
    const editor = typeof tokens === 'object' && tokens !== null ? Reflect.get(tokens, 'editor') : undefined
    return typeof editor === 'string' && editor !== '' ? editor : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
