import {describe, expect, it} from 'vitest'
import {
  type Candidate,
  differingLines,
  similarArticles,
  similarityLabel,
} from '../../../studio/desk/duplicates/same-story.ts'

const block = (text: string) => ({_type: 'block', children: [{text}]})
const line = (index: number) =>
  `Line number ${index} of a story about the rain that fell on the hills in May.`
const story = (...lines: number[]) => lines.map((index) => block(line(index)))
const found = (id: string, body: Candidate['body']): Candidate => ({
  _id: `review.${id}`,
  _createdAt: '2026-05-01T00:00:00Z',
  article: id,
  title: id,
  sourceName: null,
  status: 'needsReview',
  isPublished: false,
  body,
})

it('the most similar come first, and coincidental bands are ignored', () => {
  const similar = similarArticles(story(1, 2, 3, 4), [
    found('half', story(1, 2, 30, 40)),
    found('same', story(1, 2, 3, 4)),
    found('chance', [
      block('Something else altogether, of which not one run of words is the same as there.'),
    ]),
    found('gone', null),
  ])
  expect(similar.map(({article}) => article)).toEqual(['same', 'half'])
  expect(similar[0]?.similarity).toBe(1)
})

it.each([
  [1, 'The same text'],
  [0.9, 'Nearly the same text'],
  [0.6, 'Much of the same text'],
  [0.35, 'Some of the same text'],
])('%d is called %s', (similarity, name) => {
  expect(similarityLabel(similarity)).toBe(name)
})

describe('the differences', () => {
  it('are the lines that only one article has, in order', () => {
    expect(differingLines(story(1, 2, 3), story(3, 1, 9))).toEqual({mine: [line(2)], theirs: [line(9)]})
  })
})
