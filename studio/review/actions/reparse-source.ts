/** Asks the endpoint on the page's own origin to parse a source's kept pages again. */

/** What the dialog shows of the endpoint's answer. */
export interface ReparseAnswer {
  counts: {changed: number; unchanged: number; kept: number; failed: number}
  articles: ReparsedArticle[]
}

export interface ReparsedArticle {
  articleId: string
  title?: string
  outcome: 'changed' | 'unchanged' | 'kept' | 'failed'
  fields: {field: string}[]
  blocks: {change: 'added' | 'removed' | 'changed'}[]
  kept: string[]
  reason?: {message: string}
}

/** The articles of a source, or some by their ids. */
export type ReparseTarget = {source: string} | {articles: readonly string[]}

/** Rejects with a message for an editor. */
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
  throw new Error(message ?? `The desk answered ${response.status}`)
}

/** What became of an article, or would, in one line. */
export function summaryOf({outcome, fields, blocks, kept, reason}: ReparsedArticle): string {
  if (outcome === 'failed') return reason?.message ?? 'It failed.'
  const count = (change: 'added' | 'removed' | 'changed') =>
    blocks.filter((block) => block.change === change).length
  const parts = [
    ...fields.map(({field}) => field),
    ...(['added', 'removed', 'changed'] as const).flatMap((change) =>
      count(change) > 0 ? `${count(change)} ${count(change) === 1 ? 'block' : 'blocks'} ${change}` : [],
    ),
    ...(kept.length > 0 ? [`kept as an editor left it: ${kept.join(', ')}`] : []),
  ]
  return parts.length > 0 ? parts.join(' · ') : 'Nothing changes.'
}
