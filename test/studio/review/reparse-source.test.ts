import {describe, expect, it} from 'vitest'
import {
  type ReparsedArticle,
  requestReparse,
  summaryOf,
} from '../../../studio/review/actions/reparse-source.ts'

const answering = (status: number, body: string, asked: unknown[] = []): typeof fetch =>
  (async (input, init) => {
    asked.push([String(input), init?.method, init?.body])
    return new Response(body, {status})
  }) as typeof fetch

describe('re-parsing a source', () => {
  it('sends the id of the source to the service', async () => {
    const asked: unknown[] = []
    const answer = {counts: {changed: 1, unchanged: 0, kept: 0, failed: 0}, articles: []}
    const got = await requestReparse(
      'http://localhost:1',
      {source: 'source-x'},
      true,
      answering(200, JSON.stringify(answer), asked),
    )
    expect(got).toEqual(answer)
    expect(asked).toEqual([
      ['http://localhost:1/ingest/reparse', 'POST', '{"source":"source-x","dryRun":true}'],
    ])
  })
  it.each([
    [400, '{"error": {"code": "bad-profile", "message": "`a[` is no selector"}}', '`a[` is no selector'],
    [502, '<html>', 'The ingest service answered with status 502'],
  ])('reports the reason of a failure: %i', async (status, body, message) => {
    await expect(
      requestReparse('http://localhost:1', {source: 'x'}, true, answering(status, body)),
    ).rejects.toThrow(message)
  })
})

describe('the summary of an article', () => {
  const article: ReparsedArticle = {articleId: 'a', outcome: 'changed', fields: [], blocks: [], kept: []}
  it.each<[Partial<ReparsedArticle>, string]>([
    [{}, 'No changes.'],
    [
      {fields: [{field: 'title'}], blocks: [{change: 'removed'}, {change: 'removed'}, {change: 'added'}]},
      'title · 1 block added · 2 blocks removed',
    ],
    [{kept: ['body']}, 'kept the editor’s version of body'],
    [{outcome: 'failed', reason: {message: 'No bytes.'}}, 'No bytes.'],
  ])('%o', (part, line) => {
    expect(summaryOf({...article, ...part})).toBe(line)
  })
})
