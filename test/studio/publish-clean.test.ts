import {describe, expect, it} from 'vitest'
import {reasonAgainst} from '../../studio/queue/publish-clean.ts'

const draft = {title: 'Rain', slug: {current: 'rain'}, body: [{_type: 'block'}]}

describe('an article is published with others', () => {
  it('when nothing is open and nothing is missing', () => {
    expect(reasonAgainst(0, draft)).toBeUndefined()
  })

  it.each<[string, number, Record<string, unknown> | null]>([
    ['nothing to publish', 0, null],
    ['open errors or warnings', 1, draft],
    ['a field that is needed is empty', 0, {...draft, title: ' '}],
    ['a field that is needed is empty', 0, {...draft, slug: {}}],
    ['a field that is needed is empty', 0, {...draft, slug: undefined}],
    ['a field that is needed is empty', 0, {...draft, body: []}],
  ])('but not with %s', (reason, open, given) => {
    expect(reasonAgainst(open, given)).toBe(reason)
  })
})
