/** Parse a source's articles again in one request, for the endpoint. */
import type {SanityClient} from '@sanity/client'
import type {Source} from '../../../schemas/sanity.types.ts'
import {InputError} from '../../parse/errors.ts'
import {type Profile, profileOf, readProfile} from '../../parse/profile/profile.ts'
import type {ParseResult, Scrape} from '../../parse/types.ts'
import {nameOf} from '../source-profile.ts'
import {type Reparsed, reparse} from './index.ts'
import {findSource, sourcesOf} from './stored.ts'

/** A request to parse articles again. */
export interface ReparseRequest {
  /** Id or domain of the source whose articles are parsed; otherwise `articles` is given. */
  source?: string
  /** Published ids of the articles to parse, each with the profile of its own source. */
  articles?: string[]
  dryRun: boolean
  /** A profile to try instead of the saved one; only with `dryRun`. */
  profile?: Profile
}

/** The response: what changed in each article, and the counts of outcomes. */
export interface ReparseAnswer {
  /** Absent if articles were requested. */
  source?: string
  dryRun: boolean
  counts: Record<Reparsed['outcome'], number>
  articles: Reparsed[]
}

/** Check a request. Throws {@link InputError} `malformed-row`. */
export function reparseRequestOf(body: Record<string, unknown>): ReparseRequest {
  const {source, articles, dryRun = false, profile} = body
  const wrong = (expected: string) =>
    new InputError(
      'malformed-row',
      `Expected the body to be {source or articles, dryRun?, profile?}: ${expected}`,
    )
  if ((source === undefined) === (articles === undefined)) throw wrong('either `source` or `articles`')
  if (source !== undefined && (typeof source !== 'string' || source === ''))
    throw wrong('`source` is the id or the domain of a source')
  if (articles !== undefined && !isListOfIds(articles))
    throw wrong(`\`articles\` is a list of 1 to ${MAX_ARTICLES} ids of articles`)
  if (profile !== undefined && articles !== undefined)
    throw wrong('`profile` is tried on the articles of one source, so it requires `source`')
  if (typeof dryRun !== 'boolean') throw wrong('`dryRun` is true or false')
  if (profile !== undefined && !dryRun) throw wrong('`profile` only tries a profile, so it requires `dryRun`')
  const tried =
    profile === undefined ? undefined : readProfile(JSON.stringify(profile), 'the `profile` of the body')
  return {
    ...(source !== undefined && {source}),
    ...(articles !== undefined && {articles}),
    dryRun,
    ...(tried && {profile: tried}),
  }
}

/** Most articles of a request; more are requested by their source. */
const MAX_ARTICLES = 1000

const isListOfIds = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MAX_ARTICLES &&
  value.every((id) => typeof id === 'string' && id !== '')

/** What parsing again works with. */
export interface ReparseParts {
  client: SanityClient
  parse(scrape: Scrape, profile?: Profile): Promise<ParseResult>
  readBytes?(hash: string): Promise<Uint8Array>
  concurrency: number
}

/**
 * Parse the articles of a request again. Throws {@link InputError} `not-found` and `bad-profile`, and `WriteError` for
 * an outage.
 */
export async function reparseSource(request: ReparseRequest, parts: ReparseParts): Promise<ReparseAnswer> {
  const {source: name, dryRun} = request
  const answer: ReparseAnswer = {
    dryRun,
    counts: {changed: 0, unchanged: 0, kept: 0, failed: 0},
    articles: [],
  }
  const add = async (source: Source, articles?: readonly string[]): Promise<void> => {
    const profile = request.profile ?? profileOf(source.profile, nameOf(source))
    for await (const result of reparse({...parts, source, profile, dryRun, ...(articles && {articles})})) {
      answer.counts[result.outcome]++
      answer.articles.push(result)
    }
  }
  if (name !== undefined) {
    const source = await findSource(parts.client, name)
    if (!source) throw new InputError('not-found', `No source has the id or domain ${name}`)
    await add(source)
    return {...answer, source: source._id}
  }
  const asked = request.articles ?? []
  const bySource = await sourcesOf(parts.client, asked)
  for (const [source, articles] of bySource) await add(source, articles)
  const known = new Set([...bySource.values()].flat())
  for (const articleId of asked) if (!known.has(articleId)) addUnknown(answer, articleId)
  return answer
}

function addUnknown({counts, articles}: ReparseAnswer, articleId: string): void {
  counts.failed++
  articles.push({
    articleId,
    outcome: 'failed',
    fields: [],
    blocks: [],
    kept: [],
    reason: {
      code: 'not-found',
      message: `${articleId} no longer exists, or has no source.`,
    },
  })
}
