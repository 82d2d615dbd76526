import fc from 'fast-check'
import {expect, test} from 'vitest'
import {segmentsOf} from '../../../studio/workbench/source/segments.ts'

test('overlapping marks are cut where they begin and end', () => {
  const marks = [
    {start: 1, end: 4, finding: 'a'},
    {start: 3, end: 6, finding: 'b'},
  ]
  expect(segmentsOf('01234567', marks)).toEqual([
    {start: 0, text: '0', findings: []},
    {start: 1, text: '12', findings: ['a']},
    {start: 3, text: '3', findings: ['a', 'b']},
    {start: 4, text: '45', findings: ['b']},
    {start: 6, text: '67', findings: []},
  ])
})

test('the pieces are the text, and each is covered by exactly the marks around it', () => {
  const mark = fc.record({start: fc.integer({min: -3, max: 40}), end: fc.integer({min: -3, max: 40})})
  fc.assert(
    fc.property(fc.string({maxLength: 36}), fc.array(mark, {maxLength: 8}), (text, ranges) => {
      const marks = ranges.map((range, finding) => ({...range, finding}))
      const segments = segmentsOf(text, marks)
      expect(segments.map((segment) => segment.text).join('')).toBe(text)
      for (const segment of segments) {
        const end = segment.start + segment.text.length
        const around = marks.filter(
          (m) =>
            m.start >= 0 &&
            m.end <= text.length &&
            m.start <= segment.start &&
            m.end >= end &&
            m.start < m.end,
        )
        expect([...segment.findings].sort()).toEqual(around.map(({finding}) => finding).sort())
      }
    }),
  )
})
