import {applyPatch} from 'mendoza'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {DocumentEvent} from '../../lake/history/events.ts'
import {startLake, type TestLake} from './http-support.ts'

const V = '/v2025-02-19/data/history/production'
let lake: TestLake

beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

interface Line {
  id: string
  author: string
  timestamp: string
  documentIDs: string[]
  mutations?: unknown[]
  effects?: Record<string, {apply: unknown[]; revert: unknown[]}>
}

async function lines(path: string): Promise<Line[]> {
  const text = await (await lake.ask(`${V}/transactions/${path}`, {as: 'viewer'})).text()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}

async function events(id: string, query = ''): Promise<{events: DocumentEvent[]; nextCursor: string}> {
  const {body} = await lake.read(`${V}/events/documents/${id}${query}`, {as: 'viewer'})
  const {events, nextCursor} = body as {events: Record<string, DocumentEvent[]>; nextCursor: string}
  return {events: events[id] ?? [], nextCursor}
}

/** One transaction, whose id is its revision. */
async function commit(
  transactionId: string,
  write: (transaction: ReturnType<TestLake['editor']['transaction']>) => unknown,
): Promise<void> {
  const transaction = lake.editor.transaction().transactionId(transactionId)
  write(transaction)
  await transaction.commit()
}

const act = (action: Record<string, unknown>) =>
  lake.editor.action({...action, actionType: `sanity.action.document.${action.actionType}`} as never)

describe('transactions', () => {
  beforeAll(async () => {
    await commit('t1', (t) =>
      t.create({_id: 'log', _type: 'thing', title: 'one'}).create({_id: 'log-other', _type: 'thing'}),
    )
    await commit('t2', (t) => t.patch('log', {set: {title: 'two'}}))
    await commit('t3', (t) => t.patch('log', {set: {title: 'three'}}))
    await commit('t4', (t) => t.delete('log'))
  })

  test('are lines, oldest first, of the documents asked for', async () => {
    const log = await lines('log')
    expect(log.map(({id}) => id)).toEqual(['t1', 't2', 't3', 't4'])
    expect(log[0]).toMatchObject({
      author: 'token-editor',
      documentIDs: ['log'],
      mutations: [{create: {_id: 'log'}}],
    })
    expect(log[1]?.mutations).toMatchObject([{patch: {set: {title: 'two'}}}])
    expect(log[0]).not.toHaveProperty('effects')
  })

  test.each<[string, string[]]>([
    ['?reverse=true', ['t4', 't3', 't2', 't1']],
    ['?reverse=true&limit=2', ['t4', 't3']],
    ['?fromTransaction=t2&toTransaction=t3', ['t2', 't3']],
    ['?toTransaction=t2&reverse=true', ['t2', 't1']],
    ['?authors=nobody', []],
  ])('with %s', async (query, ids) => {
    expect((await lines(`log${query}`)).map(({id}) => id)).toEqual(ids)
  })

  test('carry effects that lead from each state to the next and back, without mutations when not wanted', async () => {
    const log = await lines('log?effectFormat=mendoza&excludeMutations=true&excludeContent=true')
    const states = [null, 'one', 'two', 'three', null]
    let state: {title: string} | null = null
    for (const [index, {effects, ...line}] of log.entries()) {
      expect(line).not.toHaveProperty('mutations')
      const {apply = [], revert = []} = effects?.log ?? {}
      const next = applyPatch(state, apply) as {title: string} | null
      expect(next?.title ?? null).toBe(states[index + 1])
      expect(applyPatch(next, revert)).toEqual(state)
      state = next
    }
  })
})

describe('a long history', () => {
  const ids = Array.from({length: 130}, (_, index) => `long-${String(index).padStart(3, '0')}`)

  beforeAll(async () => {
    await commit(ids[0] ?? '', (t) => t.create({_id: 'long', _type: 'thing'}))
    for (const [n, id] of ids.entries()) if (n > 0) await commit(id, (t) => t.patch('long', {set: {n}}))
  })

  test('is read in pages that neither repeat nor leave out', async () => {
    expect((await lines('long')).map(({id}) => id)).toEqual(ids)
    expect((await lines('long?reverse=true')).map(({id}) => id)).toEqual(ids.toReversed())
    expect((await lines('long?limit=70')).map(({id}) => id)).toEqual(ids.slice(0, 70))
    expect((await lines('long?reverse=true&limit=100&toTransaction=long-119')).map(({id}) => id)).toEqual(
      ids.slice(20, 120).toReversed(),
    )
  })
})

describe('documents as they were', () => {
  test('at a revision, at a time, and at their last', async () => {
    await commit('r1', (t) => t.create({_id: 'past', _type: 'thing', n: 1}))
    await commit('r2', (t) => t.patch('past', {set: {n: 2}}))
    await commit('r3', (t) => t.delete('past'))
    const at = async (query: string) => {
      const {body} = await lake.read(`${V}/documents/past,never?${query}`, {as: 'viewer'})
      return (body as {documents: {n: number}[]}).documents.map(({n}) => n)
    }
    expect(await at('revision=r1')).toEqual([1])
    expect(await at('revision=r2')).toEqual([2])
    expect(await at('revision=r3')).toEqual([])
    expect(await at('lastRevision=true')).toEqual([2])
    expect(await at('time=2001-01-01T00:00:00Z')).toEqual([])
  })
})

describe('events', () => {
  const ids = {publishedId: 'life', draftId: 'drafts.life'}

  beforeAll(async () => {
    await lake.editor.create({_id: ids.draftId, _type: 'thing'})
    await lake.editor.patch(ids.draftId).set({n: 1}).commit()
    await act({actionType: 'publish', ...ids})
    await act({actionType: 'edit', ...ids, patch: {set: {n: 2}}})
    await act({actionType: 'discard', draftId: ids.draftId})
    await act({actionType: 'unpublish', ...ids})
    const {publishedId, draftId} = ids
    await act({actionType: 'delete', publishedId, includeDrafts: [draftId]})
    await commit('live1', (t) => t.create({_id: 'live', _type: 'thing'}))
    await commit('live2', (t) => t.patch('live', {set: {n: 1}}))
    await commit('live3', (t) => t.delete('live'))
  })

  test('tell the life of a document and its draft, newest first', async () => {
    const {events: found, nextCursor} = await events('life')
    expect(found.map(({type}) => type)).toEqual([
      'deleteDocumentGroup',
      'unpublishDocument',
      'deleteDocumentVersion',
      'createDocumentVersion',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    expect(found.every(({documentId, author}) => documentId === 'life' && author === 'token-editor')).toBe(
      true,
    )
    expect(nextCursor).toBe('')
  })

  test('name revisions that can be read: the draft’s last, and the published document’s', async () => {
    const published = (await events('life')).events.find(({type}) => type === 'publishDocumentVersion')
    const {revisionId, versionRevisionId} = published as {revisionId: string; versionRevisionId: string}
    const read = async (id: string, revision: string) =>
      (
        (await lake.read(`${V}/documents/${id}?revision=${revision}`, {as: 'viewer'})).body as {
          documents: unknown[]
        }
      ).documents
    expect(await read('life', revisionId)).toMatchObject([{_id: 'life', n: 1, _rev: revisionId}])
    expect(await read('drafts.life', versionRevisionId)).toMatchObject([
      {_id: 'drafts.life', n: 1, _rev: versionRevisionId},
    ])
  })

  test('of a document without drafts are its changes', async () => {
    expect((await events('live')).events).toMatchObject([
      {type: 'deleteDocumentGroup'},
      {type: 'updateLiveDocument', revisionId: 'live2'},
      {type: 'createLiveDocument', revisionId: 'live1'},
    ])
  })

  test('come in pages that new events do not shift', async () => {
    const first = await events('live', '?limit=1')
    expect(first.events.map(({type}) => type)).toEqual(['deleteDocumentGroup'])
    await commit('live4', (t) => t.create({_id: 'live', _type: 'thing'}))
    const second = await events('live', `?limit=2&nextCursor=${first.nextCursor}`)
    expect(second.events.map(({type}) => type)).toEqual(['updateLiveDocument', 'createLiveDocument'])
    expect(second.nextCursor).toBe('')
  })
})
