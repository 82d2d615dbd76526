import {describe, expect, test} from 'vitest'
import {headingJoint} from '../../../../../ingest/parse/repair/tree/lib/heading-joint.ts'

describe('a paragraph that its author tagged keeps its names', () => {
  test.each([
    'The Library of the North, the Directorate for Old Stones, and KulturIT were asked by the Ministry to carry out a trial that lasts for two years.',
    'Last week YouTube and LinkedIn said that they would answer the letter, and that nobody had asked them before.',
  ])('%s', (text) => {
    expect(headingJoint(text, false)).toBeUndefined()
  })
})

test('a heading glued to a sentence is reported', () => {
  const heading = 'What the Harbour Master Told the Council'
  const text = `${heading}The plan was not ready, and nobody knew when it would be.`
  expect(headingJoint(text, false)).toBe(heading.length)
})

test('a heading that quotes somebody in straight marks is whole', () => {
  const heading = 'Ida Holm vor dem Winter-Umzug: "Wir warten von Woche zu Woche."'
  expect(headingJoint(heading, true, new Map())).toBeUndefined()
})
