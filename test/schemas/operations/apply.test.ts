import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {applyOperations} from '../../../schemas/operations/apply.ts'
import type {InsertPlace, Operation as OperationOn} from '../../../schemas/operations/operation.ts'
import {member, parsePath} from '../../../schemas/operations/path.ts'

const block = (key: string, text = key) => ({
  _key: key,
  _type: 'block',
  children: [{_key: `${key}0`, _type: 'span', text}],
})
type Operation = OperationOn<ReturnType<typeof block>>
const body = [block('a', 'one two'), block('b', 'two'), block('c'), block('d')]
const table = {
  _key: 't',
  _type: 'table',
  rows: [{_key: 'r', cells: [{_key: 'k', value: [block('v', 'Xinjian border')]}]}],
}

const keysAfter = (operations: Operation[]): string[] | string => {
  const applied = applyOperations(body, operations)
  return 'error' in applied ? applied.error : applied.body.map((item) => item._key)
}

/** Keyed by operation, so that a new one is tested. Each changes block `a`. */
const ONE_OF_EACH: {[Name in Operation['op']]: Extract<Operation, {op: Name}>} = {
  move: {op: 'move', keys: ['a'], afterKey: 'c'},
  replaceText: {op: 'replaceText', key: 'a', path: member('children', 'a0'), from: 'two', to: 'three'},
  remove: {op: 'remove', keys: ['a']},
  insert: {op: 'insert', items: [block('n')], places: [{before: 'a'}]},
}

/** Inserts blocks with these keys at these places. */
const insert = (items: string[], ...places: InsertPlace[]): Operation => ({
  op: 'insert',
  items: items.map((key) => block(key)),
  places,
})

describe('applyOperations', () => {
  test.each<[string, Operation[], string[] | string]>([
    ['moves down', [{op: 'move', keys: ['b'], afterKey: 'd'}], ['a', 'c', 'd', 'b']],
    ['moves up', [{op: 'move', keys: ['c', 'd'], afterKey: 'a'}], ['a', 'c', 'd', 'b']],
    ['keeps the order of the keys', [{op: 'move', keys: ['d', 'b'], afterKey: 'a'}], ['a', 'd', 'b', 'c']],
    ['removes', [{op: 'remove', keys: ['b', 'd']}], ['a', 'c']],
    ['inserts after a block', [insert(['n', 'm'], {after: 'b'})], ['a', 'b', 'n', 'm', 'c', 'd']],
    ['inserts before the first', [insert(['n'], {before: 'a'})], ['n', 'a', 'b', 'c', 'd']],
    [
      'inserts beside the first neighbour that is left',
      [insert(['n'], {after: 'x'}, {before: 'y'}, {before: 'c'}, {after: 'd'})],
      ['a', 'b', 'n', 'c', 'd'],
    ],
    [
      'inserts at the end when no neighbour is left',
      [insert(['n'], {after: 'x'})],
      ['a', 'b', 'c', 'd', 'n'],
    ],
    ['inserts at the end without a place', [insert(['n'])], ['a', 'b', 'c', 'd', 'n']],
    [
      'inserts what follows another insertion after it, whichever comes first',
      [insert(['m'], {after: 'n'}, {after: 'a'}), insert(['n'], {before: 'm'}, {after: 'a'})],
      ['a', 'n', 'm', 'b', 'c', 'd'],
    ],
    [
      'refuses to insert a text twice',
      [insert(['n'], {after: 'a'}), insert(['n'], {after: 'd'})],
      'This text is in the article already.',
    ],
    ['refuses to insert one key twice', [insert(['n', 'n'], {after: 'a'})], 'A block is named twice.'],
    [
      'refuses a block that is gone',
      [{op: 'move', keys: ['x'], afterKey: 'a'}],
      'The block `x` is no longer there.',
    ],
    [
      'refuses a place that is gone',
      [{op: 'move', keys: ['a'], afterKey: 'x'}],
      'The block `x` is no longer there.',
    ],
    [
      'refuses to move a block after itself',
      [{op: 'move', keys: ['a'], afterKey: 'a'}],
      'A block cannot be moved to right after itself.',
    ],
    [
      'refuses all when one does not fit',
      [
        {op: 'remove', keys: ['a']},
        {op: 'remove', keys: ['a']},
      ],
      'The block `a` is no longer there.',
    ],
  ])('%s', (_, operations, expected) => {
    expect(keysAfter(operations)).toEqual(expected)
  })

  // An insertion has a place however the body has changed.
  test.each(Object.values(ONE_OF_EACH).filter(({op}) => op !== 'insert'))(
    '$op refuses a block that is gone and changes no block in place',
    (one) => {
      const before = structuredClone(body)
      expect(applyOperations(body, [one])).not.toHaveProperty('error')
      expect(body).toEqual(before)
      expect(applyOperations([block('z')], [one])).toEqual({error: 'The block `a` is no longer there.'})
    },
  )

  test('replaces text in a span, and leaves the other blocks as they are', () => {
    const applied = applyOperations(body, [
      {op: 'replaceText', key: 'a', path: member('children', 'a0'), from: 'two', to: 'three'},
    ])
    expect(applied).toEqual({body: [block('a', 'one three'), ...body.slice(1)]})
    expect('body' in applied && applied.body[1]).toBe(body[1])
  })

  test('replaces text in a cell', () => {
    const path = [
      member('rows', 'r'),
      member('cells', 'k'),
      member('value', 'v'),
      member('children', 'v0'),
      'text',
    ].join('.')
    const applied = applyOperations(
      [table],
      [{op: 'replaceText', key: 't', path, from: 'Xinjian', to: 'Xinjiang'}],
    )
    expect(JSON.stringify(applied)).toContain('Xinjiang border')
  })

  test.each([
    ['is not there', 'four', 'children[_key=="a0"]', '“four” is no longer there.'],
    ['stands there twice', 'o', 'children[_key=="a0"]', '“o” appears there more than once.'],
    ['is empty', '', 'children[_key=="a0"]', 'The text to replace is empty.'],
    ['is in a span that is gone', 'one', 'children[_key=="x"]', 'The text is no longer where it was.'],
    ['has no readable path', 'one', 'children[0', 'The place `children[0` inside the block cannot be read.'],
  ])('refuses text that %s', (_, from, path, error) => {
    expect(applyOperations(body, [{op: 'replaceText', key: 'a', path, from, to: 'x'}])).toEqual({error})
  })

  const keys = fc.subarray(['a', 'b', 'c', 'd'])
  const operations = fc.array(
    fc.oneof(
      fc.record({op: fc.constant('move' as const), keys, afterKey: fc.constantFrom('a', 'b', 'c', 'd', 'x')}),
      fc.record({op: fc.constant('remove' as const), keys}),
      fc.record({
        op: fc.constant('replaceText' as const),
        key: fc.constantFrom('a', 'b', 'x'),
        path: fc.constantFrom('children[_key=="a0"]', 'children[_key=="b0"]', 'x..y', ''),
        from: fc.constantFrom('two', 'o', ''),
        to: fc.string(),
      }),
      fc.record({
        op: fc.constant('insert' as const),
        items: fc.array(
          fc.constantFrom('a', 'n', 'm', 'o').map((key) => block(key)),
          {maxLength: 3},
        ),
        places: fc.array(
          fc.oneof(
            fc.record({before: fc.constantFrom('a', 'd', 'n', 'x')}),
            fc.record({after: fc.constantFrom('a', 'd', 'n', 'x')}),
          ),
          {maxLength: 3},
        ),
      }),
    ),
    {maxLength: 5},
  )

  test('never throws, never changes its input, never makes a key twice', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const before = structuredClone(body)
        const applied = applyOperations(body, list)
        expect(body).toEqual(before)
        if ('error' in applied) expect(applied.error).not.toBe('')
        else expect(new Set(applied.body.map((item) => item._key)).size).toBe(applied.body.length)
      }),
    )
  })

  test('what only moves keeps every block', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c'], {minLength: 1}), (moved) => {
        const applied = applyOperations(body, [{op: 'move', keys: moved, afterKey: 'd'}])
        const after = 'body' in applied ? applied.body : []
        expect(after.toSorted((x, y) => x._key.localeCompare(y._key))).toEqual(body)
        expect(after.slice(-moved.length).map((item) => item._key)).toEqual(moved)
      }),
    )
  })

  test('an insertion adds its blocks, in one piece, and keeps the others as they are', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'x')
    const place = fc.oneof(fc.record({before: key}), fc.record({after: key}))
    fc.assert(
      fc.property(
        fc.subarray(['n', 'm', 'o'], {minLength: 1}),
        fc.array(place, {maxLength: 4}),
        fc.subarray(body),
        (fresh, places, left) => {
          const applied = applyOperations(left, [insert(fresh, ...places)])
          const after = 'body' in applied ? applied.body : []
          const keys = after.map(({_key}) => _key)
          const at = keys.indexOf(fresh[0] ?? '')
          expect(keys.slice(at, at + fresh.length)).toEqual(fresh)
          expect(after.toSpliced(at, fresh.length)).toEqual(left)
          const beside = places.find((one) =>
            left.some(({_key}) => _key === ('before' in one ? one.before : one.after)),
          )
          if (!beside) expect(at).toBe(left.length)
          else if ('before' in beside) expect(keys[at + fresh.length]).toBe(beside.before)
          else expect(keys[at - 1]).toBe(beside.after)
        },
      ),
    )
  })

  test('what changes nothing gives the same array', () => {
    for (const operations of [
      [],
      [{op: 'insert' as const, items: [], places: []}],
      [{op: 'move' as const, keys: ['b', 'c'], afterKey: 'a'}],
      [{op: 'remove' as const, keys: []}],
      [{op: 'replaceText' as const, key: 'b', path: 'children[_key=="b0"]', from: 'two', to: 'two'}],
    ]) {
      expect(applyOperations(body, operations)).toEqual({body})
      const applied = applyOperations(body, operations)
      expect('body' in applied && applied.body).toBe(body)
    }
  })
})

test('paths are read, or refused', () => {
  expect(parsePath('rows[_key=="a"].cells[_key==\'b\'].text')).toEqual([
    {name: 'rows', key: 'a'},
    {name: 'cells', key: 'b'},
    {name: 'text'},
  ])
  for (const path of ['', '.', 'a.', 'a..b', 'a[0]', 'a[_key=="x"', '[_key=="x"]'])
    expect(parsePath(path)).toBeUndefined()
})
