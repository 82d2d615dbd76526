import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bandsOf, shinglesOf, similarityOf} from '../../schemas/similarity/fingerprint.ts'
import {plainTextOf} from '../../schemas/similarity/text.ts'

/** Words that no sentence repeats, so that each text is its own. */
const story = (from: number, count: number): string =>
  Array.from({length: count}, (_, index) => `word${from + index}`).join(' ')
const similarity = (one: string, other: string) => similarityOf(shinglesOf(one), shinglesOf(other))
const meet = (one: string, other: string) => {
  const bands = new Set(bandsOf(one))
  return bandsOf(other).some((band) => bands.has(band))
}

describe('similarity', () => {
  it.each<[string, string, string, number]>([
    ['the same', story(0, 60), story(0, 60), 1],
    ['another case, quotes and spaces', 'A B c “d” e f g h i j k l m', 'a  b C d. E f g h i j k l m!', 1],
    ['nothing in common', story(0, 60), story(100, 60), 0],
    ['too short to be compared', 'Rain today', 'Rain today', 0],
    ['Chinese', '山上昨夜下了很大的雪今天早上停了', '山上昨夜下了很大的雪，今天早上停了。', 1],
  ])('%s', (_, one, other, expected) => {
    expect(similarity(one, other)).toBe(expected)
  })

  it('grows with what texts have in common', () => {
    const half = similarity(story(0, 400), story(200, 400))
    const most = similarity(story(0, 400), story(40, 400))
    expect(half).toBeGreaterThan(0.3)
    expect(half).toBeLessThan(0.36)
    expect(most).toBeGreaterThan(0.8)
  })
})

describe('bands', () => {
  it('of a text are the same each time, and none where it says too little', () => {
    expect(bandsOf(story(0, 50))).toEqual(bandsOf(story(0, 50)))
    expect(bandsOf(story(0, 50))).toHaveLength(16)
    expect(bandsOf('Rain today')).toEqual([])
  })

  it('of a wire story that two papers cut and edited meet', () => {
    let met = 0
    for (let at = 0; at < 100; at++) {
      const words = story(at * 1000, 300).split(' ')
      // Every thirtieth word is another, and the last tenth is cut: a similarity of about 0.8.
      const edited = words
        .slice(0, 270)
        .map((word, index) => (index % 60 === 0 ? `other${at}x${index}` : word))
      if (meet(words.join(' '), edited.join(' '))) met++
    }
    expect(met).toBeGreaterThanOrEqual(99)
  })

  it('of unlike texts do not, but for chance', () => {
    let met = 0
    for (let at = 0; at < 200; at++) if (meet(story(at * 1000, 200), story(at * 1000 + 500, 200))) met++
    expect(met).toBeLessThanOrEqual(1)
  })

  it('are of the words alone: the same text always meets itself, whatever its case and spaces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('rain', 'hill', 'town', '雪', 'Ärger', '42'), {
          minLength: 12,
          maxLength: 60,
        }),
        (words) => {
          expect(bandsOf(words.join('  \n').toUpperCase())).toEqual(bandsOf(words.join(' ')))
        },
      ),
    )
  })
})

it('the words of an article are those of its blocks, tables and code', () => {
  const body = [
    {_type: 'block', children: [{text: 'One '}, {text: 'line'}]},
    {
      _type: 'table',
      caption: 'Sums',
      rows: [{cells: [{value: [{children: [{text: 'a'}]}]}, {value: [{children: [{text: 'b'}]}]}]}],
    },
    {_type: 'figure', caption: 'A picture'},
    {_type: 'constructor', code: 'of another program'},
    {_type: 'code', code: 'x = 1'},
    {_type: 'block'},
    {_type: 'table'},
  ]
  expect(plainTextOf(body)).toBe('One line\na b\nx = 1')
})
