import {describe, expect, it} from 'vitest'
import {
  type Filters,
  filtersOf,
  groqOf,
  paramsOf,
  type SearchParams,
} from '../../../studio/desk/queue/filters.ts'

describe('filters of the queue', () => {
  it('count open findings only', () => {
    const {filter, params} = groqOf({status: 'inReview', severity: 'warning', code: 'reading-order'}, 0)
    expect(filter).toContain(
      'count(findings[severity in $severities && !defined(resolution)]) > 0 && $code in findings[!defined(resolution)].code',
    )
    expect(params).toMatchObject({severities: ['error', 'warning'], code: 'reading-order'})
  })

  it.each<[string, SearchParams, Filters]>([
    ['nothing', [], {status: 'needsReview'}],
    [
      'all of them',
      [
        ['status', 'rejected'],
        ['severity', 'error'],
        ['days', '7'],
        ['source', 'Harbour Daily'],
        ['language', 'de'],
        ['assignee', 'ines'],
        ['code', 'reading-order'],
        ['search', 'pier & market'],
      ],
      {
        status: 'rejected',
        severity: 'error',
        days: 7,
        source: 'Harbour Daily',
        language: 'de',
        assignee: 'ines',
        code: 'reading-order',
        search: 'pier & market',
      },
    ],
  ])('%s, from an address and back', (_, params, filters) => {
    expect(filtersOf(params)).toEqual(filters)
    expect(paramsOf(filters)).toEqual(params)
  })

  it('ignore unknown values in an address', () => {
    expect(
      filtersOf([
        ['status', 'lost'],
        ['severity', 'info'],
        ['days', '-3'],
        ['search', '  '],
        ['a', 'b'],
      ]),
    ).toEqual({status: 'needsReview'})
  })

  it('pass typed text only as parameters', () => {
    const {filter, params} = groqOf(
      {status: 'needsReview', search: 'o"] || true // pier*', source: '"', days: 1},
      Date.UTC(2026, 0, 2),
    )
    expect(filter).toBe(
      '_type == "review" && status == $status && sourceName == $source && _createdAt >= $since && [title, sourceName] match $words',
    )
    expect(params).toEqual({
      status: 'needsReview',
      source: '"',
      since: '2026-01-01T00:00:00.000Z',
      words: ['o*', 'true*', 'pier*'],
    })
  })
})
