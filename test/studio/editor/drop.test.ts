import {describe, expect, it} from 'vitest'
import {dropAt, targetOf} from '../../../studio/editor/correcting/drop.ts'

const boxes = ['a', 'b', 'c'].map((key, index) => ({
  key,
  top: index * 100,
  bottom: index * 100 + 100,
  left: 0,
  width: 10,
}))

describe('the gap nearest to the pointer', () => {
  it.each<[number, string | undefined, number]>([
    [-50, 'a', 0],
    [49, 'a', 0],
    [51, 'b', 100],
    [149, 'b', 100],
    [251, undefined, 300],
  ])('%d', (y, before, line) => {
    expect(dropAt(boxes, y)).toMatchObject({y: line, ...(before ? {before} : {})})
  })
  it('none without blocks', () => {
    expect(dropAt([], 5)).toBeUndefined()
  })
})

describe('the block whose place it takes', () => {
  const keys = ['a', 'b', 'c', 'd']
  const drop = (before?: string) => ({...(before ? {before} : {}), y: 0, left: 0, width: 0})
  it.each<[string, string | undefined, string | undefined]>([
    ['d', 'b', 'b'],
    ['a', 'c', 'b'],
    ['a', undefined, 'd'],
    ['b', 'b', undefined],
    ['b', 'c', undefined],
    ['x', 'b', undefined],
  ])('%s before %s', (moved, before, expected) => {
    expect(targetOf(keys, moved, drop(before))).toBe(expected)
  })
})
