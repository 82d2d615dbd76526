import type {ListenEvent} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import type {Target} from './target.ts'

/** Listening: who hears what of a transaction. */
export function listenCases(target: () => Target): void {
  describe('listen', () => {
    type Heard = Record<string, unknown>

    /** Listen until the body of the case is done; it gets what was heard so far. */
    async function listening(
      client: Target['editor'],
      filter: string,
      params: Record<string, unknown>,
      options: object,
      body: (heard: Heard[]) => Promise<void>,
    ): Promise<void> {
      const heard: Heard[] = []
      const errors: unknown[] = []
      const events: ('welcome' | 'mutation')[] = ['welcome', 'mutation']
      await new Promise<void>((resolve, reject) => {
        const subscription = client
          .listen(filter, params, {events, includeResult: true, ...options})
          .subscribe({
            next: (event: ListenEvent<Heard>) => {
              if (event.type === 'mutation') heard.push(event as unknown as Heard)
              if (event.type !== 'welcome') return
              body(heard)
                .then(resolve, reject)
                .finally(() => subscription.unsubscribe())
            },
            error: (error: unknown) => {
              errors.push(error)
              reject(error)
            },
          })
      })
    }
    const until = (found: () => unknown, expected: unknown) =>
      expect.poll(found, {timeout: 10_000}).toEqual(expected)

    test('a document appears, changes and disappears, in a chain of revisions', async () => {
      const {editor, prefix} = target()
      const id = `${prefix}-listen-chain`
      const [born, changed] = [`${prefix}-listen-born`, `${prefix}-listen-changed`] as const
      await listening(editor, '*[_id == $id]', {id}, {includePreviousRevision: true}, async (heard) => {
        await editor
          .transaction()
          .transactionId(born)
          .create({_id: id, _type: 'contractThing', n: 1})
          .commit()
        await editor
          .transaction()
          .transactionId(changed)
          .patch(id, {set: {n: 2}})
          .commit()
        await editor.delete(id)
        await until(() => heard.map(({transition}) => transition), ['appear', 'update', 'disappear'])
        expect(heard[0]).toMatchObject({
          documentId: id,
          resultRev: born,
          result: {n: 1},
          transactionTotalEvents: 1,
        })
        expect(heard[1]).toMatchObject({
          previousRev: born,
          resultRev: changed,
          result: {n: 2},
          previous: {n: 1},
        })
        expect(heard[1]?.mutations).toMatchObject([{patch: {set: {n: 2}}}])
        expect(heard[2]).toMatchObject({previousRev: changed})
        expect(heard[2]).not.toHaveProperty('result')
      })
    })

    test('a document that comes to pass the filter appears, one that ceases to disappears', async () => {
      const {editor, prefix} = target()
      const id = `${prefix}-listen-filter`
      await editor.create({_id: id, _type: 'contractThing', status: 'new', of: prefix})
      await listening(
        editor,
        '*[of == $prefix && status == "ready"] | order(_id)[0..2]',
        {prefix},
        {},
        async (heard) => {
          for (const status of ['ready', 'ready again', 'ready'])
            await editor.patch(id).set({status}).commit()
          await until(() => heard.map(({transition}) => transition), ['appear', 'disappear', 'appear'])
        },
      )
    })

    test('the events of a transaction are counted for each listener by itself', async () => {
      const {editor, prefix} = target()
      const id = (name: string) => `${prefix}-listen-count-${name}`
      await listening(editor, '*[_id in $ids]', {ids: [id('a'), id('b')]}, {}, async (heard) => {
        const transaction = editor.transaction()
        for (const name of ['a', 'b', 'c']) transaction.create({_id: id(name), _type: 'contractThing'})
        await transaction.commit()
        await until(
          () => heard.map(({documentId, transactionTotalEvents: total}) => [documentId, total]),
          [
            [id('a'), 2],
            [id('b'), 2],
          ],
        )
      })
    })

    test('without access, drafts and dotted ids are not heard of', async () => {
      const {editor, anonymous, prefix} = target()
      const id = `${prefix}-listen-public`
      await listening(anonymous, '*[of == $of]', {of: id}, {}, async (heard) => {
        for (const _id of [`drafts.${id}`, `private.${id}`, id])
          await editor.create({_id, _type: 'contractThing', of: id})
        await until(() => heard.map(({documentId}) => documentId), [id])
        expect(heard[0]).toMatchObject({transactionTotalEvents: 1})
      })
    })

    test('a filter that cannot be read is an error of the channel', async () => {
      const heard = listening(target().editor, '*[_type == "event]', {}, {}, () => Promise.resolve())
      await expect(heard).rejects.toMatchObject({name: 'ChannelError'})
    })
  })
}
