import {expect, test} from 'vitest'
import {changesOf, takeTheirs} from '../../../studio/workbench/versions/changes.ts'

const block = (_key: string, text: string) => ({
  _type: 'block',
  _key,
  children: [{_type: 'span', _key: `${_key}s`, text}],
})
const base = [block('a', 'One'), block('b', 'Two'), block('c', 'Three')]
const newer = [block('x', 'One'), block('y', 'Two, corrected'), block('z', 'Three'), block('w', 'Four')]

test('finds changed and added blocks, whatever their keys', () => {
  const changes = changesOf(base, newer, base)
  expect(changes.map(({before, after, state}) => [before.length, after.length, state])).toEqual([
    [1, 1, 'open'],
    [0, 1, 'open'],
  ])
})

test('reports conflicts, and changes that the article already has', () => {
  const mine = [block('a', 'One'), block('b', 'Two by hand'), block('c', 'Three'), block('q', 'Four')]
  expect(changesOf(base, newer, mine).map(({state}) => state)).toEqual(['conflict', 'there'])
})

test('uses the newer text of one change and keeps everything else', () => {
  const mine = [block('a', 'One by hand'), block('b', 'Two'), block('c', 'Three')]
  const [first, second] = changesOf(base, newer, mine)
  if (!first || !second) throw new Error('Expected two changes')
  const one = takeTheirs(mine, first)
  if ('error' in one) throw new Error(one.error)
  expect(one.body).toEqual([mine[0], {...newer[1], _key: 'b'}, mine[2]])
  const two = takeTheirs(one.body, second)
  expect(two).toEqual({body: [...one.body, newer[3]]})
})

test('equal versions have no changes, and a missing place is an error', () => {
  expect(changesOf(base, base, [])).toEqual([])
  const change = changesOf(base, newer, [])[1]
  if (!change) throw new Error('Expected two changes')
  expect(takeTheirs([], change)).toHaveProperty('error')
})
