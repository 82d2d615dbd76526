/**
 * Queries on 10,000 documents of about 5 KB: the lake (SQLite selects candidates, groq-js runs the query over them)
 * beside groq-js alone over the whole set in memory.
 *
 * `node bench/query.ts [documents]`
 */
import {evaluate, parse} from 'groq-js'
import {createEngine} from '../lake/engine.ts'
import type {DocumentInput, SanityDocument} from '../lake/types.ts'

const total = Number(process.argv[2] ?? 10_000)
const filler = 'Plain words that stand for an article. '.repeat(110)

function article(index: number): DocumentInput {
  return {
    _id: `article-${index}`,
    _type: index % 10 === 0 ? 'review' : 'article',
    title: `Title ${(index * 7919) % total}`,
    slug: {_type: 'slug', current: `slug-${index}`},
    status: index % 20 === 0 ? 'needsReview' : 'approved',
    priority: (index * 31) % 100,
    publishedAt: new Date(1_700_000_000_000 + index * 60_000).toISOString(),
    source: {_type: 'reference', _ref: `source-${index % 50}`},
    body: [
      {
        _type: 'block',
        _key: 'a',
        style: 'normal',
        markDefs: [],
        children: [{_type: 'span', _key: 'b', marks: [], text: filler}],
      },
    ],
  }
}

const QUERIES: Record<string, string> = {
  slug: '*[_type == "article" && slug.current == "slug-4711"][0]',
  'status, order, slice':
    '*[_type == "review" && status == "needsReview"] | order(priority desc, _updatedAt desc)[0...20]{_id, title}',
  'latest published':
    '*[_type == "article"] | order(publishedAt desc)[0...20]{_id, title, "source": source->name}',
  'order by lower()': '*[_type == "article"] | order(lower(title) asc)[0...20]{_id}',
  'count of a type': 'count(*[_type == "article"])',
  'references()': '*[references("source-7")]{_id}',
  join: '*[_type == "source"]{name, "articles": count(*[_type == "article" && references(^._id)])}',
  'match on text': '*[_type == "article" && title match "4711*"]{_id}',
}

const engine = createEngine({path: ':memory:'})
const access = {kind: 'editor'} as const
const documents: DocumentInput[] = [
  ...Array.from({length: 50}, (_, index) => ({
    _id: `source-${index}`,
    _type: 'source',
    name: `Source ${index}`,
  })),
  ...Array.from({length: total}, (_, index) => article(index)),
]
const writing = performance.now()
for (let at = 0; at < documents.length; at += 100) {
  const mutations = documents.slice(at, at + 100).map((create) => ({create}))
  await engine.mutate({dataset: 'bench', mutations, identity: 'bench', access})
}
console.log(`${documents.length} documents written in ${(performance.now() - writing).toFixed(0)} ms`)
const whole: SanityDocument[] = [...engine.export('bench', access)]

/** Median of several runs after a warm-up, in milliseconds. */
async function time(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const start = performance.now()
    await work()
    if (run > 0) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

console.log('query'.padEnd(24), 'lake (ms)'.padStart(10), 'groq-js (ms)'.padStart(13))
for (const [name, query] of Object.entries(QUERIES)) {
  const lake = await time(7, () =>
    engine.query({dataset: 'bench', query, access, apiVersion: '2025-02-19', perspective: 'raw'}),
  )
  const plain = await time(3, async () => (await evaluate(parse(query), {dataset: whole})).get())
  console.log(name.padEnd(24), lake.toFixed(2).padStart(10), plain.toFixed(1).padStart(13))
}
engine.close()
