/** One accepted input, as the ledger keeps it. */
export const STATES = ['queued', 'parsing', 'writing', 'done', 'unchanged', 'failed'] as const
export type State = (typeof STATES)[number]

export interface Reason {
  /** Stable: operators match on it. */
  code: string
  message: string
}

export interface Entry {
  /** SHA-256 of the raw bytes, hex. */
  id: string
  url?: string
  fetchedAt?: string
  contentType?: string
  origin: string
  /** In bytes. */
  size: number
  state: State
  outcome?: 'created' | 'changed' | 'unchanged'
  articleId?: string
  /** Why it failed, or why it is still waiting. */
  reason?: Reason
  attempts: number
  /** ISO 8601. */
  acceptedAt: string
  updatedAt: string
}

/** What messages call it: a path, or for what was posted its address, else the beginning of its id. */
export function nameOf({id, origin, url}: Pick<Entry, 'id' | 'origin' | 'url'>): string {
  return origin === 'http' ? (url ?? `The posted page ${id.slice(0, 12)}`) : origin
}

type Row = Record<string, unknown>

/** A row of the ledger as an entry. */
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

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
