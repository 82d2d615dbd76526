import {describe, expect, it} from 'vitest'
import {type List, nest} from '../../render/nest.ts'
import {readBody} from '../../render/read-body.ts'
import {block, bullet, number} from './portable-text.ts'

type Outline = string | {[kind: string]: Outline[]}

/** A list as its kind and items; an item as its text and the lists below it. */
function outline({listItem, children}: List): Outline {
  const items = children.flatMap((item) => {
    const text = item.children.map((child) => (child._type === 'span' ? String(child.text) : '')).join('')
    const below = item.children.flatMap((child) =>
      child._type === '@list' && 'mode' in child && child.mode === 'html' ? [outline(child as List)] : [],
    )
    return [text, ...below]
  })
  return {[listItem]: items}
}

const outlineOf = (blocks: unknown[]): Outline[] =>
  nest(readBody(blocks)).map((node) => (node._type === '@list' ? outline(node) : node._type))

describe('nest', () => {
  it.each<[string, unknown[], Outline[]]>([
    ['a list', [bullet('a'), bullet('b')], [{bullet: ['a', 'b']}]],
    ['lists apart', [bullet('a'), block('p'), bullet('b')], [{bullet: ['a']}, 'block', {bullet: ['b']}]],
    ['another kind', [bullet('a'), number('b')], [{bullet: ['a']}, {number: ['b']}]],
    ['a sublist', [bullet('a'), number('b', 2), bullet('c')], [{bullet: ['a', {number: ['b']}, 'c']}]],
    // @portabletext/toolkit 6.0.0 closes the outer list here: findings/portable-text-sublist-kind.sh
    [
      'sublists of different kinds',
      [number('a'), bullet('b', 2), number('c', 2), number('d')],
      [{number: ['a', {bullet: ['b']}, {number: ['c']}, 'd']}],
    ],
    [
      'a sublist that changes its kind below a deeper one',
      [bullet('a'), bullet('b', 2), bullet('c', 3), number('d', 2), bullet('e')],
      [{bullet: ['a', {bullet: ['b', {bullet: ['c']}]}, {number: ['d']}, 'e']}],
    ],
    [
      'a skipped level',
      [bullet('a'), bullet('b', 3), bullet('c', 2)],
      [{bullet: ['a', {bullet: ['', {bullet: ['b']}, 'c']}]}],
    ],
    ['a list that begins deep', [bullet('a', 2), bullet('b')], [{bullet: ['', {bullet: ['a']}, 'b']}]],
  ])('%s', (_name, blocks, expected) => {
    expect(outlineOf(blocks)).toEqual(expected)
  })

  it('changes no block', () => {
    const blocks = readBody([bullet('a'), bullet('b', 2)])
    const before = structuredClone(blocks)
    nest(blocks)
    expect(blocks).toEqual(before)
  })
})
