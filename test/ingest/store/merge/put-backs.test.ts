/** What an editor put back stays, once, when the same bytes are parsed again. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {FindingValue} from '../../../../ingest/store/draft/documents.ts'
import {bodyWithPutBacks} from '../../../../ingest/store/merge/put-backs.ts'
import {mergeReparsed, type Now, type Stored} from '../../../../ingest/store/merge/reparse.ts'
import type {BodyBlock} from '../../../../schemas/body.ts'
import {applyOperations} from '../../../../schemas/operations/apply.ts'
import type {InsertPlace} from '../../../../schemas/operations/operation.ts'

const paragraph = (key: string, text = `Text of ${key}.`): BodyBlock => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}s`, text, marks: []}],
})

/** A finding about a passage of these blocks, decided as given. */
function left(
  keys: readonly string[],
  places: InsertPlace[],
  state?: 'applied' | 'kept',
  _key = `f-${keys.join('-')}`,
): FindingValue {
  const ops = [{op: 'insert', items: keys.map((key) => paragraph(key)), places}]
  return {
    _type: 'finding',
    _key,
    code: 'region-removed',
    severity: 'warning',
    message: 'A line was left out.',
    action: 'applied-check',
    targets: [],
    ranges: [],
    suggestion: JSON.stringify({title: 'Put it back', ops}),
    ...(state && {resolution: {_type: 'resolution' as const, state, by: 'ann', at: '2026-11-23T10:00:00Z'}}),
  }
}

const bodyOf = (keys: string) => [...keys].map((key) => paragraph(key))
const keysOf = (body: readonly BodyBlock[] | undefined) => body?.map(({_key}) => _key).join('')

describe('the body of a parse gets back what an editor put back', () => {
  // Upper case: put back. Each as its keys in order.
  it.each<[string, string, string, string, string | undefined]>([
    ['beside the same neighbour', 'abc', 'aXbc', 'abcd', 'aXbcd'],
    ['before the first', 'abc', 'Xabc', 'abcd', 'Xabcd'],
    ['after the last, which is no longer the last', 'abc', 'abcX', 'abcd', 'abcXd'],
    ['where it was moved to', 'abc', 'abXc', 'zabc', 'zabXc'],
    ['beside the nearest neighbour that is left', 'abcd', 'abXcd', 'ad', 'aXd'],
    ['at the end when none is left', 'ab', 'aXb', 'pq', 'pqX'],
    ['two in their order', 'abc', 'aXYbc', 'azbc', 'aXYzbc'],
    ['but not what the parse has by itself now', 'abc', 'aXbc', 'aXbcd', 'aXbcd'],
    ['but not what the editor took out again', 'abc', 'abc', 'abcd', 'abcd'],
    ['unless the editor removed a block, too', 'abc', 'aXc', 'abcd', undefined],
    ['unless the editor added a block, too', 'abc', 'aXbcm', 'abcd', undefined],
  ])('%s', (_, base, current, fresh, expected) => {
    const findings = [left(['X'], [{after: 'a'}], 'applied'), left(['Y'], [{after: 'X'}], 'applied')]
    const merged = bodyWithPutBacks(findings, {
      base: bodyOf(base),
      current: bodyOf(current),
      fresh: bodyOf(fresh),
    })
    expect(keysOf(merged)).toBe(expected)
  })

  it('unless the editor has edited it since', () => {
    const current = [paragraph('a'), paragraph('X', 'Edited.'), paragraph('b')]
    const findings = [left(['X'], [{after: 'a'}], 'applied')]
    expect(bodyWithPutBacks(findings, {base: bodyOf('ab'), current, fresh: bodyOf('abc')})).toBeUndefined()
  })

  it('nor what has the same words there under another key', () => {
    const findings = [left(['X'], [{after: 'a'}], 'applied')]
    const fresh = [paragraph('a'), paragraph('n', 'Text of X.'), paragraph('b'), paragraph('c')]
    const merged = bodyWithPutBacks(findings, {base: bodyOf('ab'), current: bodyOf('aXb'), fresh})
    expect(keysOf(merged)).toBe('anbc')
  })

  it('nothing that an editor left out', () => {
    const findings = [left(['X'], [{after: 'a'}], 'kept')]
    const bodies = {base: bodyOf('ab'), current: bodyOf('ab'), fresh: bodyOf('abc')}
    expect(bodyWithPutBacks(findings, bodies)).toBeUndefined()
  })

  it('each passage once, in any body, and again from there', () => {
    const letters = [...'abcdefgh']
    const passages = [...'XYZ']
    fc.assert(
      fc.property(
        fc.subarray(letters),
        fc.shuffledSubarray([...letters, ...'pqr', 'X']),
        fc.subarray(passages, {minLength: 1}),
        fc.array(fc.nat(7), {minLength: 3, maxLength: 3}),
        (base, fresh, back, at) => {
          const findings = passages.map((key, index) =>
            left(
              [key],
              [{after: letters[at[index] ?? 0] ?? 'a'}],
              back.includes(key) ? 'applied' : undefined,
            ),
          )
          const ops = findings
            .filter(({resolution}) => resolution)
            .flatMap(({suggestion}) => JSON.parse(suggestion ?? '').ops)
          const applied = applyOperations(bodyOf(base.join('')), ops)
          const current = 'body' in applied ? [...applied.body] : []
          const bodies = {base: bodyOf(base.join('')), current, fresh: bodyOf(fresh.join(''))}
          const merged = bodyWithPutBacks(findings, bodies)
          const keys = merged?.map(({_key}) => _key) ?? []
          expect(keys.toSorted()).toEqual([...new Set([...fresh, ...back])].toSorted())
          expect(keys.filter((key) => fresh.includes(key))).toEqual(fresh)
          const again = {base: bodies.fresh, current: merged ?? [], fresh: bodies.fresh}
          // What the parse has by itself is no longer the editor's.
          if (!fresh.includes('X')) expect(bodyWithPutBacks(findings, again)).toEqual(merged)
        },
      ),
    )
  })
})

const review = (findings: FindingValue[], base: readonly BodyBlock[]) =>
  ({
    _id: 'review.article-1',
    _rev: 'r1',
    _type: 'review',
    status: 'inReview',
    findings,
    base: JSON.stringify({title: 'One', body: base}),
  }) as unknown as Stored['review']
const now = (findings: FindingValue[], body: readonly BodyBlock[]) =>
  ({fields: {title: 'One', body}, review: {findings, pipelineVersion: '9'}}) as unknown as Now
const findingsIn = (mutations: readonly object[]): FindingValue[] =>
  (JSON.parse(JSON.stringify(mutations.at(-1))) as {patch: {set: {findings: FindingValue[]}}}).patch.set
    .findings

describe('a merge', () => {
  const stored = (findings: FindingValue[], body: string): Stored => ({
    draft: {_id: 'drafts.article-1', _rev: 'd1', title: 'One', body: bodyOf(body)},
    review: review(findings, bodyOf('ab')),
  })
  const back = left(['X'], [{after: 'a'}], 'applied')

  it('changes nothing where the parse is the same', () => {
    const merge = mergeReparsed(stored([back], 'aXb'), now([left(['X'], [{after: 'a'}])], bodyOf('ab')))
    expect(merge).toMatchObject({changed: [], kept: [], mutations: []})
  })

  it('takes the new text and keeps the passage and the decision', () => {
    const merge = mergeReparsed(stored([back], 'aXb'), now([left(['X'], [{after: 'a'}])], bodyOf('abc')))
    expect(merge).toMatchObject({changed: ['body'], kept: []})
    expect(keysOf(merge.values.body as BodyBlock[])).toBe('aXbc')
    const findings = findingsIn(merge.mutations)
    expect(findings.map(({_key, resolution}) => [_key, resolution?.state])).toEqual([['f-X', 'applied']])
  })

  it.each<[string, FindingValue[], string, [string, string | undefined][]]>([
    [
      'knows the passage at another place',
      [left(['X'], [{after: 'b'}], undefined, 'moved')],
      'abc',
      [['moved', 'applied']],
    ],
    ['keeps the decision about a passage that is no longer reported', [], 'abc', [['f-X', 'applied']]],
    ['forgets the decision about a passage that the parse keeps', [], 'aXbc', []],
    ['leaves another passage open', [left(['Y'], [{after: 'b'}])], 'aXbc', [['f-Y', undefined]]],
  ])('%s', (_, found, body, expected) => {
    const merge = mergeReparsed(stored([back], 'aXb'), now(found, bodyOf(body)))
    expect(findingsIn(merge.mutations).map(({_key, resolution}) => [_key, resolution?.state])).toEqual(
      expected,
    )
  })

  it('keeps the whole body of an editor who changed more, and says so', () => {
    const merge = mergeReparsed(stored([back], 'aX'), now([], bodyOf('abc')))
    expect(merge).toMatchObject({changed: [], kept: ['body']})
    expect(findingsIn(merge.mutations).map(({code}) => code)).toEqual(['region-removed', 'reparse-kept'])
  })
})
