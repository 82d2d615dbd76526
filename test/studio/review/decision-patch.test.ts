import {Mutation} from '@sanity/mutator'
import {expect, test} from 'vitest'
import {type DecisionInput, decisionPatch} from '../../../studio/review/decisions/decision-patch.ts'

const at = '2026-11-23T10:00:00.000Z'

/** The patch as the lake would apply it. */
function decided(review: Record<string, unknown>, ...inputs: DecisionInput[]): Record<string, unknown> {
  const document = structuredClone({_id: 'review.a', _type: 'review', ...review})
  const mutations = inputs.map((input) => ({patch: {id: 'review.a', ...decisionPatch(input)}}))
  return new Mutation({transactionId: 't', mutations}).apply(document) as Record<string, unknown>
}

test('a decision sets the status and is added to the list', () => {
  const before = {status: 'inReview', decisions: [{_key: 'x', decision: 'assigned'}]}
  expect(decided(before, {decision: 'published', by: 'ann', at, articleRev: 'r1'})).toMatchObject({
    status: 'approved',
    decisions: [
      {_key: 'x', decision: 'assigned'},
      {_key: 'published-r1', _type: 'decision', decision: 'published', by: 'ann', at, articleRev: 'r1'},
    ],
  })
})

test('the first decision creates the list', () => {
  expect(decided({}, {decision: 'assigned', by: 'ann', at})).toMatchObject({
    status: 'inReview',
    assignee: 'ann',
    decisions: [{by: 'ann'}],
  })
})

test('the same decision about the same revision is recorded once', () => {
  const input: DecisionInput = {decision: 'published', by: 'ann', at, articleRev: 'r1'}
  const again = {...input, at: '2026-11-23T10:00:05.000Z'}
  expect(decided({}, input, again).decisions).toHaveLength(1)
  expect(decided({}, input, {...again, articleRev: 'r2'}).decisions).toHaveLength(2)
})

test('sent back to the queue, it is assigned to nobody', () => {
  const sent = decided({status: 'inReview', assignee: 'ann'}, {decision: 'reopened', by: 'ann', at})
  expect(sent.status).toBe('needsReview')
  expect(sent).not.toHaveProperty('assignee')
})

test('a rejection keeps its reason', () => {
  expect(decided({}, {decision: 'rejected', by: 'ann', at, note: 'An advertisement.'})).toMatchObject({
    status: 'rejected',
    decisions: [{note: 'An advertisement.'}],
  })
})
