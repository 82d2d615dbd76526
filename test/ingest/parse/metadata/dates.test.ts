import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {inUtc, toIsoDate} from '../../../../ingest/parse/metadata/dates/index.ts'

describe('dates', () => {
  it.each<[string, string | undefined, string?]>([
    // For machines.
    ['2026-01-31', '2026-01-31'],
    ['2026-01-31T23:30:00-05:00', '2026-01-31T23:30:00-05:00'],
    ['2026-01-31T23:30:00.123-0500', '2026-01-31T23:30:00-05:00'],
    ['2026-01-31T10:00Z', '2026-01-31T10:00:00Z'],
    ['2026-01-31 10:00', '2026-01-31T10:00:00'],
    ['2026-01-31 10:00:00 +0000 UTC', '2026-01-31T10:00:00+00:00'],
    ['20260131T100000Z', '2026-01-31T10:00:00Z'],
    ['1769853600', '2026-01-31T10:00:00Z'],
    ['1769853600000', '2026-01-31T10:00:00Z'],
    ['Sat, 31 Jan 2026 10:00:00 GMT', '2026-01-31T10:00:00Z'],
    ['Sat, 31 Jan 2026 10:00:00 +0200', '2026-01-31T10:00:00+02:00'],
    ['Sat, 01/31/2026 - 11:38', '2026-01-31T11:38:00'],
    // For people.
    ['31 January 2026', '2026-01-31'],
    ['January 31st, 2026 at 4:12pm', '2026-01-31T16:12:00'],
    ['Jan. 31, 2026, 12:05 a.m.', '2026-01-31T00:05:00'],
    ['Sept 1, 2026', '2026-09-01'],
    ['31. Januar 2026, 10:05 Uhr', '2026-01-31T10:05:00', 'de'],
    ['31. März 2026 um 9.05 Uhr', '2026-03-31T09:05:00', 'de-AT'],
    ['le 1er août 2026 à 18h05', '2026-08-01T18:05:00', 'fr'],
    ['3 de mayo de 2026', '2026-05-03', 'es'],
    ['3 de março de 2026', '2026-03-03', 'pt-BR'],
    ['5 ottobre 2026', '2026-10-05', 'it'],
    ['12 maart 2026', '2026-03-12', 'nl'],
    ['5 października 2026', '2026-10-05', 'pl'],
    ['25 сентября 2026 г. в 10:30', '2026-09-25T10:30:00', 'ru'],
    ['den 5 maj 2026', '2026-05-05', 'sv'],
    ['20 Ağustos 2026', '2026-08-20', 'tr'],
    ['2026. május 3.', '2026-05-03', 'hu'],
    ['5. kesäkuuta 2026', '2026-06-05', 'fi'],
    ['2026年12月3日 09:15', '2026-12-03T09:15:00', 'ja'],
    ['2026년 12월 3일', '2026-12-03', 'ko'],
    ['16. März 2026', '2026-03-16'],
    ['31.01.2026', '2026-01-31'],
    ['2026/1/31', '2026-01-31'],
    ['01/31/2026', '2026-01-31'],
    ['03/04/2026', '2026-03-04', 'en-US'],
    ['03/04/2026', '2026-04-03', 'en-GB'],
    ['03/04/2026', '2026-04-03', 'fr'],
    // Not one certain day.
    ['03/04/2026', undefined, 'en'],
    ['03/04/2026', undefined],
    ['2026-02-30', undefined],
    ['31 February 2026', undefined],
    ['yesterday', undefined],
    ['3 May', undefined],
    ['0001-01-01', undefined],
    ['12345', undefined],
    ['', undefined],
  ])('%s: %s', (written, expected, language) => {
    expect(toIsoDate(written, language)).toBe(expected)
  })

  it('are stored in UTC, so that their order is that of their text', () => {
    expect(inUtc('2026-01-31T23:30:00-05:00')).toBe('2026-02-01T04:30:00.000Z')
    expect(inUtc('2026-01-31')).toBe('2026-01-31T00:00:00.000Z')
    expect(inUtc('2026-01-31T10:00:00')).toBe('2026-01-31T10:00:00.000Z')
  })

  it('any text gives a date that exists, or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({unit: 'binary'}),
          fc.stringMatching(/^[0-3]?\d[-/. ]([01]?\d|may|März)[-/. ](19|20)\d\d( \d?\d:\d\d)?$/),
        ),
        (text) => {
          const date = toIsoDate(text, 'de')
          expect(date === undefined || inUtc(date).startsWith('20') || /^1[6-9]|^2[12]/.test(date)).toBe(true)
        },
      ),
    )
  })
})
