import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {Engine} from '../../lake/engine.ts'
import type {CommittedTransaction, Mutation, SanityDocument} from '../../lake/types.ts'
import {
  act,
  anonymous,
  dataset,
  editor,
  failure,
  mutate,
  openEngine,
  query,
  ref,
  refusal,
  viewer,
} from './engine-support.ts'

let engine: Engine
beforeEach(() => {
  engine = openEngine()
})
afterEach(() => engine.close())

const read = (id: string): SanityDocument | undefined => {
  const [found] = engine.documents(dataset, [id], editor)
  return found && 'document' in found ? found.document : undefined
}
const stored = (): Record<string, SanityDocument> =>
  Object.fromEntries([...engine.export(dataset, editor)].map((document) => [document._id, document]))

describe('documents as stored', () => {
  test('a new document gets id, revision and times', async () => {
    const {transactionId, results} = await mutate(engine, [{create: {_type: 't', a: 1}}], {
      returnDocuments: true,
    })
    const [result] = results
    expect(result).toMatchObject({
      operation: 'create',
      document: {
        _type: 't',
        a: 1,
        _rev: transactionId,
        _createdAt: '2026-01-01T12:00:00Z',
        _updatedAt: '2026-01-01T12:00:00Z',
      },
    })
    expect(read(result?.id ?? '')).toEqual(result?.document)
  })

  test('an id that ends in a dot is a prefix', async () => {
    const {results} = await mutate(engine, [{create: {_id: 'drafts.', _type: 't'}}])
    expect(results[0]?.id).toMatch(/^drafts\.id\d+$/)
  })

  test("the caller's times are kept on create; a replacement keeps the old time of creation", async () => {
    await mutate(engine, [
      {
        create: {
          _id: 'x',
          _type: 't',
          _createdAt: '2020-01-01T00:00:00Z',
          _updatedAt: '2021-01-01T00:00:00.123Z',
          _rev: 'mine',
        },
      },
    ])
    expect(read('x')).toMatchObject({
      _createdAt: '2020-01-01T00:00:00Z',
      _updatedAt: '2021-01-01T00:00:00.123Z',
    })
    expect(read('x')?._rev).not.toBe('mine')
    const {results} = await mutate(engine, [
      {createOrReplace: {_id: 'x', _type: 'u', _createdAt: '2024-01-01T00:00:00Z'}},
    ])
    expect(results).toEqual([{id: 'x', operation: 'update'}])
    expect(read('x')).toMatchObject({
      _type: 'u',
      _createdAt: '2020-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T12:00:01Z',
    })
  })

  test('keys are given where they are asked for', async () => {
    const body = [{a: 1}, {_key: 'own', inner: [{b: 1}]}, 'text']
    await mutate(engine, [{create: {_id: 'x', _type: 't', body}}], {autoGenerateArrayKeys: true})
    expect(read('x')?.body).toEqual([
      {_key: expect.any(String), a: 1},
      {_key: 'own', inner: [{_key: expect.any(String), b: 1}]},
      'text',
    ])
    await mutate(engine, [{patch: {id: 'x', insert: {after: 'body[-1]', items: [{c: 1}]}}}], {
      autoGenerateArrayKeys: true,
    })
    expect(read('x')?.body).toContainEqual({_key: expect.any(String), c: 1})
  })

  test.each(['-a', 'a..b', '.a', 'a b', 'ä', 'a/b', 'x'.repeat(129), 7])('refuses the id %j', async (_id) => {
    expect(await failure(mutate(engine, [{create: {_id: _id as string, _type: 't'}}]))).toEqual({
      status: 400,
      type: 'validationError',
    })
  })
})

describe('mutations', () => {
  beforeEach(async () => {
    await mutate(engine, [{create: {_id: 'x', _type: 't', n: 1}}, {create: {_id: 'y', _type: 't', n: 2}}], {
      transactionId: 'first',
    })
  })

  const REFUSED: [name: string, mutation: unknown, status: number, type: string][] = [
    ['create of one that exists', {create: {_id: 'x', _type: 't'}}, 409, 'documentAlreadyExistsError'],
    ['create without a type', {create: {_id: 'z'}}, 400, 'validationError'],
    ['patch of one that is missing', {patch: {id: 'z', set: {a: 1}}}, 404, 'documentNotFoundError'],
    [
      'patch of another revision',
      {patch: {id: 'x', ifRevisionID: 'old', set: {a: 1}}},
      409,
      'documentRevisionIDDoesNotMatchError',
    ],
    ['patch of an id', {patch: {id: 'x', set: {_id: 'other'}}}, 400, 'validationError'],
    ['patch of a type', {patch: {id: 'x', unset: ['_type']}}, 400, 'validationError'],
    ['patch with a broken path', {patch: {id: 'x', set: {'a[': 1}}}, 400, 'validationError'],
    ['patch with an unknown operation', {patch: {id: 'x', merge: {a: 1}}}, 400, 'validationError'],
    ['patch of nothing in particular', {patch: {set: {a: 1}}}, 400, 'validationError'],
    ['patch by a broken query', {patch: {query: '*[', set: {a: 1}}}, 400, 'queryParseError'],
    [
      'delete of another revision',
      {delete: {id: 'x', ifRevisionID: 'old'}},
      409,
      'documentRevisionIDDoesNotMatchError',
    ],
    ['a mutation of no known kind', {replace: {_id: 'x'}}, 400, 'validationError'],
    ['a mutation that is two', {create: {_type: 't'}, delete: {id: 'x'}}, 400, 'validationError'],
    ['a mutation that is none', null, 400, 'validationError'],
    [
      'a document nested without end',
      {create: {_type: 't', deep: JSON.parse('['.repeat(200) + ']'.repeat(200))}},
      400,
      'validationError',
    ],
  ]

  test.each(REFUSED)(
    '%s is refused, and nothing of its transaction is kept',
    async (_name, mutation, status, type) => {
      const before = stored()
      const heard: CommittedTransaction[] = []
      engine.subscribe((committed) => heard.push(committed))
      const mutations = [
        {create: {_id: 'new', _type: 't'}},
        {patch: {id: 'y', inc: {n: 1}}},
        mutation as Mutation,
        {delete: {id: 'y'}},
      ]
      const transactionId = 'refused'
      const error = await refusal(mutate(engine, mutations, {transactionId}))
      expect(error.status).toBe(status)
      const items = error.body.error.items as {index: number; error: {type: string}}[] | undefined
      if (items) expect(items).toEqual([{index: 2, error: expect.objectContaining({type})}])
      else expect(error.body.error.type).toBe(type)
      expect(stored()).toEqual(before)
      expect(heard).toEqual([])
      // Its id is free again.
      await mutate(engine, [{patch: {id: 'x', inc: {n: 1}}}], {transactionId})
    },
  )

  test('the shape of a refused revision is that of the Content Lake', async () => {
    const {body} = await refusal(mutate(engine, [{patch: {id: 'x', ifRevisionID: 'EXP', set: {a: 1}}}]))
    const description = 'Document "x" has unexpected revision ID ("first"), expected "EXP"'
    expect(body).toMatchObject({
      error: {
        type: 'mutationError',
        description: `Mutation failed: ${description}`,
        items: [
          {
            index: 0,
            error: {
              type: 'documentRevisionIDDoesNotMatchError',
              currentRevisionID: 'first',
              expectedRevisionID: 'EXP',
              description,
            },
          },
        ],
      },
    })
  })

  test('what is there already, or gone already, is no error', async () => {
    const {results} = await mutate(engine, [
      {createIfNotExists: {_id: 'x', _type: 'other'}},
      {delete: {id: 'gone'}},
    ])
    expect(results).toEqual([
      {id: 'x', operation: 'none'},
      {id: 'gone', operation: 'none'},
    ])
    expect(read('x')?._rev).toBe('first')
  })

  test('a patch that changes nothing still makes a revision', async () => {
    const {transactionId} = await mutate(engine, [
      {patch: {id: 'x', unset: ['_empty_action_guard_pseudo_field_']}},
    ])
    expect(read('x')).toMatchObject({n: 1, _rev: transactionId})
  })

  test('several documents by ids and by query, which sees the mutations before it', async () => {
    await mutate(engine, [
      {create: {_id: 'z', _type: 't', n: 3}},
      {patch: {query: '*[_type == $type && n > 1]', params: {type: 't'}, inc: {n: 10}}},
      {patch: {id: ['x', 'z'], set: {seen: true}}},
    ])
    expect(await query(engine, '*{_id, n, seen}')).toEqual([
      {_id: 'x', n: 1, seen: true},
      {_id: 'y', n: 12, seen: null},
      {_id: 'z', n: 13, seen: true},
    ])
    const {results} = await mutate(engine, [{delete: {query: '*[_id in $ids]', params: {ids: ['x', 'y']}}}])
    expect(results).toEqual([
      {id: 'x', operation: 'delete'},
      {id: 'y', operation: 'delete'},
    ])
    expect(Object.keys(stored())).toEqual(['z'])
  })

  test('a transaction id is used once', async () => {
    expect(await failure(mutate(engine, [{delete: {id: 'x'}}], {transactionId: 'first'}))).toEqual({
      status: 409,
      type: 'transactionAlreadyExistsError',
    })
    expect(read('x')).toBeDefined()
  })

  test('a dry run says what would be and leaves no trace', async () => {
    const before = stored()
    const result = await mutate(engine, [{patch: {id: 'x', set: {n: 9}}}, {delete: {id: 'y'}}], {
      dryRun: true,
      returnDocuments: true,
      transactionId: 'dry',
    })
    expect(result.results).toEqual([
      {id: 'x', operation: 'update', document: expect.objectContaining({n: 9})},
      {id: 'y', operation: 'delete'},
    ])
    expect(stored()).toEqual(before)
    expect(engine.transactions(dataset, ['x', 'y'])).toHaveLength(1)
    await mutate(engine, [{delete: {id: 'y'}}], {transactionId: 'dry'})
  })

  test.each([viewer, anonymous])('$kind may not write', async (access) => {
    expect(await failure(mutate(engine, [{delete: {id: 'x'}}], {access}))).toEqual({
      status: 403,
      type: 'insufficientPermissionsError',
    })
  })

  test('datasets are apart', async () => {
    await mutate(engine, [{create: {_id: 'x', _type: 'elsewhere'}}], {
      dataset: 'other',
      transactionId: 'first',
    })
    expect(read('x')?._type).toBe('t')
    expect(engine.datasets()).toEqual(['other', dataset])
  })
})

describe('references', () => {
  test('a strong reference needs its document, a weak one does not', async () => {
    const strong = {create: {_id: 'a', _type: 't', list: [{_key: 'k', ...ref('b')}]}}
    expect(await failure(mutate(engine, [strong]))).toEqual({
      status: 409,
      type: 'documentReferenceDoesNotExistError',
    })
    await mutate(engine, [{create: {_id: 'w', _type: 't', to: ref('b', {_weak: true})}}])
    await mutate(engine, [
      {create: {_id: 'g', _type: 't', to: {_ref: 'b', _dataset: 'other', _type: 'crossDatasetReference'}}},
    ])
    await mutate(engine, [strong, {create: {_id: 'b', _type: 't', back: ref('a')}}])
    expect(engine.referencesTo(dataset, 'b', editor)).toEqual({
      totalCount: 2,
      references: [
        {documentId: 'a', documentType: 't', weak: false, paths: ['list[_key=="k"]']},
        {documentId: 'w', documentType: 't', weak: true, paths: ['to']},
      ],
    })
  })

  test('what is referred to is not deleted, alone', async () => {
    await mutate(engine, [
      {create: {_id: 'b', _type: 't'}},
      {create: {_id: 'drafts.a', _type: 't', to: ref('b')}},
    ])
    const {body} = await refusal(mutate(engine, [{delete: {id: 'b'}}]))
    expect(body.error.items).toEqual([
      {
        index: 0,
        error: expect.objectContaining({
          type: 'documentHasExistingReferencesError',
          id: 'b',
          referencingIDs: ['drafts.a'],
        }),
      },
    ])
    expect(engine.referencesTo(dataset, 'b', anonymous).totalCount).toBe(0)
    await mutate(engine, [{delete: {id: 'b'}}, {delete: {id: 'drafts.a'}}])
    expect(stored()).toEqual({})
  })

  test('weakening a reference frees its document', async () => {
    await mutate(engine, [{create: {_id: 'b', _type: 't'}}, {create: {_id: 'a', _type: 't', to: ref('b')}}])
    await mutate(engine, [{patch: {id: 'a', set: {'to._weak': true}}}, {delete: {id: 'b'}}])
    expect(await failure(mutate(engine, [{patch: {id: 'a', unset: ['to._weak']}}]))).toMatchObject({
      type: 'documentReferenceDoesNotExistError',
    })
  })

  test('stay sound under any interleaving of transactions', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const mutation: fc.Arbitrary<Mutation> = fc.oneof(
      fc
        .tuple(id, id, fc.boolean())
        .map(([from, to, weak]) => ({createOrReplace: {_id: from, _type: 't', to: ref(to, {_weak: weak})}})),
      id.map((each) => ({createOrReplace: {_id: each, _type: 't'}})),
      id.map((each) => ({delete: {id: each}})),
      fc.tuple(id, id).map(([from, to]) => ({patch: {id: from, set: {to: ref(to)}}})),
      id.map((each) => ({patch: {id: each, unset: ['to']}})),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(mutation, {minLength: 1, maxLength: 4}), {maxLength: 12}),
        async (transactions) => {
          const own = openEngine()
          try {
            for (const mutations of transactions) {
              const before = JSON.stringify([...own.export(dataset, editor)])
              try {
                await mutate(own, mutations)
              } catch {
                expect(JSON.stringify([...own.export(dataset, editor)])).toBe(before)
              }
              const documents = [...own.export(dataset, editor)] as (SanityDocument & {
                to?: {_ref: string; _weak?: boolean}
              })[]
              const present = new Set(documents.map(({_id}) => _id))
              for (const {to} of documents) if (to && !to._weak) expect(present).toContain(to._ref)
              for (const target of present) {
                const expected = documents.filter(({to}) => to?._ref === target).map(({_id}) => _id)
                expect(
                  own.referencesTo(dataset, target, editor).references.map(({documentId}) => documentId),
                ).toEqual(expected)
              }
            }
          } finally {
            own.close()
          }
        },
      ),
      {numRuns: 60},
    )
  })
})

describe('actions', () => {
  const action = (name: string, more: object): {actionType: string} => ({
    actionType: `sanity.action.document.${name}`,
    ...more,
  })
  const pair = {publishedId: 'p', draftId: 'drafts.p'}

  test('create makes a draft, once', async () => {
    const create = action('create', {
      publishedId: 'p',
      attributes: {_id: 'drafts.p', _type: 't'},
      ifExists: 'fail',
    })
    await act(engine, create)
    expect(await failure(act(engine, create))).toEqual({status: 409, type: 'documentAlreadyExistsError'})
    await act(engine, {...create, ifExists: 'ignore'})
    expect(Object.keys(stored())).toEqual(['drafts.p'])
  })

  test('edit begins a draft from what is published', async () => {
    await mutate(engine, [{create: {_id: 'p', _type: 't', n: 1, _createdAt: '2020-01-01T00:00:00Z'}}])
    await act(engine, action('edit', {...pair, patch: {set: {n: 2}}}))
    expect(read('drafts.p')).toMatchObject({n: 2, _createdAt: '2020-01-01T00:00:00Z'})
    expect(read('p')).toMatchObject({n: 1})
    expect(
      await failure(act(engine, action('edit', {draftId: 'drafts.z', publishedId: 'z', patch: {}}))),
    ).toEqual({status: 404, type: 'documentNotFoundError'})
  })

  test('the edit that does nothing makes a transaction and tells listeners', async () => {
    await mutate(engine, [{create: {_id: 'drafts.p', _type: 't'}}])
    const heard: CommittedTransaction[] = []
    engine.subscribe((committed) => heard.push(committed))
    await act(engine, action('edit', {...pair, patch: {unset: ['_empty_action_guard_pseudo_field_']}}))
    expect(heard).toHaveLength(1)
    expect(heard[0]?.documents).toMatchObject([
      {id: 'drafts.p', before: {_rev: 'id0001'}, after: {_rev: heard[0]?.transactionId}},
    ])
  })

  test('publish moves the draft, checks revisions and makes references strong', async () => {
    await mutate(engine, [{create: {_id: 'target', _type: 't'}}])
    const to = ref('target', {_weak: true, _strengthenOnPublish: {type: 't'}})
    const kept = ref('none', {_weak: true, _strengthenOnPublish: {type: 't', weak: true}})
    const {transactionId: rev} = await mutate(engine, [
      {create: {_id: 'drafts.p', _type: 't', n: 1, to, list: [kept]}},
    ])
    expect(await failure(act(engine, action('publish', {...pair, ifDraftRevisionId: 'old'})))).toEqual({
      status: 409,
      type: 'documentRevisionIDDoesNotMatchError',
    })
    expect(await failure(act(engine, action('publish', {...pair, ifPublishedRevisionId: 'old'})))).toEqual({
      status: 409,
      type: 'documentRevisionIDDoesNotMatchError',
    })
    const {transactionId} = await act(engine, action('publish', {...pair, ifDraftRevisionId: rev}))
    expect(read('drafts.p')).toBeUndefined()
    expect(read('p')).toMatchObject({
      n: 1,
      _rev: transactionId,
      to: ref('target'),
      list: [ref('none', {_weak: true})],
    })
    expect(read('p')?.to).toEqual(ref('target'))
    expect(await failure(act(engine, action('publish', pair)))).toEqual({
      status: 404,
      type: 'documentNotFoundError',
    })
  })

  test('publish of a draft that refers strongly to nothing is refused whole', async () => {
    await mutate(engine, [
      {create: {_id: 'drafts.p', _type: 't', to: ref('none', {_weak: true, _strengthenOnPublish: {}})}},
    ])
    expect(await failure(act(engine, action('publish', pair)))).toEqual({
      status: 409,
      type: 'documentReferenceDoesNotExistError',
    })
    expect(Object.keys(stored())).toEqual(['drafts.p'])
  })

  test('unpublish leaves a draft, and the newer one where there is one', async () => {
    await mutate(engine, [{create: {_id: 'p', _type: 't', n: 1}}])
    await act(engine, action('unpublish', pair))
    expect(Object.keys(stored())).toEqual(['drafts.p'])
    await act(engine, action('publish', pair))
    await act(engine, action('edit', {...pair, patch: {set: {n: 2}}}), action('unpublish', pair))
    expect(stored()).toMatchObject({'drafts.p': {n: 2}})
  })

  test('delete wants its draft named; discard and replaceDraft', async () => {
    await mutate(engine, [{create: {_id: 'p', _type: 't'}}, {create: {_id: 'drafts.p', _type: 't'}}])
    expect(await failure(act(engine, action('delete', {publishedId: 'p', includeDrafts: []})))).toEqual({
      status: 400,
      type: 'validationError',
    })
    await act(
      engine,
      action('replaceDraft', {publishedId: 'p', attributes: {_id: 'drafts.p', _type: 't', n: 3}}),
    )
    expect(read('drafts.p')).toMatchObject({n: 3})
    await act(engine, action('discard', {draftId: 'drafts.p'}))
    expect(await failure(act(engine, action('discard', {draftId: 'drafts.p'})))).toEqual({
      status: 404,
      type: 'documentNotFoundError',
    })
    await act(engine, action('delete', {publishedId: 'p', includeDrafts: ['drafts.p']}))
    expect(stored()).toEqual({})
  })

  test('versions are made, replaced, discarded and marked for unpublishing', async () => {
    await mutate(engine, [{create: {_id: 'p', _type: 't', n: 1}}])
    await act(engine, action('version.create', {publishedId: 'p', baseId: 'p', versionId: 'versions.r.p'}))
    await act(engine, action('version.replace', {document: {_id: 'versions.r.p', _type: 't', n: 2}}))
    expect(read('versions.r.p')).toMatchObject({n: 2})
    await act(engine, action('version.discard', {versionId: 'versions.r.p'}))
    await act(
      engine,
      action('version.create', {publishedId: 'q', document: {_id: 'versions.r.q', _type: 't'}}),
    )
    await act(engine, action('version.unpublish', {publishedId: 'p', versionId: 'versions.r.p'}))
    expect(stored()).toMatchObject({p: {n: 1}, 'versions.r.p': {_system: {delete: true}}, 'versions.r.q': {}})
  })

  test('actions happen together or not at all, and say which failed', async () => {
    const create = action('create', {publishedId: 'p', attributes: {_id: 'drafts.p', _type: 't'}})
    const {body} = await refusal(
      act(engine, create, action('publish', {publishedId: 'z', draftId: 'drafts.z'})),
    )
    expect(body.error).toMatchObject({
      type: 'actionError',
      items: [{index: 1, error: {type: 'documentNotFoundError'}}],
    })
    expect(stored()).toEqual({})
    await act(engine, create, action('publish', pair))
    expect(Object.keys(stored())).toEqual(['p'])
  })

  test.each([
    {actionType: 'sanity.action.none'},
    action('edit', {draftId: 'p', publishedId: 'p', patch: {}}),
    action('publish', {publishedId: 'p', draftId: 'drafts.q'}),
  ])('refuses %j', async (wrong) => {
    expect(await failure(act(engine, wrong))).toEqual({status: 400, type: 'validationError'})
  })
})

describe('the log', () => {
  test('gives every state back, by revision and by time', async () => {
    const revs: string[] = []
    for (const n of [1, 2, 3])
      revs.push((await mutate(engine, [{createOrReplace: {_id: 'x', _type: 't', n}}])).transactionId)
    revs.push((await mutate(engine, [{delete: {id: 'x'}}])).transactionId)
    expect(revs.map((revision) => engine.documentAt(dataset, 'x', {revision})?.n)).toEqual([
      1,
      2,
      3,
      undefined,
    ])
    const [first, second] = engine.transactions(dataset, ['x'])
    expect(engine.documentAt(dataset, 'x', {time: first?.timestamp ?? ''})).toMatchObject({n: 1})
    expect(engine.documentAt(dataset, 'x', {time: second?.timestamp ?? ''})).toMatchObject({n: 2})
    expect(engine.documentAt(dataset, 'x', {time: '2000-01-01T00:00:00Z'})).toBeNull()
    expect(engine.documentAt(dataset, 'x', {lastRevision: true})).toMatchObject({n: 3})
    expect(engine.documentAt(dataset, 'none', {lastRevision: true})).toBeNull()
  })

  test('lists transactions of some documents, cut down to these', async () => {
    await mutate(engine, [{create: {_id: 'x', _type: 't'}}, {create: {_id: 'y', _type: 't'}}], {
      identity: 'ann',
      transactionId: 't1',
    })
    await mutate(engine, [{patch: {id: 'x', set: {n: 1}}}], {identity: 'bob', transactionId: 't2'})
    await mutate(engine, [{patch: {id: 'y', set: {n: 1}}}], {identity: 'bob', transactionId: 't3'})
    const list = (options = {}): string[] =>
      engine.transactions(dataset, ['x'], options).map(({transactionId}) => transactionId)
    expect(list()).toEqual(['t1', 't2'])
    expect(list({reverse: true, limit: 1})).toEqual(['t2'])
    expect(list({authors: ['ann']})).toEqual(['t1'])
    expect(list({fromTransaction: 't2'})).toEqual(['t2'])
    expect(list({toTransaction: 't1'})).toEqual(['t1'])
    const [created, patched] = engine.transactions(dataset, ['x'])
    expect(created?.documents.map(({id, before, after}) => [id, before, after?._rev])).toEqual([
      ['x', undefined, 't1'],
    ])
    expect(patched?.documents[0]).toMatchObject({
      before: {_rev: 't1'},
      after: {_rev: 't2', n: 1},
      mutations: [{patch: {id: 'x', set: {n: 1}}}],
    })
  })

  test('what happened to a document is an unbroken chain, told in order, also to one who writes while listening', async () => {
    const heard: CommittedTransaction[] = []
    let answered = false
    engine.subscribe(() => {
      if (answered) return
      answered = true
      void mutate(engine, [{patch: {id: 'x', set: {answer: true}}}])
    })
    const stop = engine.subscribe((committed) => heard.push(committed))
    await mutate(engine, [{create: {_id: 'x', _type: 't'}}, {patch: {id: 'x', set: {n: 1}}}])
    await mutate(engine, [{delete: {id: 'x'}}])
    await mutate(engine, [{create: {_id: 'x', _type: 't'}}, {delete: {id: 'x'}}])
    stop()
    await mutate(engine, [{create: {_id: 'x', _type: 't'}}])
    expect(heard.map(({sequence}) => sequence)).toEqual([1, 2, 3])
    const changes = heard.flatMap(({documents}) => documents)
    expect(changes.map(({before}) => before?._rev)).toEqual([
      undefined,
      ...changes.slice(0, -1).map(({after}) => after?._rev),
    ])
    expect(changes.at(-1)?.after).toBeUndefined()
    expect(changes[0]?.mutations).toHaveLength(2)
  })
})
