import fc from 'fast-check'
import {applyPatch, incremental} from 'mendoza'
import {describe, expect, test} from 'vitest'
import {diff} from '../../lake/effects/mendoza.ts'

/** What the two decoders that the Studio uses make of a patch. */
function decoded(left: unknown, right: unknown): unknown[] {
  const patch = JSON.parse(JSON.stringify(diff(left, right))) as unknown[]
  const stepwise = incremental.applyPatch(incremental.wrap(left, 'before'), patch, 'after')
  return [applyPatch(structuredClone(left), patch), incremental.unwrap(stepwise)]
}

const key = fc.constantFrom('a', 'b', 'c', 'é', '10', '2')
const text = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 12}),
  fc.string({unit: 'binary', maxLength: 6}),
  fc.constantFrom('', 'naïve 😀 end', 'naïve 😁 end'),
)
const {document} = fc.letrec<{
  value: unknown
  document: Record<string, unknown>
  member: Record<string, unknown>
}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    text,
    fc.array(tie('value'), {maxLength: 5}),
    fc.array(tie('member'), {maxLength: 6}),
    tie('document'),
  ),
  member: fc.record({_key: fc.constantFrom('k1', 'k2', 'k3', 'k4'), text, more: tie('value')}),
  document: fc.dictionary(key, tie('value'), {maxKeys: 5}),
}))

describe('diff', () => {
  test('leads from any document to any other, in both decoders of the Studio', () => {
    fc.assert(
      fc.property(document, document, (left, right) => {
        expect(decoded(left, right)).toEqual([right, right])
      }),
      {numRuns: 2000},
    )
  })

  test('of small edits says no more than what changed', () => {
    const block = (_key: string, text: string) => ({
      _key,
      _type: 'block',
      children: [{_key: 's', _type: 'span', text}],
    })
    const left = {
      title: 'Taliban',
      body: [block('a', 'Kept'), block('b', 'The Edukational centre'), block('c', 'Last')],
      n: 1,
    }
    const right = {
      title: 'Taliban',
      body: [block('a', 'Kept'), block('b', 'The Educational centre'), block('c', 'Last')],
      n: 1,
    }
    expect(decoded(left, right)).toEqual([right, right])
    // Into body, keep the first, into the second's children, text: its beginning, a "c", its end; keep the third.
    expect(diff(left, right)).toEqual([
      11,
      0,
      21,
      0,
      1,
      12,
      1,
      11,
      2,
      12,
      0,
      11,
      2,
      23,
      0,
      7,
      22,
      'c',
      23,
      8,
      22,
      15,
      16,
      15,
      16,
      21,
      2,
      3,
      15,
    ])
  })

  test.each<[string, unknown, unknown, unknown[]]>([
    ['nothing', {a: 1}, {a: 1}, []],
    ['a document made', null, {a: 1}, [0, {a: 1}]],
    ['a document deleted', {a: 1}, null, [0, null]],
    ['a field deleted', {a: 1, b: 2}, {b: 2}, [19, 0]],
    ['an array emptied', {a: [1]}, {a: []}, [17, [], 'a']],
    ['a text emptied', {a: 'x'}, {a: ''}, [17, '', 'a']],
    [
      'elements reordered',
      {a: [{_key: 'x'}, {_key: 'y'}]},
      {a: [{_key: 'y'}, {_key: 'x'}]},
      [11, 0, 21, 1, 2, 21, 0, 1, 15],
    ],
  ])('%s', (_name, left, right, patch) => {
    expect(diff(left, right)).toEqual(patch)
    expect(applyPatch(structuredClone(left), patch)).toEqual(right)
  })
})
