import {describe, expect, it} from 'vitest'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {reasonAgainst} from '../../../studio/desk/queue/publish-clean.ts'

describe('publishing several articles includes one', () => {
  it.each<ReviewStatus>(['needsReview', 'inReview'])('that has no open findings: %s', (status) => {
    expect(reasonAgainst(status, 0, {})).toBeUndefined()
  })

  it.each<[string, ReviewStatus, number, unknown]>([
    ['nothing to publish', 'needsReview', 0, null],
    ['open errors or warnings', 'needsReview', 1, {}],
    ['rejected', 'rejected', 0, {}],
    ['already decided by somebody else', 'approved', 0, {}],
  ])('but not one for which: %s', (reason, status, open, draft) => {
    expect(reasonAgainst(status, open, draft)).toBe(reason)
  })
})
