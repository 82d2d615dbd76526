/** Asks the ingest service on the origin of the page to parse stored pages again. */

/** The answer of the service, as far as the dialog shows it. */
export interface ReparseAnswer {
  counts: {changed: number; unchanged: number; kept: number; failed: number}
  articles: ReparsedArticle[]
}

/** What happened to one article, or would happen. */
export interface ReparsedArticle {
  articleId: string
  title?: string
  outcome: 'changed' | 'unchanged' | 'kept' | 'failed'
  fields: {field: string}[]
  blocks: {change: 'added' | 'removed' | 'changed'}[]
  kept: string[]
  reason?: {message: string}
}

/** All articles of a source, or those with the given ids. */
export type ReparseTarget = {source: string} | {articles: readonly string[]}

/**
 * Parses pages again, or with `dryRun` only reports what would change.
 *
 * @throws Error with a message for editors
 */
export async function requestReparse(
  origin: string,
  target: ReparseTarget,
  dryRun: boolean,
  fetchIt: typeof fetch = fetch,
): Promise<ReparseAnswer> {
  const response = await fetchIt(`${origin}/ingest/reparse`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({...target, dryRun}),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as ReparseAnswer
  const message = (answer as {error?: {message?: string}} | undefined)?.error?.message
  throw new Error(message ?? `The ingest service answered with status ${response.status}`)
}

/** What happened to an article, or would happen, in one line. */
export function summaryOf({outcome, fields, blocks, kept, reason}: ReparsedArticle): string {
  if (outcome === 'failed') return reason?.message ?? 'Parsing failed.'
  const count = (change: 'added' | 'removed' | 'changed') =>
    blocks.filter((block) => block.change === change).length
  const parts = [
    ...fields.map(({field}) => field),
    ...(['added', 'removed', 'changed'] as const).flatMap((change) =>
      count(change) > 0 ? `${count(change)} ${count(change) === 1 ? 'block' : 'blocks'} ${change}` : [],
    ),
    ...(kept.length > 0 ? [`kept the editor’s version of ${kept.join(', ')}`] : []),
  ]
  return parts.length > 0 ? parts.join(' · ') : 'No changes.'
}
