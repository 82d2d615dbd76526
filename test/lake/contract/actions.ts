import {describe, expect, test} from 'vitest'
import {refusal, type Target} from './target.ts'

/** Actions: what the Studio's buttons do. */
export function actionCases(target: () => Target): void {
  describe('actions', () => {
    let count = 0
    const pair = () => {
      const publishedId = `${target().prefix}-action-${count++}`
      return {publishedId, draftId: `drafts.${publishedId}`}
    }
    const read = (id: string) => target().editor.getDocument(id)
    const edit = (ids: {publishedId: string; draftId: string}, set: Record<string, unknown>) =>
      target().editor.action({actionType: 'sanity.action.document.edit', ...ids, patch: {set}})
    const draft = (_id: string, fields = {}) =>
      target().editor.create({_id, _type: 'contractThing', ...fields})

    test('publish puts the draft in the place of the published document', async () => {
      const ids = pair()
      const {_rev} = await draft(ids.draftId, {title: 'First'})
      await target().editor.action({
        actionType: 'sanity.action.document.publish',
        ...ids,
        ifDraftRevisionId: _rev,
      })
      expect(await read(ids.publishedId)).toMatchObject({_id: ids.publishedId, title: 'First'})
      expect(await read(ids.draftId)).toBeUndefined()
    })

    test('publish with a revision that is no longer the draft’s is refused', async () => {
      const ids = pair()
      const {_rev} = await draft(ids.draftId, {title: 'First'})
      await target().editor.patch(ids.draftId).set({title: 'Second'}).commit()
      const publish = target().editor.action({
        actionType: 'sanity.action.document.publish',
        ...ids,
        ifDraftRevisionId: _rev,
      })
      expect(await refusal(publish)).toMatchObject({statusCode: 409})
      expect(await read(ids.publishedId)).toBeUndefined()
    })

    test('edit makes a draft of the published document, and leaves that alone', async () => {
      const ids = pair()
      await draft(ids.publishedId, {title: 'Published', kept: true})
      await edit(ids, {title: 'Edited'})
      expect(await read(ids.draftId)).toMatchObject({title: 'Edited', kept: true})
      expect(await read(ids.publishedId)).toMatchObject({title: 'Published'})
    })

    test('unpublish turns the published document into a draft', async () => {
      const ids = pair()
      await draft(ids.publishedId, {title: 'Published'})
      await target().editor.action({actionType: 'sanity.action.document.unpublish', ...ids})
      expect(await read(ids.publishedId)).toBeUndefined()
      expect(await read(ids.draftId)).toMatchObject({title: 'Published'})
    })

    test('delete takes the drafts that are named with it', async () => {
      const ids = pair()
      await draft(ids.publishedId)
      await draft(ids.draftId)
      const {publishedId, draftId} = ids
      await target().editor.action({
        actionType: 'sanity.action.document.delete',
        publishedId,
        includeDrafts: [draftId],
      })
      expect([await read(publishedId), await read(draftId)]).toEqual([undefined, undefined])
    })
  })
}
