import {describe, expect, test} from 'vitest'
import {randomFrom} from '../damage/random.ts'
import {formsOf, pairsOf, singlesOf, textOf} from './units/index.ts'
import {costliestOfKinds, kindOf} from './units/kinds.ts'

describe('pieces', () => {
  test('are of one kind when only their letters differ', () => {
    expect(kindOf('Share\n')).toBe(kindOf('Related articles\n'))
    expect(kindOf('</div>')).toBe(kindOf('</p>'))
    expect(kindOf('<p>')).not.toBe(kindOf('</p>'))
    expect(kindOf('* ')).not.toBe(kindOf('- '))
  })

  test('keep the costliest of each kind', () => {
    const measured = [
      {piece: 'word\n', cost: 1},
      {piece: 'Share\n', cost: 9},
      {piece: '</p>', cost: 2},
    ]
    expect(costliestOfKinds(measured).map(({piece}) => piece)).toEqual(['Share\n', '</p>'])
  })

  test('are written alone, on lines, among words, cut and as tags', () => {
    expect(singlesOf(['* ', 'meta'])).toEqual(
      expect.arrayContaining([
        '* ',
        '* \n',
        '*  word ',
        '*',
        '<meta>',
        '</meta>',
        '<meta name="a" content="',
      ]),
    )
  })

  test('have forms, of which the words of a list have one', () => {
    expect(formsOf('Share this')).toEqual(['Share this\n'])
    expect(formsOf('*')).toEqual(['*\n', '*', '* word '])
  })

  test('are paired in the same way for the same seed', () => {
    const pieces = ['a', 'b', '<p>', '- ']
    expect(pairsOf(pieces, 20, randomFrom(3))).toEqual(pairsOf(pieces, 20, randomFrom(3)))
    expect(pairsOf(pieces, 20, randomFrom(3))).not.toEqual(pairsOf(pieces, 20, randomFrom(4)))
  })

  test('fill a text of the wanted size', () => {
    expect(textOf({parts: ['<p>', '- '], start: 'page'}, 900)).toMatch(
      /^<!doctype html><body>.*\n(<p>)+(- )+$/,
    )
    const {length} = textOf({parts: ['<p>', '- '], start: 'fragment'}, 900)
    expect(length).toBeGreaterThan(900)
    expect(length).toBeLessThan(1000)
  })
})
