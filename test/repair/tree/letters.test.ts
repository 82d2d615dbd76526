import fc from 'fast-check'
import {expect, it} from 'vitest'
import {firstLetters, lettersOf} from '../../../ingest/repair/tree/letters.ts'

it('the first letters are the beginning of all letters', () => {
  const unit = fc.constantFrom(
    'a',
    'Z',
    ' ',
    '.',
    'É',
    'İ',
    'Σ',
    'ß',
    '中',
    '９',
    '𝒜',
    '\ud835',
    '\u0301',
    'ﬁ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(unit, fc.string()), {maxLength: 40}), fc.nat({max: 40}), (parts, most) => {
      const text = parts.join('')
      expect(firstLetters(text, most)).toBe(lettersOf(text).slice(0, most))
    }),
  )
})
