/** The states of an accepted input. */
export const STATES = ['queued', 'parsing', 'writing', 'done', 'unchanged', 'failed'] as const
/** The state of an accepted input. */
export type State = (typeof STATES)[number]

/** Why an input failed or waits. */
export interface Reason {
  /** Does not change between versions: operators match on it. */
  code: string
  message: string
}

/** An accepted input in the ledger. */
export interface Entry {
  /** SHA-256 of the raw bytes, hex. */
  id: string
  url?: string
  fetchedAt?: string
  contentType?: string
  /** What came with it and could not be read, each with its value. */
  unread?: readonly string[]
  origin: string
  /** In bytes. */
  size: number
  state: State
  outcome?: 'created' | 'changed' | 'unchanged'
  articleId?: string
  /** Why it failed, or still waits. */
  reason?: Reason
  attempts: number
  /** ISO 8601. */
  acceptedAt: string
  updatedAt: string
}

/** The name of an input in messages: its path, or for a posted page its URL, otherwise the start of its id. */
export function nameOf({id, origin, url}: Pick<Entry, 'id' | 'origin' | 'url'>): string {
  return origin === 'http' ? (url ?? `The posted page ${id.slice(0, 12)}`) : origin
}

type Row = Record<string, unknown>

/** The entry of a row of the ledger. */
export function entryOf(row: Row): Entry {
  const state = STATES.find((known) => known === row.state)
  if (!state) throw new TypeError(`Expected a known state in the ledger, got ${String(row.state)}`)
  const outcome = (['created', 'changed', 'unchanged'] as const).find((known) => known === row.outcome)
  const [url, fetchedAt, contentType] = [text(row.url), text(row.fetched_at), text(row.content_type)]
  const [articleId, code, message] = [text(row.article_id), text(row.reason_code), text(row.reason)]
  return {
    id: String(row.id),
    ...(url !== undefined && {url}),
    ...(fetchedAt !== undefined && {fetchedAt}),
    ...(contentType !== undefined && {contentType}),
    ...(typeof row.unread === 'string' && {unread: textsOf(row.unread)}),
    origin: String(row.origin),
    size: Number(row.size),
    state,
    ...(outcome && {outcome}),
    ...(articleId !== undefined && {articleId}),
    ...(code !== undefined && message !== undefined && {reason: {code, message}}),
    attempts: Number(row.attempts),
    acceptedAt: new Date(Number(row.accepted_at)).toISOString(),
    updatedAt: new Date(Number(row.updated_at)).toISOString(),
  }
}

function textsOf(json: string): string[] {
  const list: unknown = JSON.parse(json)
  if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list
  throw new TypeError(`Expected a list of texts in the ledger, got ${json.slice(0, 100)}`)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
