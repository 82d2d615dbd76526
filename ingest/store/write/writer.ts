/**
 * Station 14: write each article in one transaction with a known outcome.
 *
 * Each attempt reads the stored documents, decides, and sends at most one transaction. After any failure the next
 * attempt reads again, which settles conflicts as well as unknown outcomes. A transaction creates documents and patches
 * revisions, and never replaces, so sending it twice does no harm.
 */
import {randomUUID} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import PQueue from 'p-queue'
import type {Drafted} from '../draft/documents.ts'
import type {DraftOptions} from '../draft/draft.ts'
import {MAX_TRANSACTION_BYTES} from '../draft/draft.ts'
import {scrapeIdOf, sha256} from '../draft/ids.ts'
import {isClaimedByAnotherText} from '../merge/claims.ts'
import {type Decision, decide} from '../merge/decide.ts'
import {backoff, type Clock, createGate, systemClock} from './backoff.ts'
import {causeOf, classify, WriteError} from './errors.ts'
import {areAsExpected, uploadPictures} from './pictures.ts'
import {readBack, UnexpectedAnswer} from './read-back.ts'

/** The outcome of writing an article. */
export interface WriteResult {
  /** `changed`: the article existed, so the scrape was stored and flagged on its review. */
  outcome: 'created' | 'unchanged' | 'changed'
  /** Published id. */
  articleId: string
  scrapeId: string
}

/** The result for bytes that were stored before; `articleId` is absent if the review was deleted. */
export type KnownResult = {outcome: 'unchanged'; articleId?: string; scrapeId: string}

/** The lake to write to, and the limits. */
export interface WriterOptions {
  client: SanityClient
  /** Articles in progress at a time. The hosted Content Lake allows 100 concurrent mutations. */
  concurrency: number
  /** Transactions started per second. The hosted Content Lake allows 25. */
  mutationsPerSecond: number
  /** Attempts for an article before its error is thrown. */
  maxAttempts?: number
  /** Only decide, and send nothing. */
  dryRun?: boolean
  clock?: Clock
  /** From 0 to 1. */
  random?: () => number
  /** Returns a new transaction id. */
  newTransactionId?: () => string
}

/** Writes articles. */
export interface Writer {
  /**
   * The result for bytes that are already stored, so that they need not be parsed; undefined for others, and if the
   * lake gives no usable response: then {@link Writer.write} reports the problem.
   */
  findKnown(bytes: Uint8Array, signal?: AbortSignal): Promise<KnownResult | undefined>
  /**
   * Write the documents that `draft` returns. If another text has claimed the canonical URL, `draft` is called again to
   * ignore that URL. Throws {@link WriteError}.
   */
  write(draft: (options?: DraftOptions) => Drafted, signal?: AbortSignal): Promise<WriteResult>
  /** Resolves when nothing waits and nothing is in progress. */
  onIdle(): Promise<void>
}

const KNOWN = /* groq */ `*[_id == $id][0]{
  _id,
  "articleId": *[_type == "review" && references($id)][0].article._ref
}`
const MAX_ATTEMPTS = 8
/**
 * Conflicts of an article that are retried without delay. They are usually settled at once, since the other writer's
 * documents can be read.
 */
const CONFLICTS_WITHOUT_WAIT = 2

/** What writing one article needs. */
interface Writing extends Required<Omit<WriterOptions, 'concurrency' | 'mutationsPerSecond'>> {
  transactions: PQueue
  gate: ReturnType<typeof createGate>
}

/** Create a writer. */
export function createWriter(options: WriterOptions): Writer {
  const {client, concurrency, mutationsPerSecond, clock = systemClock} = options
  const articles = new PQueue({concurrency})
  const writing: Writing = {
    client,
    clock,
    dryRun: options.dryRun ?? false,
    maxAttempts: options.maxAttempts ?? MAX_ATTEMPTS,
    random: options.random ?? Math.random,
    newTransactionId: options.newTransactionId ?? randomUUID,
    transactions: new PQueue({interval: 1000, intervalCap: mutationsPerSecond, strict: true}),
    gate: createGate(clock),
  }
  return {
    async findKnown(bytes, signal) {
      const id = scrapeIdOf(sha256(bytes))
      // A failed request means unknown, not an error: `write` reports what is wrong.
      const stored = await articles.add(() => fetchKnown(client, id, signal)).catch(() => undefined)
      return stored && {outcome: 'unchanged', scrapeId: id, ...stored}
    },
    async write(draft, signal) {
      try {
        return await articles.add(() => writeOne(writing, draft, signal), signal ? {signal} : {})
      } catch (error) {
        if (signal?.aborted)
          throw new WriteError('aborted', 'Stopped before the outcome was known', {cause: error})
        throw error
      }
    },
    onIdle: () => articles.onIdle(),
  }
}

/** Write one article, in as many attempts as it takes. */
async function writeOne(
  writing: Writing,
  draft: (options?: DraftOptions) => Drafted,
  signal?: AbortSignal,
): Promise<WriteResult> {
  const {client, clock, maxAttempts, gate, random} = writing
  let choice: DraftOptions = {}
  let drafted = draft()
  const result = (outcome: WriteResult['outcome']): WriteResult => ({
    outcome,
    articleId: drafted.articleId,
    scrapeId: drafted.scrape._id,
  })
  /**
   * Ids of our transactions whose outcome may be unknown. A document's revision is the id of the transaction that
   * wrote it.
   */
  const sent = new Map<string, 'created' | 'changed'>()
  let lastError: unknown
  let conflicts = 0
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    signal?.throwIfAborted()
    try {
      await gate.pass(signal)
      let found = await readBack(client, drafted, signal)
      if (found.review && isClaimedByAnotherText(drafted, found.review)) {
        choice = {...choice, distrustCanonical: true}
        drafted = draft(choice)
        found = await readBack(client, drafted, signal)
      }
      const ours = found.scrapeRev === undefined ? undefined : sent.get(found.scrapeRev)
      if (ours) return result(ours)
      let decision = decide(drafted, found)
      if (decision.outcome === 'unchanged' || writing.dryRun) return result(decision.outcome)
      const uploaded = await withPictures(client, drafted, choice)
      if (uploaded.isOther) {
        drafted = draft(uploaded.choice)
        decision = decide(drafted, found)
      }
      choice = uploaded.choice
      if (decision.outcome === 'unchanged') return result(decision.outcome)
      requireSize(decision, drafted)
      const transactionId = writing.newTransactionId()
      sent.set(transactionId, decision.outcome)
      await sendInTurn(writing, decision, transactionId, signal)
      return result(decision.outcome)
    } catch (error) {
      if (error instanceof WriteError || signal?.aborted) throw error
      lastError = error
      const failure = classify(error, clock.now())
      if (failure.kind === 'refused') throw refused(failure.code, error)
      if (failure.kind === 'limited') gate.closeFor(failure.waitMs ?? backoff(attempt, random))
      else if (failure.kind === 'unknown' || ++conflicts > CONFLICTS_WITHOUT_WAIT) {
        if (attempt < maxAttempts) await clock.sleep(backoff(attempt, random), signal)
      }
    }
  }
  throw exhausted(lastError, maxAttempts, clock.now())
}

/** Upload the pictures of a draft, once. `isOther`: not all of them became the assets that the draft refers to. */
async function withPictures(
  client: SanityClient,
  {pictures}: Drafted,
  choice: DraftOptions,
): Promise<{choice: DraftOptions; isOther: boolean}> {
  if (pictures.length === 0 || choice.pictures) return {choice, isOther: false}
  const uploaded = await uploadPictures(client, pictures)
  return {choice: {...choice, pictures: uploaded}, isOther: !areAsExpected(uploaded)}
}

/** Send one transaction when its turn has come. */
async function sendInTurn(
  {client, gate, transactions}: Writing,
  decision: Parameters<typeof send>[1],
  id: string,
  signal?: AbortSignal,
): Promise<void> {
  await transactions.add(async () => {
    await gate.pass(signal)
    await send(client, decision, id, signal)
  })
}

/** Send one transaction. Rejects if the response does not confirm it. */
async function send(
  client: SanityClient,
  {mutations}: Decision & {outcome: 'created' | 'changed'},
  id: string,
  signal?: AbortSignal,
): Promise<void> {
  const answer = await client.mutate(mutations, {
    transactionId: id,
    returnDocuments: false,
    visibility: 'sync',
    tag: 'copydesk.ingest.write',
    ...(signal && {signal}),
  })
  if (!('transactionId' in answer) || answer.transactionId !== id) {
    throw new UnexpectedAnswer('Expected the id of the transaction from the Content Lake')
  }
}

/** The article of a stored scrape; undefined if the scrape is not stored. */
async function fetchKnown(
  client: SanityClient,
  id: string,
  signal?: AbortSignal,
): Promise<{articleId?: string} | undefined> {
  const options = {perspective: 'raw', tag: 'copydesk.ingest.known', ...(signal && {signal})} as const
  const answer: unknown = await client.fetch(KNOWN, {id}, options)
  if (typeof answer !== 'object' || answer === null || Reflect.get(answer, '_id') !== id) return undefined
  const articleId: unknown = Reflect.get(answer, 'articleId')
  return typeof articleId === 'string' ? {articleId} : {}
}

function requireSize(decision: Decision, drafted: Drafted): void {
  const size = Buffer.byteLength(JSON.stringify(decision))
  if (size <= MAX_TRANSACTION_BYTES + 100_000) return
  throw new WriteError(
    'too-large',
    `The documents of ${drafted.articleId} take ${(size / 1e6).toFixed(1)} MB, and the Content Lake accepts 4 MB at a time; split the input`,
  )
}

function refused(code: 'denied' | 'rejected' | 'too-large', error: unknown): WriteError {
  const reason = error instanceof Error ? error.message : String(error)
  const advice = {
    denied: 'Check that the token is valid for this dataset and may write',
    rejected: 'The documents do not fit the dataset; this is a bug in the pipeline, please report it',
    'too-large': 'Split the input',
  }[code]
  return new WriteError(code, `The Content Lake refused: ${reason}. ${advice}`, {cause: error})
}

function exhausted(error: unknown, attempts: number, now: number): WriteError {
  const {kind} = classify(error, now)
  return kind === 'conflict'
    ? new WriteError(
        'contended',
        `Other writers changed the same documents in each of ${attempts} attempts; try again`,
        {
          cause: error,
        },
      )
    : new WriteError(
        'unreachable',
        `No usable response from the Content Lake in ${attempts} attempts: ${causeOf(error)}`,
        {
          cause: error,
        },
      )
}
