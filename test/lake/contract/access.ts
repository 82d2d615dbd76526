import {beforeAll, describe, expect, test} from 'vitest'
import {refusal, type Target} from './target.ts'

/** Access: what a caller without a token, a viewer and an editor may see and do. */
export function accessCases(target: () => Target, hasViewer: boolean): void {
  describe('access', () => {
    const name = () => `${target().prefix}-access`
    const query = '*[of == $of]._id'

    beforeAll(async () => {
      const {editor} = target()
      const ids = [name(), `drafts.${name()}`, `private.${name()}`]
      const transaction = editor.transaction()
      for (const _id of ids) transaction.create({_id, _type: 'contractThing', of: name()})
      await transaction.commit()
    })
    const seenBy = (client: Target['editor'], perspective: 'raw' | 'published' | 'drafts') =>
      client.fetch<string[]>(query, {of: name()}, {perspective})

    test.each(['raw', 'published', 'drafts'] as const)(
      'without a token, %s shows what is published and has no dot',
      async (perspective) => {
        expect(await seenBy(target().anonymous, perspective)).toEqual([name()])
      },
    )

    test('without a token, a hidden document is not told from one that is missing', async () => {
      expect(
        await target().anonymous.getDocuments([name(), `drafts.${name()}`, `private.${name()}`]),
      ).toMatchObject([{_id: name()}, null, null])
    })

    const viewerCase = 'a viewer sees all of it, and changes none'
    if (hasViewer)
      test(viewerCase, async () => {
        const {viewer, editor} = target()
        expect((await seenBy(viewer, 'raw')).sort()).toEqual(
          [`drafts.${name()}`, name(), `private.${name()}`].sort(),
        )
        expect(await refusal(viewer.patch(name()).set({n: 1}).commit())).toMatchObject({
          statusCode: 403,
          body: {error: {type: 'mutationError', items: [{error: {type: 'insufficientPermissionsError'}}]}},
        })
        expect(await editor.getDocument(name())).not.toHaveProperty('n')
      })

    test('without a token nothing is written', async () => {
      const {anonymous, editor} = target()
      const {statusCode} = await refusal(anonymous.create({_id: `${name()}-new`, _type: 'contractThing'}))
      expect([401, 403]).toContain(statusCode)
      const publish = {
        actionType: 'sanity.action.document.publish',
        publishedId: name(),
        draftId: `drafts.${name()}`,
      } as const
      expect([401, 403]).toContain((await refusal(anonymous.action(publish))).statusCode)
      expect(await editor.getDocument(`${name()}-new`)).toBeUndefined()
    })

    test('a token that is not known is refused', async () => {
      const stranger = target().anonymous.withConfig({token: 'skNobodyKnowsThisToken'})
      expect(await refusal(stranger.fetch('*[0]'))).toMatchObject({
        statusCode: 401,
        body: {statusCode: 401, error: 'Unauthorized', errorCode: 'SIO-401-ANF'},
      })
    })
  })
}
