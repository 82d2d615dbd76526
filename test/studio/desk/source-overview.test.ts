import {describe, expect, it} from 'vitest'
import {frequencies, sentencesOf} from '../../../studio/desk/sources/overview.ts'

it('findings are counted by the articles that have them, the most frequent first', () => {
  expect(frequencies([['b', 'a'], ['a'], null, []])).toEqual([
    {code: 'a', articles: 2, share: 0.5},
    {code: 'b', articles: 1, share: 0.25},
  ])
  expect(frequencies([])).toEqual([])
})

describe('a profile in words', () => {
  it('says each of its rules', () => {
    expect(
      sentencesOf({
        keep: ['.story', 'main'],
        remove: ['.ad'],
        title: 'h1',
        byline: '.by',
        date: 'time',
        isArticle: '.story',
      }),
    ).toEqual([
      'Of a page only what stands in “.story”, “main” is the article.',
      'What stands in “.ad” is left out, wherever it is.',
      'The title is taken from “h1”.',
      'The byline is taken from “.by”.',
      'The date is taken from “time”.',
      'A page without “.story” is no article and is set aside.',
    ])
  })
  it('says nothing where there is none', () => {
    expect(sentencesOf(undefined)).toEqual([])
    expect(sentencesOf({keep: [], remove: []})).toEqual([])
  })
})
