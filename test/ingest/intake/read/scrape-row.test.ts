/** Details of a scrape never stand in the way of its article: what cannot be read of them is left out and named. */
import {describe, expect, it} from 'vitest'
import {provenanceOf, scrapeOfRow} from '../../../../ingest/intake/read/scrape-row.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'

describe('the address and the time of a row', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['are absent where empty', {url: '', fetchedAt: ' ', contentType: null}, {}],
    ['are completed without a protocol', {url: 'example.com/a'}, {url: 'https://example.com/a'}],
    ['are completed with two slashes only', {url: '//example.com/a'}, {url: 'https://example.com/a'}],
    [
      'are read as mail writes them',
      {fetchedAt: 'Tue, 03 Mar 2026 10:00:00 GMT'},
      {fetchedAt: '2026-03-03T10:00:00.000Z'},
    ],
    ['are read in seconds', {fetchedAt: 1772532000}, {fetchedAt: '2026-03-03T10:00:00.000Z'}],
    ['are read in milliseconds', {fetchedAt: '1772532000000'}, {fetchedAt: '2026-03-03T10:00:00.000Z'}],
    [
      'are left out where nothing can be read',
      {url: '/news/1', fetchedAt: 'soon'},
      {unread: ['`url`: "/news/1"', '`fetchedAt`: "soon"']},
    ],
    ['are left out where they are no text', {url: ['a']}, {unread: ['`url`: ["a"]']}],
  ])('%s', (_, row, expected) => expect(provenanceOf(row)).toEqual(expected))

  it('are a finding where they were left out, and the article is kept', () => {
    const {article, findings} = parseScrape(
      scrapeOfRow({body: '<p>The mill grinds again.</p>', url: '/news/1'}, 'row 1', 'row 1'),
    )
    expect(article.body).toHaveLength(1)
    expect(findings.map(({code, severity}) => ({code, severity}))).toContainEqual({
      code: 'provenance-unread',
      severity: 'warning',
    })
  })
})
