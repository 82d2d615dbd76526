import {expect, it} from 'vitest'
import {bandsOf} from '../../../schemas/similarity/fingerprint.ts'
import {countSimilar} from '../../../studio/desk/duplicates/count-similar.ts'

const line = (index: number): string =>
  `Line number ${index} of a story about the rain that fell on the hills.`
const story = (id: string, from: number, to: number) => ({
  _id: id,
  bands: bandsOf(Array.from({length: to - from}, (_, index) => line(from + index)).join('\n')),
})

it('counts the articles with the same story by their fingerprints', () => {
  const [own, same, nearly, other] = [
    story('own', 0, 40),
    story('same', 0, 40),
    story('nearly', 3, 42),
    story('other', 100, 140),
  ]
  const short = {_id: 'short', bands: bandsOf('Three words only')}
  const none = {_id: 'none', bands: null}
  const all = [own, same, nearly, other, short, none]
  expect(Object.fromEntries(countSimilar([own, nearly, other, short, none], all))).toEqual({
    own: 2,
    nearly: 2,
    other: 0,
    short: 0,
    none: 0,
  })
})

it('does not count a single common band', () => {
  const bands = (name: string) => Array.from({length: 16}, (_, band) => `${band}-${name}`)
  const [one, other] = [
    {_id: 'one', bands: bands('a')},
    {_id: 'other', bands: ['0-a', ...bands('b').slice(1)]},
  ]
  expect(countSimilar([one], [one, other]).get('one')).toBe(0)
})
