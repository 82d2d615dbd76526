/**
 * The ingest endpoint: `POST /ingest` accepts a scrape durably, or each article of a feed, `GET /ingest/<id>` returns its state, `POST
 * /ingest/reparse` parses stored pages again, and `POST /ingest/parse` parses a piece of HTML and stores nothing.
 */
import {type Context, Hono} from 'hono'
import {InputError} from '../../parse/errors.ts'
import type {ParseResult, Scrape} from '../../parse/types.ts'
import {type ReparseAnswer, type ReparseRequest, reparseRequestOf} from '../../store/reparse/source.ts'
import {WriteError} from '../../store/write/errors.ts'
import type {Entry} from '../queue/entry.ts'
import type {Ledger} from '../queue/ledger.ts'
import {scrapesOf} from '../read/entries.ts'
import {parseObject} from '../read/scrape-row.ts'
import {readBody} from './read-body.ts'
import {requireWebType, scrapeOfRequest} from './scrape-of-request.ts'

/** What the endpoint works with. */
export interface IngestAppOptions {
  ledger: Pick<Ledger, 'accept' | 'get' | 'counts'>
  /** Called after a new input was accepted. */
  onAccept(): void
  /**
   * Whether a request may use the endpoint; the composition root knows tokens, hosts and origins. `connection` is what the server
   * passes along with each request.
   */
  authorize(request: Request, connection: unknown): true | Refusal | Promise<true | Refusal>
  /** Parse the stored pages of a source again; one source at a time. */
  reparse(request: ReparseRequest): Promise<ReparseAnswer>
  /** Parse a piece of HTML that an editor pasted; nothing is stored. */
  parse(scrape: Scrape): Promise<ParseResult>
  /** Largest input, in bytes. */
  maxBytes: number
  /** Inputs that may wait; further ones get 429. */
  maxQueued: number
}

interface Refusal {
  status: 401 | 403
  message: string
}

/** Seconds after which a caller with a 429 may retry. */
const RETRY_AFTER_S = 30
/** Largest request to parse again, in bytes: it names a source, and may contain a profile to try. */
const MAX_REQUEST_BYTES = 100_000
/** Largest pasted HTML, in bytes: the editor waits for the result. */
const MAX_PASTED_BYTES = 2_000_000
/** How much larger than its page a JSON envelope may be, because of escapes or base64. */
const ENVELOPE_FACTOR = 2

/** The endpoint as a Hono app. */
export function createIngestApp(options: IngestAppOptions): Hono {
  const {ledger, authorize} = options
  const app = new Hono()

  app.use('/ingest/*', async (context, next) => {
    const verdict = await authorize(context.req.raw, context.env)
    if (verdict === true) return next()
    return context.json(problem('unauthorized', verdict.message), verdict.status)
  })

  app.post('/ingest', (context) => acceptScrape(context, options))
  app.post('/ingest/reparse', (context) => reparse(context, options))
  app.post('/ingest/parse', (context) => parsePasted(context, options))
  app.get('/ingest/:id', (context) => {
    const entry = ledger.get(context.req.param('id'))
    if (!entry)
      return context.json(problem('not-found', `No input ${context.req.param('id')} was accepted`), 404)
    return context.json(statusOf(entry))
  })

  app.onError((error, context) =>
    context.json(
      problem('unexpected', `Not accepted: ${error.message}. Try again; if it fails again, see the log`),
      500,
    ),
  )
  return app
}

/**
 * `POST /ingest`: accept a scrape durably. Of a source with several articles, such as a feed, each is accepted; the answer then has
 * `entries` with the state of each.
 */
async function acceptScrape(context: Context, {ledger, maxBytes, maxQueued, onAccept}: IngestAppOptions) {
  const request = context.req.raw
  try {
    const kind = requireWebType(request.headers)
    const {queued} = ledger.counts()
    if (queued >= maxQueued) {
      context.header('Retry-After', String(RETRY_AFTER_S))
      return context.json(
        problem('busy', `${queued} inputs are waiting; try again in ${RETRY_AFTER_S} s`),
        429,
      )
    }
    const body = await readBody(request, kind === 'envelope' ? maxBytes * ENVELOPE_FACTOR : maxBytes)
    const scrape = scrapeOfRequest(request.headers, kind, body)
    requireLength(scrape, maxBytes)
    const articles = scrapesOf(scrape)
    if (articles.length === 0) {
      const {entry, isNew} = await ledger.accept(scrape)
      if (isNew) onAccept()
      context.header('Location', `/ingest/${entry.id}`)
      return context.json(statusOf(entry), isNew ? 202 : 200)
    }
    // One that was accepted stays so if a later one fails: sent again, it is known by its bytes.
    const accepted = []
    for (const article of articles) {
      const {entry, isNew} = await ledger.accept(article.scrape)
      if (isNew) onAccept()
      accepted.push({isNew, state: {name: article.id, ...statusOf(entry)}})
    }
    const isNew = accepted.some((one) => one.isNew)
    return context.json({entries: accepted.map(({state}) => state)}, isNew ? 202 : 200)
  } catch (error) {
    if (error instanceof InputError)
      return context.json(problem(error.code, error.message), statusCodeOf(error))
    if (isFull(error)) {
      return context.json(
        problem('disk-full', 'Not accepted: the disk of the data folder is full; free some space'),
        507,
      )
    }
    throw error
  }
}

/** `POST /ingest/reparse`: parse stored pages again. */
async function reparse(context: Context, options: IngestAppOptions) {
  try {
    const body = await readBody(context.req.raw, MAX_REQUEST_BYTES)
    const request = reparseRequestOf(
      parseObject(Buffer.from(body).toString('utf8'), 'the body') as Record<string, unknown>,
    )
    return context.json(await options.reparse(request))
  } catch (error) {
    if (error instanceof InputError)
      return context.json(
        problem(error.code, error.message),
        error.code === 'not-found' ? 404 : statusCodeOf(error),
      )
    if (error instanceof WriteError) return context.json(problem(error.code, error.message), 503)
    throw error
  }
}

/** `POST /ingest/parse`: parse a piece of HTML and store nothing. */
async function parsePasted(context: Context, options: IngestAppOptions) {
  try {
    const body = await readBody(context.req.raw, MAX_PASTED_BYTES)
    const {html} = parseObject(Buffer.from(body).toString('utf8'), 'the body') as Record<string, unknown>
    if (typeof html !== 'string' || html.trim() === '')
      throw new InputError('malformed-row', 'Expected the body to be {html} with a text of HTML')
    const {article, findings} = await options.parse({
      bytes: Buffer.from(html),
      origin: 'paste',
      contentType: 'text/html; charset=utf-8',
    })
    return context.json({title: article.title, body: article.body, findings})
  } catch (error) {
    if (error instanceof InputError)
      return context.json(problem(error.code, error.message), statusCodeOf(error))
    throw error
  }
}

/** The state of an input, for callers. */
function statusOf({id, state, reason, outcome, articleId, url, acceptedAt, updatedAt, attempts}: Entry) {
  return {id, status: state, outcome, articleId, url, reason, attempts, acceptedAt, updatedAt}
}

function problem(code: string, message: string) {
  return {error: {code, message}}
}

function requireLength({bytes}: Scrape, maxBytes: number): void {
  if (bytes.length === 0) throw new InputError('empty', 'The body is empty; send the bytes of a page')
  if (bytes.length > maxBytes) {
    throw new InputError('too-large', `The input is ${bytes.length} bytes, more than the ${maxBytes} allowed`)
  }
}

function statusCodeOf({code}: InputError): 400 | 413 | 415 {
  if (code === 'too-large') return 413
  return code === 'binary' ? 415 : 400
}

/** Whether the file system or SQLite ran out of space. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true
  return /database or disk is full/.test(error.message)
}
