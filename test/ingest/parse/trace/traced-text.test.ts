import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  type Edit,
  edit,
  join,
  slice,
  sourceRange,
  traced,
} from '../../../../ingest/parse/trace/traced-text.ts'

/** Sorted, separate edits for a value of this length. */
const edits = (length: number) =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(4), fc.string({maxLength: 3})), {maxLength: 30}).map((list) => {
    const sorted: Edit[] = []
    let at = 0
    for (const [start, size, value] of list.toSorted((a, b) => a[0] - b[0])) {
      if (start < at) continue
      at = Math.min(length, start + size)
      sorted.push({start, end: at, value})
    }
    return sorted
  })

const sample = fc.string({minLength: 30, maxLength: 120})
const edited = sample.chain((source) =>
  fc
    .tuple(fc.constant(source), edits(source.length))
    .map(([text, list]) => ({source: text, text: edit(traced(text), list)})),
)

test('a slice of slices is the slice', () => {
  fc.assert(
    fc.property(edited, fc.nat(60), fc.nat(60), ({text}, a, b) => {
      const from = Math.min(a, b, text.value.length)
      const to = Math.min(Math.max(a, b), text.value.length)
      const part = slice(text, from, to)
      expect(part.value).toBe(text.value.slice(from, to))
      expect(part.origin.reduce((sum, run) => sum + run.length, 0)).toBe(to - from)
      expect(join([slice(text, 0, from), slice(text, from)]).value).toBe(text.value)
    }),
  )
})

test('a range of copied units is their place in the source, however long the origin', () => {
  fc.assert(
    fc.property(edited, ({source, text}) => {
      let at = 0
      for (const run of text.origin) {
        if (run.copied) {
          const {start, end} = sourceRange(text, at, at + run.length)
          expect(source.slice(start, end)).toBe(text.value.slice(at, at + run.length))
        }
        at += run.length
      }
      const whole = sourceRange(text, 0, text.value.length)
      expect(whole.start).toBeGreaterThanOrEqual(0)
      expect(whole.end).toBeLessThanOrEqual(source.length)
    }),
  )
})

test('the place of an empty range is its offset', () => {
  expect(sourceRange(traced('abcdef'), 3, 3)).toEqual({start: 3, end: 3})
  expect(sourceRange(edit(traced('abcdef'), [{start: 2, end: 2, value: '<p>'}]), 3, 4)).toEqual({
    start: 2,
    end: 2,
  })
})

test('what was removed right before a range is no part of it', () => {
  const text = edit(traced('....one two'), [{start: 0, end: 4, value: ''}])
  expect(sourceRange(text, 0, 3)).toEqual({start: 4, end: 7})
})

test('edits out of order are refused by name', () => {
  const list = [
    {start: 3, end: 4, value: ''},
    {start: 1, end: 2, value: ''},
  ]
  expect(() => edit(traced('abcdef'), list)).toThrow(/sorted, separate edits/)
})
