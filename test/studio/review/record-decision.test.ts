/** Two editors decide about one article, on a real lake. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Review} from '../../../schemas/sanity.types.ts'
import {describeNewDecision} from '../../../studio/review/decisions/describe-new-decision.ts'
import {recordDecision} from '../../../studio/review/decisions/record-decision.ts'
import {startLake, type TestLake} from '../../deliver/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

let count = 0
async function review(): Promise<Review> {
  const _id = `review.r${++count}`
  await lake.editor.create({_id, _type: 'review', status: 'needsReview', priority: 1} as never)
  return read(_id)
}
const read = async (id: string) => (await lake.editor.getDocument<Review>(id)) as Review
const at = '2026-05-01T10:00:00Z'

describe('the second editor to decide', () => {
  it('learns about the first decision, and nothing is recorded', async () => {
    const seen = await review()
    expect(
      await recordDecision(lake.editor, seen._id, seen, {decision: 'rejected', by: 'ada', at, note: 'Old.'}),
    ).toBe(undefined)
    expect(await recordDecision(lake.editor, seen._id, seen, {decision: 'assigned', by: 'bob', at})).toBe(
      'ada rejected this article: Old.',
    )
    const now = await read(seen._id)
    expect(now.status).toBe('rejected')
    expect(now.decisions?.map(({by}) => by)).toEqual(['ada'])
  })

  it('is not stopped by a finding that was resolved meanwhile', async () => {
    const seen = await review()
    await lake.editor
      .patch(seen._id)
      .set({counts: {error: 1}})
      .commit()
    expect(await recordDecision(lake.editor, seen._id, seen, {decision: 'assigned', by: 'bob', at})).toBe(
      undefined,
    )
    expect(await read(seen._id)).toMatchObject({status: 'inReview', assignee: 'bob', counts: {error: 1}})
  })

  it('always records what has already happened', async () => {
    const seen = await review()
    await recordDecision(lake.editor, seen._id, seen, {decision: 'rejected', by: 'ada', at})
    expect(
      await recordDecision(lake.editor, seen._id, seen, {
        decision: 'published',
        by: 'bob',
        at,
        articleRev: 'r1',
      }),
    ).toBe(undefined)
    expect((await read(seen._id)).decisions?.map(({decision}) => decision)).toEqual(['rejected', 'published'])
  })
})

it('an article that is handed over is assigned to the colleague, and the decision names both', async () => {
  const seen = await review()
  await recordDecision(lake.editor, seen._id, seen, {
    decision: 'handed',
    by: 'ada',
    to: 'bob',
    at,
    note: 'The table is odd.',
  })
  const now = await read(seen._id)
  expect(now).toMatchObject({status: 'inReview', assignee: 'bob'})
  expect(now.decisions).toMatchObject([{decision: 'handed', by: 'ada', to: 'bob', note: 'The table is odd.'}])
})

it('a status that changed without a decision is reported too', () => {
  expect(describeNewDecision({status: 'needsReview'}, {status: 'approved'})).toBe(
    'The status is now “Approved”.',
  )
  expect(describeNewDecision({status: 'needsReview'}, {status: 'needsReview'})).toBe(undefined)
})
