/**
 * Parse the stored bytes of a source's articles again, with its current profile and the current pipeline, and merge the
 * results: see ingest/store/merge/reparse.ts. No page is fetched.
 */
import {randomUUID} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import PQueue from 'p-queue'
import type {DraftedBlock} from '../../../schemas/body.ts'
import type {Source} from '../../../schemas/sanity.types.ts'
import {InputError} from '../../parse/errors.ts'
import type {Profile} from '../../parse/profile/profile.ts'
import type {ParseResult, Scrape} from '../../parse/types.ts'
import {articleFields} from '../draft/article.ts'
import {unpackBytes} from '../draft/gzip.ts'
import {type Picture, picturesIn, type StoredPictures, withRefusals} from '../draft/pictures.ts'
import {PIPELINE_VERSION} from '../draft/pipeline-version.ts'
import {reviewDocument} from '../draft/review.ts'
import {type Merge, mergeReparsed, type Now, type Stored} from '../merge/reparse.ts'
import {causeOf, classify, WriteError} from '../write/errors.ts'
import {uploadPictures} from '../write/pictures.ts'
import {type BlockChange, blockChanges} from './difference.ts'
import {articlesOf, readArticle, type StoredWithScrape} from './stored.ts'

/** Which articles are parsed again, and how. */
export interface ReparseOptions {
  client: SanityClient
  parse(scrape: Scrape, profile?: Profile): Promise<ParseResult>
  /** Reads raw bytes by hash that are too large for the scrape document. */
  readBytes?(hash: string): Promise<Uint8Array>
  source: Source
  profile: Profile | undefined
  /** Published ids; if absent, all articles of the source. */
  articles?: readonly string[]
  /** Only report what would change, and write nothing. */
  dryRun?: boolean
  /** Articles in progress at a time. */
  concurrency?: number
  signal?: AbortSignal
}

/** A field that changed. */
export interface FieldChange {
  field: string
  before?: unknown
  after?: unknown
}

/** The result of parsing one article again. */
export interface Reparsed {
  articleId: string
  title?: string
  /**
   * `changed`: at least one field changed. `kept`: every field that would change was edited. `failed`: see `reason`.
   */
  outcome: 'unchanged' | 'changed' | 'kept' | 'failed'
  /** Fields that changed, without the body. */
  fields: FieldChange[]
  blocks: BlockChange[]
  /** Fields that stay because an editor changed them. */
  kept: string[]
  reason?: {code: string; message: string}
}

/** Attempts for an article while others change it. */
const MAX_ATTEMPTS = 4

/**
 * Parse articles again. Yields them in the order of their ids, each as soon as it and the previous ones are done.
 * Throws `WriteError` for an outage.
 */
export async function* reparse(options: ReparseOptions): AsyncGenerator<Reparsed> {
  const {client, source, signal, concurrency = 4} = options
  const ids = options.articles ?? (await articlesOf(client, source._id, signal))
  const slots = new PQueue({concurrency})
  const all = ids.map((id) => {
    const work = slots.add(() => reparseOne(id, options))
    // It is awaited below, in order; until then a failure must not count as unhandled.
    work.catch(() => undefined)
    return work
  })
  try {
    for (const work of all) yield await work
  } finally {
    slots.clear()
  }
}

async function reparseOne(articleId: string, options: ReparseOptions): Promise<Reparsed> {
  try {
    /** It was sent, but whether it was written is unknown. */
    let sent: Reparsed | undefined
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      options.signal?.throwIfAborted()
      const found = await readArticle(options.client, articleId, options.signal)
      const stored = requireStored(found, articleId)
      const now = await parseAgain(articleId, found, options)
      let merge = mergeReparsed(stored, now.draft())
      if (merge.changed.includes('body') && now.pictures.length > 0 && !options.dryRun)
        merge = mergeReparsed(stored, now.draft(await upload(options.client, now.pictures)))
      const result = resultOf(articleId, stored, merge)
      if (merge.mutations.length === 0) return sent ?? result
      if (options.dryRun) return result
      const outcome = await send(merge, options)
      if (outcome === 'written') return result
      if (outcome === 'unknown') sent = result
    }
    throw new WriteError('contended', `Others changed it in each of ${MAX_ATTEMPTS} attempts; try again`)
  } catch (error) {
    if (error instanceof InputError || (error instanceof WriteError && !error.isOutage)) {
      return {
        articleId,
        outcome: 'failed',
        fields: [],
        blocks: [],
        kept: [],
        reason: {code: error.code, message: error.message},
      }
    }
    throw error
  }
}

async function upload(client: SanityClient, pictures: readonly Picture[]): Promise<StoredPictures> {
  try {
    return await uploadPictures(client, pictures)
  } catch (error) {
    const {kind} = classify(error, Date.now())
    throw new WriteError(
      kind === 'refused' ? 'denied' : 'unreachable',
      `A picture could not be uploaded: ${causeOf(error)}. Check the token and the Content Lake, and try again`,
      {cause: error},
    )
  }
}

function requireStored({draft, published, review}: StoredWithScrape, articleId: string): Stored {
  const lack = (what: string) =>
    new InputError(
      'not-found',
      `${articleId} has no ${what}, so there is nothing to parse again. It was not created by the pipeline.`,
    )
  if (!review) throw lack('review')
  if (!review.base) throw lack('base')
  return {review, ...(draft && {draft}), ...(published && {published})}
}

/** Stored bytes, parsed again. */
interface Parsed {
  pictures: readonly Picture[]
  /** What they result in, once their pictures are stored. */
  draft(pictures?: StoredPictures): Now
}

async function parseAgain(
  articleId: string,
  {scrape: kept, review}: StoredWithScrape,
  {parse, readBytes, profile, source}: ReparseOptions,
): Promise<Parsed> {
  const hash = kept?.hash
  if (!kept || !hash) {
    throw new InputError(
      'not-found',
      `The scrape of ${articleId} is no longer stored. Scrape the page again.`,
    )
  }
  const bytes = kept.raw ? unpackBytes(kept.raw) : await readBytes?.(hash).catch(() => undefined)
  if (!bytes) {
    throw new InputError(
      'not-found',
      `The bytes of ${articleId} were too long for its scrape document, and they are not in the data folder (COPYDESK_DATA). Scrape the page again.`,
    )
  }
  const scrape: Scrape = {
    bytes,
    origin: articleId,
    ...(kept.url !== undefined && {url: kept.url}),
    ...(kept.contentType !== undefined && {contentType: kept.contentType}),
  }
  const result = await parse(scrape, profile)
  const sourceName = review?.sourceName
  return {
    pictures: picturesIn(result.article.body),
    draft: (pictures) => {
      const fields = articleFields(result.article, {articleId, url: kept.url, sourceId: source._id, pictures})
      const context = {articleId, hash, fields, sourceName, pipelineVersion: PIPELINE_VERSION}
      return {fields, review: reviewDocument(withRefusals(result, pictures), context)}
    },
  }
}

/**
 * `overtaken`: another writer was faster. `unknown` is settled by reading again: if it was written, nothing is left to
 * change.
 */
async function send(
  {mutations}: Merge,
  {client, signal}: ReparseOptions,
): Promise<'written' | 'overtaken' | 'unknown'> {
  try {
    await client.mutate(mutations, {
      transactionId: randomUUID(),
      returnDocuments: false,
      visibility: 'sync',
      tag: 'copydesk.reparse',
      ...(signal && {signal}),
    })
    return 'written'
  } catch (error) {
    const failure = classify(error, Date.now())
    if (failure.kind === 'conflict') return 'overtaken'
    if (failure.kind === 'unknown') return 'unknown'
    if (failure.kind === 'limited')
      throw new WriteError(
        'unreachable',
        'The Content Lake accepts no more requests for now; try again later',
      )
    throw new WriteError(failure.code, `The Content Lake refused: ${causeOf(error)}`, {cause: error})
  }
}

function resultOf(articleId: string, stored: Stored, {changed, values, kept}: Merge): Reparsed {
  const current = stored.draft ?? stored.published
  const title = (changed.includes('title') ? values.title : current?.title) as string | undefined
  return {
    articleId,
    ...(title !== undefined && {title}),
    outcome: changed.length > 0 ? 'changed' : kept.length > 0 ? 'kept' : 'unchanged',
    fields: changed
      .filter((field) => field !== 'body')
      .map((field) => ({
        field,
        ...(current?.[field] !== undefined && {before: current[field]}),
        ...(values[field] !== undefined && {after: values[field]}),
      })),
    blocks: changed.includes('body')
      ? blockChanges((current?.body ?? []) as DraftedBlock[], values.body as DraftedBlock[])
      : [],
    kept,
  }
}
