import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {applyPatch, PatchError} from '../../lake/apply/patch.ts'
import {locate} from '../../lake/apply/path/locate.ts'
import {PathSyntaxError, parsePath} from '../../lake/apply/path/parse.ts'
import type {PatchOperations} from '../../lake/types.ts'

type Case = [name: string, before: unknown, patch: PatchOperations, after: unknown]

const block = (key: string, text: string) => ({
  _key: key,
  _type: 'block',
  children: [{_key: `${key}1`, text}],
})

const CASES: Case[] = [
  [
    'set by key',
    {body: [block('a', 'x'), block('b', 'y')]},
    {set: {'body[_key=="b"].children[0].text': 'z'}},
    {body: [block('a', 'x'), block('b', 'z')]},
  ],
  [
    'set by key in single quotes',
    {body: [{_key: 'a'}]},
    {set: {"body[_key=='a'].n": 1}},
    {body: [{_key: 'a', n: 1}]},
  ],
  ['set a bracketed attribute', {}, {set: {'["odd name"].b': 1}}, {'odd name': {b: 1}}],
  ['set every element', {a: [1, 2]}, {set: {'a[]': 0}}, {a: [0, 0]}],
  ['set every element by star', {a: [{n: 1}, {n: 2}]}, {set: {'a[*].n': 0}}, {a: [{n: 0}, {n: 0}]}],
  ['set right after the last element', {a: [1]}, {set: {'a[1]': 2}}, {a: [1, 2]}],
  ['set far outside an array', {a: [1]}, {set: {'a[7]': 2}}, {a: [1]}],
  ['set where an attribute exists', {a: [{b: 1}, {}]}, {set: {'a[b?].c': 1}}, {a: [{b: 1, c: 1}, {}]}],
  ['set an attribute of an array', {a: [1]}, {set: {'a.b': 2}}, {a: [1]}],
  ['set null', {a: 1}, {set: {a: null}}, {a: null}],
  ['setIfMissing leaves null', {a: null}, {setIfMissing: {a: 1}}, {a: null}],
  [
    'setIfMissing before set',
    {},
    {set: {'a.b': 1}, setIfMissing: {a: {_type: 'x'}}},
    {a: {_type: 'x', b: 1}},
  ],
  ['unset of several in one array', {a: [0, 1, 2, 3]}, {unset: ['a[0,2]']}, {a: [1, 3]}],
  ['unset at any depth', {a: {x: 1, b: [{x: 2, y: 3}]}}, {unset: ['..x']}, {a: {b: [{y: 3}]}}],
  ['unset of what is not there', {a: 1}, {unset: ['_empty_action_guard_pseudo_field_']}, {a: 1}],
  [
    'unset by an escaped quote',
    {a: [{n: 'say "hi"'}, {n: 'x'}]},
    {unset: ['a[n=="say \\"hi\\""]']},
    {a: [{n: 'x'}]},
  ],
  ['inc of text', {a: '1'}, {inc: {a: 1}}, {a: '1'}],
  ['inc of nothing', {}, {inc: {a: 1}}, {}],
  ['inc reaches an element once', {a: [1]}, {inc: {'a[0,0,-1]': 1}}, {a: [2]}],
  [
    'insert before a key',
    {a: [{_key: 'x'}]},
    {insert: {before: 'a[_key=="x"]', items: [{_key: 'w'}]}},
    {a: [{_key: 'w'}, {_key: 'x'}]},
  ],
  ['insert before the first of none', {a: []}, {insert: {before: 'a[0]', items: [1]}}, {a: [1]}],
  ['insert after a key that is gone', {a: [1]}, {insert: {after: 'a[_key=="x"]', items: [2]}}, {a: [1]}],
  ['insert into what is no array', {a: 1}, {insert: {after: 'a[-1]', items: [2]}}, {a: 1}],
  [
    'insert replaces by key',
    {a: [{_key: 'x'}, {_key: 'y'}]},
    {insert: {replace: 'a[_key=="x"]', items: [{_key: 'z'}]}},
    {a: [{_key: 'z'}, {_key: 'y'}]},
  ],
  [
    'insert into each of several arrays',
    {a: [{b: [1]}, {b: [2]}]},
    {insert: {after: 'a[].b[-1]', items: [9]}},
    {a: [{b: [1, 9]}, {b: [2, 9]}]},
  ],
  [
    'diffMatchPatch with astral characters',
    {a: '😀 colour'},
    {diffMatchPatch: {a: '@@ -6,7 +6,6 @@\n colo\n-u\n r\n'}},
    {a: '😀 color'},
  ],
  [
    'operations in their order',
    {a: 1, b: [1]},
    {insert: {after: 'b[-1]', items: [2]}, inc: {a: 1}, set: {a: 5}},
    {a: 6, b: [1, 2]},
  ],
]

describe('applyPatch', () => {
  test.each(CASES)('%s', (_name, before, patch, after) => {
    const kept = structuredClone(before)
    expect(applyPatch(before, patch)).toEqual(after)
    expect(before).toEqual(kept)
  })

  test.each(['', 'a[', 'a.', 'a[0', 'a[b==]', 'a b', '.', 'a["x]', 'a[1.5]', '__proto__.x'])(
    'refuses the path %j',
    (path) => {
      expect(() => applyPatch({}, {set: {[path]: 1}})).toThrow(PathSyntaxError)
    },
  )

  test('refuses arguments of the wrong kind', () => {
    expect(() => applyPatch({a: 1}, {inc: {a: 'x'}} as unknown as PatchOperations)).toThrow(PatchError)
    expect(() => applyPatch({a: 1}, {unset: 'a'} as unknown as PatchOperations)).toThrow(PatchError)
    expect(() => applyPatch({a: []}, {insert: {items: [1]}})).toThrow(/one of/)
    expect(() => applyPatch({a: []}, {insert: {after: 'a', items: [1]}})).toThrow(/end with an element/)
  })

  test('several ".." in a path cost no more than the places they reach', () => {
    const deep = Array.from({length: 60}).reduce<unknown>((inner) => ({a: inner, b: [1]}), 1)
    const path = parsePath(`${'..*'.repeat(12)}..b`)
    expect(locate(deep, path)).toHaveLength(48)
  })

  test('shares what a patch does not touch', () => {
    const before = {a: {deep: [1]}, b: {deep: [2]}}
    const after = applyPatch(before, {set: {'b.deep[0]': 3}})
    expect(after.a).toBe(before.a)
    expect(after.b).not.toBe(before.b)
  })

  const name = fc.constantFrom('a', 'b', 'c')
  const {value: json} = fc.letrec<{value: unknown}>((tie) => ({
    value: fc.oneof(
      {depthSize: 'small'},
      fc.constantFrom(null, true, 0, 1.5, 'text', ''),
      fc.array(tie('value'), {maxLength: 3}),
      fc.dictionary(name, tie('value'), {maxKeys: 3, noNullPrototype: true}),
    ),
  }))
  const document = fc.dictionary(name, json, {maxKeys: 3, noNullPrototype: true})
  const path = fc.oneof(
    fc.array(fc.constantFrom('a', 'b', 'c'), {minLength: 1, maxLength: 3}).map((names) => names.join('.')),
    fc.constantFrom('a[0]', 'a[-1].b', 'b[]', '..a', 'c[@ > 0]', 'a[b?]', 'a[0:2]', '[a,b]', 'a..[a==0].b'),
  )

  test('setting what is there already gives the same object', () => {
    fc.assert(
      fc.property(document, path, (before, where) => {
        const places = locate(before, parsePath(where), {missing: true})
        const [place] = places
        if (places.length !== 1 || !place || locate(before, parsePath(where)).length !== 1) return
        const value = place.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], before)
        expect(applyPatch(before, {set: {[where]: structuredClone(value)}})).toBe(before)
      }),
    )
  })

  test('an attribute set anew and unset again leaves the document as it was', () => {
    fc.assert(
      fc.property(document, json, (before, value) => {
        const set = applyPatch(before, {set: {fresh: value}})
        expect(applyPatch(set, {unset: ['fresh']})).toEqual(before)
      }),
    )
  })

  test('elements inserted and unset again leave the array as it was', () => {
    fc.assert(
      fc.property(
        fc.array(json, {maxLength: 4}),
        fc.array(json, {maxLength: 3}),
        fc.nat(4),
        (list, items, at) => {
          const before = {list}
          const index = Math.min(at, list.length)
          const after = applyPatch(before, {insert: {before: `list[${index}]`, items}})
          expect(after.list).toHaveLength(list.length + items.length)
          expect(applyPatch(after, {unset: [`list[${index}:${index + items.length}]`]})).toEqual(before)
        },
      ),
    )
  })

  test('never changes its input, whatever the patch', () => {
    fc.assert(
      fc.property(document, path, json, (before, where, value) => {
        const kept = structuredClone(before)
        applyPatch(before, {set: {[where]: value}, unset: [where], inc: {[where]: 1}})
        expect(before).toEqual(kept)
      }),
    )
  })
})
