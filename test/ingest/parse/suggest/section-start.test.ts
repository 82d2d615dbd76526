import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {sectionStart} from '../../../../ingest/parse/suggest/section-start.ts'
import {chanceAfter, type Piece, piecesOf} from '../../../../ingest/parse/suggest/sequence.ts'
import type {BodyBlock} from '../../../../schemas/body.ts'

type Kind = Piece['kind']

/** A body of blocks of these kinds; two lists in a row run into one. */
const bodyOf = (kinds: readonly Kind[]): BodyBlock[] =>
  kinds.map((kind, index): BodyBlock => {
    const _key = `b${index}`
    if (kind === 'table')
      return {_type: 'table', _key, rows: [], headerRows: 0, headerColumns: 0} as BodyBlock
    return {
      _type: 'block',
      _key,
      style: kind === 'heading' ? 'h2' : 'normal',
      ...(kind === 'list' ? {listItem: 'bullet' as const, level: 1} : {}),
      children: [
        {_type: 'span', _key: 's', text: kind === 'leadIn' ? 'These are:' : 'Some text.', marks: []},
      ],
      markDefs: [],
    }
  })

const kinds = fc.constantFrom<Kind>('heading', 'paragraph', 'leadIn', 'list')

/** Where a section begins before the table between these, and what one gains; nothing is known of words or copies. */
function startOf(before: readonly Kind[], swallowed: readonly Kind[], after: readonly Kind[], prior: number) {
  const pieces = piecesOf(bodyOf([...before, 'table', ...swallowed, ...after]))
  const table = pieces.findIndex(({kind}) => kind === 'table')
  const tail = pieces.findLastIndex(({last}) => last < before.length + 1 + swallowed.length)
  const bounds = {earliest: 1, latest: table - 1, split: undefined}
  return sectionStart({pieces, table, tail, ...bounds, prior, words: () => undefined})
}

describe('where a displaced section begins', () => {
  test('pieces hold every block once, in order', () => {
    fc.assert(
      fc.property(fc.array(kinds), (list) => {
        const pieces = piecesOf(bodyOf(list))
        expect(
          pieces.flatMap(({first, last}) => Array.from({length: last - first + 1}, (_, at) => first + at)),
        ).toEqual(list.map((_, index) => index))
      }),
    )
  })

  test('what follows each kind is all that can', () => {
    const [, ...others] = piecesOf(bodyOf(['heading', 'heading', 'paragraph', 'leadIn', 'list', 'table']))
    const pieces = [...others, undefined]
    for (const previous of others) {
      const sum = pieces.reduce((total, next) => total + chanceAfter(previous, next), 0)
      expect(sum).toBeGreaterThan(0.95)
      expect(sum).toBeLessThan(1.05)
    }
  })

  test('it begins before the table, and is worth it', () => {
    fc.assert(
      fc.property(
        fc.array(kinds, {minLength: 2, maxLength: 12}),
        fc.array(kinds, {minLength: 1, maxLength: 3}),
        fc.array(kinds, {maxLength: 4}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (before, swallowed, after, prior) => {
          const start = startOf(before, swallowed, after, prior)
          if (!start) return
          expect(start.block).toBeGreaterThan(0)
          expect(start.block).toBeLessThan(before.length)
          expect(start.gain).toBeGreaterThan(0)
          // The gain is at most the number of blocks on the wrong side.
          expect(start.gain).toBeLessThanOrEqual(1 + swallowed.length)
        },
      ),
    )
  })

  test('nothing is moved where nothing can have been displaced', () => {
    fc.assert(
      fc.property(
        fc.array(kinds, {minLength: 2, maxLength: 12}),
        fc.array(kinds, {minLength: 1}),
        (before, swallowed) => {
          expect(startOf(before, swallowed, [], 0)).toBeUndefined()
        },
      ),
    )
  })

  test.each<[string, Kind[], Kind[], number]>([
    [
      'after the lead-in that the table answers',
      ['paragraph', 'leadIn', 'paragraph', 'paragraph'],
      ['heading'],
      2,
    ],
    [
      'with the list that the swallowed text announces',
      ['heading', 'paragraph', 'paragraph', 'list'],
      ['leadIn'],
      3,
    ],
    [
      'after the paragraph under the heading',
      ['heading', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
      ['heading'],
      2,
    ],
  ])('it begins %s', (_, before, swallowed, block) => {
    expect(startOf(before, swallowed, ['paragraph'], 1)?.block).toBe(block)
  })
})
