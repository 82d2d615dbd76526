/** Parsing a source's articles again as one request, for the endpoint. */
import type {SanityClient} from '@sanity/client'
import {InputError} from '../errors.ts'
import {nameOf} from '../profile/lookup.ts'
import {type Profile, profileOf, readProfile} from '../profile/profile.ts'
import type {ParseResult, Scrape} from '../types.ts'
import {type Reparsed, reparse} from './index.ts'
import {findSource} from './stored.ts'

export interface ReparseRequest {
  /** Id or domain. */
  source: string
  dryRun: boolean
  /** A profile to try in place of the one that is saved; only with `dryRun`. */
  profile?: Profile
}

export interface ReparseAnswer {
  source: string
  dryRun: boolean
  counts: Record<Reparsed['outcome'], number>
  articles: Reparsed[]
}

/** Throws {@link InputError} `malformed-row`. */
export function reparseRequestOf(body: Record<string, unknown>): ReparseRequest {
  const {source, dryRun = false, profile} = body
  const wrong = (expected: string) =>
    new InputError('malformed-row', `Expected the body to be {source, dryRun?, profile?}: ${expected}`)
  if (typeof source !== 'string' || source === '') throw wrong('`source` is the id or the domain of a source')
  if (typeof dryRun !== 'boolean') throw wrong('`dryRun` is true or false')
  if (profile !== undefined && !dryRun) throw wrong('`profile` only tries a profile, so it takes `dryRun`')
  const tried =
    profile === undefined ? undefined : readProfile(JSON.stringify(profile), 'the `profile` of the body')
  return {source, dryRun, ...(tried && {profile: tried})}
}

export interface ReparseParts {
  client: SanityClient
  parse(scrape: Scrape, profile?: Profile): Promise<ParseResult>
  readBytes?(hash: string): Promise<Uint8Array>
  concurrency: number
}

/** Throws {@link InputError} `not-found` and `bad-profile`, and `WriteError` for an outage. */
export async function reparseSource(request: ReparseRequest, parts: ReparseParts): Promise<ReparseAnswer> {
  const source = await findSource(parts.client, request.source)
  if (!source) throw new InputError('not-found', `No source has the id or the domain ${request.source}`)
  const {dryRun} = request
  const profile = request.profile ?? profileOf(source.profile, nameOf(source))
  const counts: ReparseAnswer['counts'] = {changed: 0, unchanged: 0, kept: 0, failed: 0}
  const articles: Reparsed[] = []
  for await (const result of reparse({...parts, source, profile, dryRun})) {
    counts[result.outcome]++
    articles.push(result)
  }
  return {source: source._id, dryRun, counts, articles}
}
