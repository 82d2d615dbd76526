import {beforeAll, describe, expect, test} from 'vitest'
import {refusal, type Target} from './target.ts'

/** Reading: queries, parameters, perspectives, documents by id. */
export function queryCases(target: () => Target): void {
  describe('query', () => {
    const id = (name: string) => `${target().prefix}-query-${name}`
    const mine = '*[_type == "contractArticle" && string::startsWith(name, $prefix)] | order(name asc)'

    beforeAll(async () => {
      const {editor} = target()
      const article = (name: string, more = {}) => ({_type: 'contractArticle', name: id(name), ...more})
      await editor
        .transaction()
        .create({
          ...article('both', {title: 'Published', author: {_type: 'reference', _ref: id('author')}}),
          _id: id('both'),
        })
        .create({...article('both', {title: 'Draft'}), _id: `drafts.${id('both')}`})
        .create({...article('only-draft', {title: 'Only a draft'}), _id: `drafts.${id('only-draft')}`})
        .create({
          _type: 'contractAuthor',
          _id: id('author'),
          name: 'Ada',
          born: 1815,
          tags: ['maths', 'poetry'],
        })
        .commit()
    })

    const titles = (perspective: 'published' | 'drafts' | 'raw') =>
      target().editor.fetch<{_id: string; title: string}[]>(
        `${mine}{_id, title}`,
        {prefix: `${target().prefix}-query-`},
        {perspective},
      )

    test('published: what is published, and nothing else', async () => {
      expect(await titles('published')).toEqual([{_id: id('both'), title: 'Published'}])
    })

    test('drafts: the draft in the place of the published document, under its id', async () => {
      expect(await titles('drafts')).toEqual([
        {_id: id('both'), title: 'Draft'},
        {_id: id('only-draft'), title: 'Only a draft'},
      ])
    })

    test('raw: every document as it is stored', async () => {
      const found = await titles('raw')
      expect(found.map(({_id}) => _id).sort()).toEqual(
        [`drafts.${id('both')}`, `drafts.${id('only-draft')}`, id('both')].sort(),
      )
    })

    test('parameters, references, projections and functions', async () => {
      const query =
        '*[_id == $id][0]{title, "author": author->{name, "tags": count(tags), "old": born < $year}}'
      expect(await target().editor.fetch(query, {id: id('both'), year: 1900})).toEqual({
        title: 'Published',
        author: {name: 'Ada', tags: 2, old: true},
      })
    })

    test('a query too long for an address is sent as a body', async () => {
      const ids = Array.from({length: 2000}, (_, index) => `${id('none')}-${index}`)
      expect(await target().editor.fetch('count(*[_id in $ids])', {ids: [...ids, id('author')]})).toBe(1)
    })

    test('a result that is missing is null', async () => {
      expect(await target().editor.fetch('*[_id == $id][0]', {id: id('missing')})).toBeNull()
    })

    test('a query that cannot be read says where', async () => {
      const query = '*[_type == "event]'
      expect(await refusal(target().editor.fetch(query))).toMatchObject({
        statusCode: 400,
        body: {
          error: {
            type: 'queryParseError',
            description: expect.any(String),
            query,
            start: expect.any(Number),
            end: expect.any(Number),
          },
        },
      })
    })

    test('documents by id, in the order asked for, with nothing in the place of one that is missing', async () => {
      const ids = [id('author'), id('missing'), id('both')]
      const found = await target().editor.getDocuments(ids)
      expect(found.map((document) => document?._id ?? null)).toEqual([id('author'), null, id('both')])
      expect(await target().editor.getDocument(id('missing'))).toBeUndefined()
    })
  })
}
