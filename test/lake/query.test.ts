import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Engine} from '../../lake/engine.ts'
import type {DocumentInput, SanityDocument} from '../../lake/types.ts'
import {
  anonymous,
  dataset,
  editor,
  mutate,
  openEngine,
  query,
  ref,
  refusal,
  viewer,
} from './engine-support.ts'

const DOCUMENTS: DocumentInput[] = [
  {_id: 'author-1', _type: 'author', name: 'Ada'},
  {_id: 'author-2', _type: 'author', name: 'Bo'},
  {_id: 'drafts.author-2', _type: 'author', name: 'Bo, drafted'},
  {
    _id: 'a',
    _type: 'article',
    title: 'Beta',
    slug: {current: 'beta'},
    priority: 2,
    author: ref('author-1'),
    tags: ['x', 'y'],
  },
  {
    _id: 'drafts.a',
    _type: 'article',
    title: 'Beta drafted',
    slug: {current: 'beta'},
    priority: 5,
    author: ref('author-2'),
  },
  {
    _id: 'b',
    _type: 'article',
    title: 'alpha',
    slug: {current: 'alpha'},
    priority: 10,
    author: ref('author-2'),
    tags: ['y'],
  },
  {
    _id: 'drafts.c',
    _type: 'article',
    title: 'Draft only',
    slug: {current: 'c'},
    author: ref('author-1', {_weak: true}),
  },
  {_id: 'versions.r1.b', _type: 'article', title: 'alpha in a release', slug: {current: 'alpha'}},
  {_id: 'versions.r1.d', _type: 'article', title: 'Only in a release'},
  {_id: 'review.a', _type: 'review', status: 'needsReview', priority: 3, note: {text: 'a spelling mistake'}},
  {_id: 'odd-1', _type: 'odd', priority: true, title: null},
  {_id: 'odd-2', _type: 'odd', priority: 'high', title: '\ufffd last in UTF-16'},
  {_id: 'odd-3', _type: 'odd', priority: {a: 1}, title: '😀 before it in UTF-16'},
  {
    _id: 'odd-4',
    _type: 'odd',
    priority: 7,
    title: 'plain',
    nested: {status: 'x', list: [{ref: ref('author-1')}]},
  },
]

let engine: Engine
let whole: SanityDocument[]

beforeAll(async () => {
  engine = openEngine()
  await mutate(
    engine,
    DOCUMENTS.map((create) => ({create})),
  )
  whole = [...engine.export(dataset, editor)]
})
afterAll(() => engine.close())

const ids = (result: unknown): unknown[] => (result as {_id: string}[]).map(({_id}) => _id)

describe('perspectives', () => {
  test.each([
    ['raw', 4],
    ['published', 2],
    ['drafts', 3],
    ['previewDrafts', 3],
    ['r1', 3],
    ['r1,drafts', 4],
  ])('%s', async (perspective, titles) => {
    const result = (await query(engine, '*[_type == "article"]{_id, title}', {perspective})) as {
      title: string
    }[]
    expect(result.filter(({title}) => perspective !== 'raw' || !title.includes('release'))).toHaveLength(
      titles,
    )
  })

  test('drafts lays drafts over published documents, under their ids', async () => {
    const result = await query(engine, '*[_type == "article"]{_id, _originalId, title, "by": author->name}', {
      perspective: 'drafts',
    })
    expect(result).toEqual([
      {_id: 'a', _originalId: 'drafts.a', title: 'Beta drafted', by: 'Bo, drafted'},
      {_id: 'b', _originalId: 'b', title: 'alpha', by: 'Bo, drafted'},
      {_id: 'c', _originalId: 'drafts.c', title: 'Draft only', by: 'Ada'},
    ])
    expect(await query(engine, '*[_id == "a"][0].title', {perspective: 'drafts'})).toBe('Beta drafted')
    expect(await query(engine, '*[_id == "drafts.a"]', {perspective: 'drafts'})).toEqual([])
  })

  test('of a stack the leftmost wins', async () => {
    const stacked = '*[_type == "article"] | order(_id asc) {_id, title}'
    expect(await query(engine, stacked, {perspective: ['r1', 'drafts']})).toEqual([
      {_id: 'a', title: 'Beta drafted'},
      {_id: 'b', title: 'alpha in a release'},
      {_id: 'c', title: 'Draft only'},
      {_id: 'd', title: 'Only in a release'},
    ])
  })

  test.each([
    ['v2025-02-18', 4],
    ['1', 4],
    ['v2025-02-19', 2],
    ['vX', 2],
  ])('%s has its own default', async (apiVersion, count) => {
    const groq = '*[_type == "article" && !(_id in path("versions.**"))]'
    expect(await query(engine, groq, {apiVersion, perspective: undefined})).toHaveLength(count)
  })

  test('a release that deletes a document hides it', async () => {
    const own = openEngine()
    await mutate(own, [
      {create: {_id: 'x', _type: 't'}},
      {create: {_id: 'versions.r.x', _type: 't', _system: {delete: true}}},
    ])
    expect(await query(own, '*', {perspective: ['r']})).toEqual([])
    expect(await query(own, 'count(*)', {perspective: ['r']})).toBe(0)
    expect(await query(own, '*', {perspective: 'published'})).toHaveLength(1)
    own.close()
  })

  test.each(['a b', 'raw,drafts', '"'])('refuses %j', async (perspective) => {
    expect((await refusal(query(engine, '*', {perspective}))).status).toBe(400)
  })
})

describe('access', () => {
  test.each(['raw', 'published', 'drafts', 'r1'])(
    'an anonymous reader sees no dotted id in %s',
    async (perspective) => {
      const seen = ids(await query(engine, '*', {perspective, access: anonymous}))
      expect(seen).toEqual(['a', 'author-1', 'author-2', 'b', 'odd-1', 'odd-2', 'odd-3', 'odd-4'])
      expect(await query(engine, 'count(*[_type == "review"])', {perspective, access: anonymous})).toBe(0)
      expect(
        await query(
          engine,
          '*[_id == "b"][0]{"r": *[references(^._id)]._id, "d": *[_id == "drafts." + ^._id]}',
          {perspective, access: anonymous},
        ),
      ).toEqual({r: [], d: []})
    },
  )

  test('a draft is not reached by reference', async () => {
    const own = openEngine()
    await mutate(own, [
      {create: {_id: 'x', _type: 't', to: ref('drafts.y')}},
      {create: {_id: 'drafts.y', _type: 't', secret: 1}},
    ])
    expect(
      await query(own, '*[_id == "x"][0]{"s": to->secret, "g": documents::get(to).secret}', {
        access: anonymous,
      }),
    ).toEqual({s: null, g: null})
    expect(
      await query(own, '*[_id == "x"][0]{"s": to->secret, "g": documents::get(to).secret}', {access: viewer}),
    ).toEqual({s: 1, g: 1})
    own.close()
  })

  test('documents by id say why one is not given', () => {
    expect(
      engine
        .documents(dataset, ['b', 'drafts.a', 'none', 'b'], anonymous)
        .map((each) => ('reason' in each ? each.reason : each.id)),
    ).toEqual(['b', 'permission', 'existence', 'b'])
  })
})

describe('errors', () => {
  test('an unterminated string, as the Content Lake places it', async () => {
    const {status, body} = await refusal(query(engine, '*[_type == "event]'))
    expect(status).toBe(400)
    expect(body.error).toMatchObject({
      type: 'queryParseError',
      query: '*[_type == "event]',
      start: 11,
      end: 18,
    })
  })

  test.each([
    ['*[_type == ]', 10],
    ['*[_type == $type]', 11],
    ['*[geo::distance(a, b) < 3]', 2],
    ['*[nope(1)]', 0],
  ])('%s', async (groq, start) => {
    expect((await refusal(query(engine, groq))).body.error).toMatchObject({type: 'queryParseError', start})
    expect(() => engine.match(dataset, groq)).toThrow()
  })
})

/** Queries of every kind that the plan treats apart. Each must give what groq-js gives over the whole set. */
const QUERIES = [
  '*',
  '*[0...3]',
  '*[2]',
  '*[-1]',
  '*[1..2]._id',
  '*[_type == "article"]',
  '*["article" == _type && slug.current == "beta"]{title}',
  '*[_id in ["a", "b", "none"]]',
  '*[_id in path("drafts.**")]._id',
  '*[_id in path("drafts.*")]._id',
  '*[!(_id in path("drafts.**"))]._id',
  '*[_type == "article" && !(_id in path("versions.**")) || _type == "review"]._id',
  '*[priority == 7]',
  '*[priority == true]._id',
  '*[priority > 3]._id',
  '*[priority <= 7 && defined(priority)]._id',
  '*[title > "b"]._id',
  '*[title < "é"]._id',
  '*[!defined(title)]._id',
  '*[title == null]._id',
  '*["y" in tags]._id',
  '*[title match "alpha*"]._id',
  '*[references("author-1")]._id',
  '*[references("author-1", "author-2") && _type == "article"]._id',
  '*[references(["author-1"])]._id',
  '*[sanity::versionOf("a")]._id',
  '*[_type == "article"][priority > 2][0]{title, "by": author->name}',
  '*[_type == "article"] | order(title asc)[0...2]._id',
  '*[_type == "article"] | order(lower(title) asc)[0...2]{_id, title}',
  '* | order(priority desc)[0...6]._id',
  '* | order(priority asc)[0...20]._id',
  '*[_type == "odd"] | order(title asc)[0]._id',
  '*[_type == "odd"] | order(title desc)[0...2]._id',
  '* | order(priority desc, title asc, _id desc)[3..5]._id',
  '* | order(nested.status asc)[0...3]._id',
  '* | order(_type asc, _updatedAt desc)[0...4]._id',
  '* | order(select(_type == "odd" => 0, 1))[0...4]._id',
  '*{_id}[0...3]',
  '*{_id, "n": priority} | order(n desc)[0...3]',
  '*[_type == "article"].tags[]',
  '*[_type == "article"].author->name',
  '*[_type == "article"]{..., "extra": 1}',
  '*[_type == "author"]{name, "articles": *[_type == "article" && references(^._id)]._id}',
  '*[_type == "author"]{name, "count": count(*[author._ref == ^._id])}',
  '*[_type == "article"]{"draft": *[_id == "drafts." + ^._id][0]._id}',
  '*[_type == "article"]{"by": *[_id == ^.author._ref][0]{name, "also": *[references(^._id) && _id != ^.^._id]._id}}',
  '*[_type == "article" && author._ref in *[_type == "author" && name == "Ada"]._id]._id',
  '*[_type == "article" && count(*[_type == "review" && _id == "review." + ^._id]) > 0]._id',
  '*[author._ref == *[name == "Bo"][0]._id]._id',
  '*.author{"all": *[_id == ^._ref]._id}',
  'count(*)',
  'count(*[_type == "article"])',
  'count(*[_type == "article" && priority > 2])',
  'count(*[_type == "article"].tags[])',
  '{"all": count(*), "first": *[_type == "article"] | order(title desc)[0].title, "authors": *[_type == "author"]{name}}',
  'array::unique(*[].nested.status)',
  '*[_type == "article"] | score(title match "alpha") | order(_score desc)[0...2]{_id}',
  '*[title match "ALPHA rel*"]._id',
  '*[[title, _id] match "al*a"]._id',
  '*[title match "😀"]._id',
  '*[author->name match "ada"]._id',
  '*[_type == "article"] | score(boost(title match "release", 3), tags[] match "y") [_score > 0] {_id, _score}',
  '* | score(title match "alpha" || note.text match "spelling", boost(_type == "odd", 2)) [_score > 0] {_id, _score} | order(_score desc)[0...4]',
  'math::sum(*[_type == "article"].priority)',
  '*[nested.list[0].ref._ref == "author-1"]._id',
  '*[defined(nested.list[].ref)]._id',
  '*[]._id',
  '*[false]',
  'diff::changedAny({"a": 1}, *[_id == "a"][0], priority)',
]

/** What groq-js gives for a query over the whole set in memory. */
async function plainly(groq: string, documents: readonly unknown[]): Promise<unknown> {
  const result: unknown = await (await evaluate(parse(groq), {dataset: documents})).get()
  return JSON.parse(JSON.stringify(result ?? null))
}

describe('the plan changes no result', () => {
  test.each(QUERIES)('%s', async (groq) => {
    const result = JSON.parse(JSON.stringify((await query(engine, groq)) ?? null)) as unknown
    expect(result).toEqual(await plainly(groq, whole))
  })

  const scalar = fc.constantFrom<unknown>('x', 'y', '', '1', 1, 0, -1.5, true, false, null, '\ufffd', '😀')
  const document = fc.record(
    {
      _type: fc.constantFrom('a', 'b'),
      status: scalar,
      priority: scalar,
      publishedAt: scalar,
      free: fc.oneof(scalar, fc.constantFrom([], {}, ['x'])),
    },
    {requiredKeys: ['_type']},
  )
  const attribute = fc.constantFrom(
    ...['_id', '_type', 'status', 'priority', 'free', 'free.x'],
    ...['coalesce(publishedAt, _createdAt)', 'coalesce(status, priority, free)', 'coalesce(free.x, _id)'],
  )
  const comparison = fc
    .tuple(attribute, fc.constantFrom('==', '!=', '<', '>=', 'in'), scalar)
    .map(
      ([name, op, value]) =>
        `${name} ${op} ${op === 'in' ? JSON.stringify([value, 'x']) : JSON.stringify(value)}`,
    )
  const filter = fc.oneof(
    comparison,
    attribute.map((name) => `defined(${name})`),
    fc.tuple(comparison, fc.constantFrom('&&', '||'), comparison).map((parts) => parts.join(' ')),
    fc.tuple(comparison, comparison, comparison).map(([a, b, c]) => `!(${a} && ${b}) || ${c}`),
  )
  const order = fc.array(fc.tuple(attribute, fc.constantFrom('asc', 'desc')), {minLength: 1, maxLength: 3})

  test('for any filter, order and slice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, {maxLength: 12}),
        fc.array(filter, {maxLength: 2}),
        order,
        fc.nat(5),
        async (documents, filters, keys, limit) => {
          const own = openEngine()
          try {
            await mutate(
              own,
              documents.map((each, index) => ({create: {_id: `d${index}`, ...each}})),
            )
            const set = `*${filters.map((each) => `[${each}]`).join('')}`
            const sorted = `${set} | order(${keys.map((key) => key.join(' ')).join(', ')})[0...${limit}]._id`
            const all = [...own.export(dataset, editor)]
            for (const groq of [`${set}._id`, sorted, `count(${set})`])
              expect(await query(own, groq), groq).toEqual(await plainly(groq, all))
          } finally {
            own.close()
          }
        },
      ),
      {numRuns: 150},
    )
  })
})

describe('functions', () => {
  test('text::query searches the text of documents', async () => {
    expect(ids(await query(engine, '*[[@, _id] match text::query("spelling")]'))).toEqual(['review.a'])
    expect(ids(await query(engine, '*[text::query("mista* spelling")]'))).toEqual(['review.a'])
    expect(ids(await query(engine, '*[_type == "article" && title match text::query("drafted")]'))).toEqual([
      'drafts.a',
    ])
    expect(ids(await query(engine, '*[_type == "article" && text::query("alpha -release")]'))).toEqual(['b'])
    expect(
      ids(await query(engine, '*[_type == "author" && [@, _id] match text::query("-drafted")]')),
    ).toEqual(['author-1', 'author-2'])
    expect(await query(engine, '*[text::query("spelling")][0]')).toEqual(
      whole.find(({_id}) => _id === 'review.a'),
    )
  })

  test('the queries of the Studio: a list, and a search', async () => {
    const params = {__types: ['review', 'article'], __query: '*', __rawQuery: '', __limit: 3}
    const list = `// findability-mvi:5
      *[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery)) && (priority > 2)]
      {_type, _id, _originalId, "orderings": [priority, title]} | order(orderings[0] desc, lower(orderings[1]) asc) [0...$__limit]`
    expect(await query(engine, list, {params, perspective: 'drafts'})).toEqual([
      {_type: 'article', _id: 'b', _originalId: 'b', orderings: [10, 'alpha']},
      {_type: 'article', _id: 'a', _originalId: 'drafts.a', orderings: [5, 'Beta drafted']},
      {_type: 'review', _id: 'review.a', _originalId: 'review.a', orderings: [3, null]},
    ])
    const search = `*[_type in $__types] | score(boost(_type in ["article"] && title match text::query($__query), 10),
      ([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0]
      {_type, _id, "orderings": [_score]} | order(orderings[0] desc) [0...$__limit]`
    expect(
      ids(await query(engine, search, {params: {...params, __query: 'beta*'}, perspective: 'drafts'})),
    ).toEqual(['a'])
    expect(
      ids(await query(engine, search, {params: {...params, __query: 'mist*'}, perspective: 'drafts'})),
    ).toEqual(['review.a'])
  })

  test('identity(), now() and the dataset are supplied', async () => {
    expect(
      await query(engine, '{"me": identity(), "at": now(), "ds": sanity::dataset()}', {identity: 'u1'}),
    ).toMatchObject({
      me: 'u1',
      at: expect.stringMatching(/^2026-01-01T12:/),
      ds: dataset,
    })
  })

  test('parameters', async () => {
    expect(
      await query(engine, '*[_type == $type && priority > $least]._id', {
        params: {type: 'article', least: 4},
      }),
    ).toEqual(['b', 'drafts.a'])
  })
})

describe('match', () => {
  test.each([
    ['*[_type == "article" && priority > 4]', {}, ['b', 'drafts.a']],
    ['*[_type == $type][priority > 4] | order(title)[0...1]{title}', {type: 'article'}, ['b', 'drafts.a']],
    ['*[author->name == "Ada"]', {}, ['a', 'drafts.c']],
    ['count(*[_type == "review"])', {}, ['review.a']],
    ['*[text::query("spelling")]', {}, ['review.a']],
  ])('%s', (groq, params, expected) => {
    const passes = engine.match(dataset, groq, {params})
    expect(whole.filter((document) => passes(document)).map(({_id}) => _id)).toEqual(expected)
  })
})

describe('a list whose members have an index', () => {
  const SHARED = '*[_type == "review" && count(bands[@ in $bands]) > 0]._id'
  const sharing = (engine: Engine, bands: unknown) => query(engine, SHARED, {params: {bands}})

  test('finds documents by their members as they are now', async () => {
    const own = openEngine()
    const review = (id: string, bands: unknown) => ({create: {_id: id, _type: 'review', bands}})
    await mutate(own, [
      review('one', ['a', 'b', 'b']),
      review('two', ['b', 'c']),
      review('three', 'a'),
      review('four', [1, 'a', {x: 'c'}]),
    ])
    expect(await sharing(own, ['a'])).toEqual(['four', 'one'])
    expect(await sharing(own, ['c', 'zz'])).toEqual(['two'])
    expect(await sharing(own, [1])).toEqual(['four'])
    expect(await sharing(own, [])).toEqual([])
    await mutate(own, [{patch: {id: 'two', set: {bands: ['a']}}}, {delete: {id: 'one'}}])
    expect(await sharing(own, ['a'])).toEqual(['four', 'two'])
    expect(await sharing(own, ['b', 'c'])).toEqual([])
    own.close()
  })

  test('any lists: the same as without the index', async () => {
    const members = fc.array(fc.constantFrom('a', 'b', 'c', 'é', ''), {maxLength: 4})
    await fc.assert(
      fc.asyncProperty(fc.array(members, {maxLength: 6}), members, async (lists, wanted) => {
        const own = openEngine()
        const ids = lists.map((_, index) => `r${index}`)
        if (lists.length > 0)
          await mutate(
            own,
            lists.map((bands, index) => ({create: {_id: `r${index}`, _type: 'review', bands}})),
          )
        expect(await sharing(own, wanted)).toEqual(
          ids.filter((_, index) => lists[index]?.some((member) => wanted.includes(member))),
        )
        own.close()
      }),
      {numRuns: 30},
    )
  })
})
