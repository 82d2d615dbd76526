import {expect, it} from 'vitest'
import type {Review} from '../../../schemas/sanity.types.ts'
import {trailOf} from '../../../studio/workbench/trail/trail.ts'

it('decisions about the article and its findings are one list, the newest first', () => {
  const review = {
    decisions: [
      {_key: 'd1', _type: 'decision', decision: 'assigned', by: 'ada', at: '2026-05-01T10:00:00Z'},
      {
        _key: 'd2',
        _type: 'decision',
        decision: 'handed',
        by: 'ada',
        to: 'bo',
        at: '2026-05-01T12:00:00Z',
        note: 'Odd.',
      },
    ],
    findings: [
      {
        _key: 'f1',
        code: 'possible-typo',
        message: 'A word.',
        resolution: {_type: 'resolution', state: 'kept', by: 'ada', at: '2026-05-01T11:00:00Z'},
      },
      {_key: 'f2', code: 'text-lost', message: 'Open.'},
    ],
  } as unknown as Review
  expect(trailOf(review)).toEqual([
    {key: 'd2', at: '2026-05-01T12:00:00Z', by: 'ada', what: 'Handed over', about: 'Odd.', to: 'bo'},
    {
      key: 'finding-f1',
      at: '2026-05-01T11:00:00Z',
      by: 'ada',
      what: 'Finding kept',
      about: 'Possible typo: A word.',
    },
    {key: 'd1', at: '2026-05-01T10:00:00Z', by: 'ada', what: 'Assigned'},
  ])
  expect(trailOf({})).toEqual([])
})
