import {describe, expect, it} from 'vitest'
import {describeProfile, frequencies} from '../../../studio/desk/sources/overview.ts'

it('findings are counted by the articles that have them, the most frequent first', () => {
  expect(frequencies([['b', 'a'], ['a'], null, []])).toEqual([
    {code: 'a', articles: 2, share: 0.5},
    {code: 'b', articles: 1, share: 0.25},
  ])
  expect(frequencies([])).toEqual([])
})

describe('a profile in words', () => {
  it('describes each rule', () => {
    expect(
      describeProfile({
        keep: ['.story', 'main'],
        remove: ['.ad'],
        title: 'h1',
        byline: '.by',
        date: 'time',
        isArticle: '.story',
      }),
    ).toEqual([
      'Only text inside “.story”, “main” is kept.',
      'Text inside “.ad” is removed.',
      'The title is taken from “h1”.',
      'The byline is taken from “.by”.',
      'The date is taken from “time”.',
      'A page without “.story” is not an article and is skipped.',
    ])
  })
  it('is empty without rules', () => {
    expect(describeProfile(undefined)).toEqual([])
    expect(describeProfile({keep: [], remove: []})).toEqual([])
  })
})
