import {describe, expect, test} from 'vitest'
import {refusal, type Target} from './target.ts'

/** Writing: what each mutation and patch operation does, and which are refused. */
export function mutateCases(target: () => Target): void {
  describe('mutate', () => {
    let count = 0
    const fresh = () => `${target().prefix}-mutate-${count++}`
    const create = (fields: Record<string, unknown>, _id = fresh()) =>
      target().editor.create({_id, _type: 'contractThing', ...fields})

    test('create gives the document its id, times and revision', async () => {
      const document = await create({n: 1})
      expect(document).toMatchObject({_type: 'contractThing', n: 1, _rev: expect.any(String)})
      expect(document._createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)
      expect(await target().editor.getDocument(document._id)).toEqual(document)
    })

    test('create of an id that is taken is refused', async () => {
      const {_id} = await create({})
      expect(await refusal(create({}, _id))).toMatchObject({
        statusCode: 409,
        body: {
          error: {
            type: 'mutationError',
            items: [{index: 0, error: {type: 'documentAlreadyExistsError', id: _id}}],
          },
        },
      })
    })

    test('createIfNotExists leaves what is there, createOrReplace does not', async () => {
      const {_id} = await create({n: 1})
      await target().editor.createIfNotExists({_id, _type: 'contractThing', n: 2})
      expect(await target().editor.getDocument(_id)).toMatchObject({n: 1})
      await target().editor.createOrReplace({_id, _type: 'contractThing', m: 3})
      const replaced = await target().editor.getDocument(_id)
      expect(replaced).toMatchObject({m: 3})
      expect(replaced).not.toHaveProperty('n')
    })

    const before = {
      n: 5,
      title: 'The Edukational centre',
      list: ['a', 'b', 'c'],
      body: [
        {_key: 'k1', text: 'one'},
        {_key: 'k2', text: 'two', marks: ['em']},
      ],
      nested: {deep: {value: 1}},
    }
    type Patch = Parameters<Target['editor']['patch']>[1]
    test.each<[string, NonNullable<Patch>, Record<string, unknown>]>([
      [
        'set, at the top and deep inside',
        {set: {n: 6, 'nested.deep.value': 2, 'nested.new': true}},
        {n: 6, nested: {deep: {value: 2}, new: true}},
      ],
      [
        'set by key',
        {set: {'body[_key=="k2"].text': 'zwei'}},
        {body: [before.body[0], {...before.body[1], text: 'zwei'}]},
      ],
      ['set by place from the end', {set: {'list[-1]': 'z'}}, {list: ['a', 'b', 'z']}],
      ['setIfMissing', {setIfMissing: {n: 7, m: 8}}, {n: 5, m: 8}],
      [
        'unset of a field and an element',
        {unset: ['title', 'body[_key=="k1"]']},
        {title: undefined, body: [before.body[1]]},
      ],
      ['inc and dec', {inc: {n: 2}, dec: {'nested.deep.value': 3}}, {n: 7, nested: {deep: {value: -2}}}],
      [
        'insert after a key',
        {insert: {after: 'body[_key=="k1"]', items: [{_key: 'k3'}]}},
        {body: [before.body[0], {_key: 'k3'}, before.body[1]]},
      ],
      [
        'insert before the first',
        {insert: {before: 'list[0]', items: ['x', 'y']}},
        {list: ['x', 'y', 'a', 'b', 'c']},
      ],
      ['insert after the last', {insert: {after: 'list[-1]', items: ['d']}}, {list: ['a', 'b', 'c', 'd']}],
      ['insert in the place of a range', {insert: {replace: 'list[0:2]', items: ['x']}}, {list: ['x', 'c']}],
      [
        'diffMatchPatch',
        {diffMatchPatch: {title: '@@ -4,9 +4,9 @@\n  Edu\n-k\n+c\n atio\n'}},
        {title: 'The Educational centre'},
      ],
    ])('patch: %s', async (_name, patch, expected) => {
      const {_id} = await create(before)
      const after = await target().editor.patch(_id, patch).commit()
      expect(after).toMatchObject(JSON.parse(JSON.stringify(expected)))
      for (const [name, value] of Object.entries(expected))
        if (value === undefined) expect(after).not.toHaveProperty(name)
    })

    test('a patch with the revision of an earlier state is refused, and says both', async () => {
      const first = await create({n: 1})
      const second = await target().editor.patch(first._id).set({n: 2}).commit()
      const late = target().editor.patch(first._id).ifRevisionId(first._rev).set({n: 3}).commit()
      expect(await refusal(late)).toMatchObject({
        statusCode: 409,
        body: {
          error: {
            type: 'mutationError',
            items: [
              {
                index: 0,
                error: {
                  type: 'documentRevisionIDDoesNotMatchError',
                  currentRevisionID: second._rev,
                  expectedRevisionID: first._rev,
                },
              },
            ],
          },
        },
      })
      expect(await target().editor.getDocument(first._id)).toMatchObject({n: 2})
    })

    test('a transaction happens whole or not at all', async () => {
      const [a, missing] = [fresh(), fresh()]
      const half = target()
        .editor.transaction()
        .create({_id: a, _type: 'contractThing'})
        .patch(missing, (patch) => patch.set({n: 1}))
        .commit()
      expect(await refusal(half)).toMatchObject({
        body: {error: {items: [{index: 1, error: {type: 'documentNotFoundError'}}]}},
      })
      expect(await target().editor.getDocument(a)).toBeUndefined()
    })

    test('its id becomes the revision of all it wrote, and cannot be used twice', async () => {
      const [a, b] = [fresh(), fresh()]
      const transactionId = `${target().prefix}-tx`
      const result = await target()
        .editor.transaction()
        .transactionId(transactionId)
        .create({_id: a, _type: 'contractThing'})
        .create({_id: b, _type: 'contractThing'})
        .commit()
      expect(result).toMatchObject({
        transactionId,
        results: [
          {id: a, operation: 'create'},
          {id: b, operation: 'create'},
        ],
      })
      const found = await target().editor.getDocuments([a, b])
      expect(found.map((document) => document?._rev)).toEqual([transactionId, transactionId])
      const again = target().editor.transaction().transactionId(transactionId).delete(a).commit()
      expect(await refusal(again)).toMatchObject({statusCode: 409})
    })

    test('a strong reference needs its document, and keeps it from being deleted; a weak one does neither', async () => {
      const absent = fresh()
      const to = (_ref: string, more = {}) => ({to: {_type: 'reference', _ref, ...more}})
      expect(await refusal(create(to(absent)))).toMatchObject({
        statusCode: 409,
        body: {error: {items: [{error: {type: 'documentReferenceDoesNotExistError', referenceID: absent}}]}},
      })
      await create(to(absent, {_weak: true}))
      const {_id} = await create({})
      const from = await create(to(_id))
      expect(await refusal(target().editor.delete(_id))).toMatchObject({
        statusCode: 409,
        body: {
          error: {items: [{error: {type: 'documentHasExistingReferencesError', referencingIDs: [from._id]}}]},
        },
      })
    })

    test('a dry run answers and changes nothing', async () => {
      const {_id} = await create({n: 1})
      await target().editor.patch(_id).set({n: 2}).commit({dryRun: true})
      expect(await target().editor.getDocument(_id)).toMatchObject({n: 1})
    })

    test('keys are made for array members when asked', async () => {
      const _id = fresh()
      const document = {_id, _type: 'contractThing', items: [{text: 'a'}, {text: 'b'}]}
      await target().editor.create(document, {autoGenerateArrayKeys: true})
      const found = await target().editor.getDocument<{items: {_key: string}[]}>(_id)
      const keys = found?.items.map(({_key}) => _key) ?? []
      expect(new Set(keys).size).toBe(2)
      expect(keys.every((key) => typeof key === 'string' && key.length > 0)).toBe(true)
    })

    test('delete by query; deleting what is not there is no error', async () => {
      const group = fresh()
      await create({group})
      await create({group})
      await target().editor.delete({query: '*[group == $group]', params: {group}})
      expect(await target().editor.fetch('count(*[group == $group])', {group})).toBe(0)
      await expect(target().editor.delete(fresh())).resolves.toBeDefined()
    })
  })
}
