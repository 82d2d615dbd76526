/** The writer against the embedded Content Lake, through the real client, over HTTP. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {type DraftOptions, draft} from '../../../../ingest/store/draft/draft.ts'
import {createLakeClient, requireLake} from '../../../../ingest/store/write/client.ts'
import {createWriter, type Writer} from '../../../../ingest/store/write/writer.ts'
import {type ServedLake, serveLake} from '../../../../lake/server.ts'
import {drafting, paragraph, parsed, scrape} from '../draft/samples.ts'

let directory: string
let lake: ServedLake
let client: SanityClient
let writer: Writer
let transactions: number

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copydesk-write-'))
  lake = await serveLake({dataDir: directory})
  client = createLakeClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: lake.url,
    useProjectHostname: false,
    token: lake.lake.tokens.editor,
  })
  const counted = client.clone()
  const mutate = counted.mutate.bind(counted)
  counted.mutate = ((...given: Parameters<typeof mutate>) => {
    transactions += 1
    return mutate(...given)
  }) as typeof counted.mutate
  writer = createWriter({client: counted, concurrency: 8, mutationsPerSecond: 1000})
})
afterAll(async () => {
  await lake.close()
  await rm(directory, {recursive: true})
})
beforeEach(() => {
  transactions = 0
})

it('stores scrape, draft, review and source in one transaction, and nothing the second time', async () => {
  const draft = drafting('Stored', 'https://stored.example/a')
  const {articleId, article, review, scrape: captured, source} = draft()
  expect(await writer.write(draft)).toEqual({outcome: 'created', articleId, scrapeId: captured._id})
  expect(transactions).toBe(1)
  const documents = await client.getDocuments([article._id, review._id, captured._id, source?._id ?? ''])
  expect(documents).toMatchObject([article, review, captured, source])
  expect(new Set(documents.map((document) => document?._rev)).size).toBe(1)
  expect((await writer.write(draft)).outcome).toBe('unchanged')
  expect(transactions).toBe(1)
})

it('knows stored bytes before they are parsed', async () => {
  const draft = drafting('Known')
  const bytes = Buffer.from('Known')
  expect(await writer.findKnown(bytes)).toBeUndefined()
  await writer.write(draft)
  const {articleId, scrape: captured} = draft()
  expect(await writer.findKnown(bytes)).toEqual({outcome: 'unchanged', articleId, scrapeId: captured._id})
})

describe.each([
  ['an edited draft', (id: string) => client.patch(`drafts.${id}`).set({title: 'Edited'}).commit()],
  [
    'a published article',
    (id: string) =>
      client.action({
        actionType: 'sanity.action.document.publish',
        publishedId: id,
        draftId: `drafts.${id}`,
      }),
  ],
  ['a deleted draft', (id: string) => client.delete(`drafts.${id}`)],
])('beside %s', (name, edit) => {
  it('a changed re-scrape is kept and flagged, and the article stays as it is', async () => {
    const url = `https://edited.example/${name.replaceAll(' ', '-')}`
    const [first, second] = [drafting(`First, ${name}`, url), drafting(`Second, ${name}`, url)]
    const {articleId, review} = first()
    await writer.write(first)
    await edit(articleId)
    const articles = () => client.getDocuments([articleId, `drafts.${articleId}`])
    const before = await articles()
    expect((await writer.write(second)).outcome).toBe('changed')
    expect(await articles()).toEqual(before)
    expect(await client.getDocument(review._id)).toMatchObject({
      counts: {_type: 'findingCounts', error: 0, warning: 1, info: 0},
      priority: 100,
      newerScrapes: [{_type: 'reference', _weak: true, _ref: second().scrape._id}],
      findings: [{_type: 'finding', code: 'source-changed'}],
    })
    expect((await writer.write(second)).outcome).toBe('unchanged')
    expect(transactions).toBe(2)
  })
})

it('writes many at once, each once', async () => {
  const texts = Array.from({length: 40}, (_, at) => `Many ${at % 20}`)
  const results = await Promise.all(texts.map((text) => writer.write(drafting(text))))
  expect(results.filter(({outcome}) => outcome === 'created')).toHaveLength(20)
  expect(await client.fetch('count(*[_type == "article" && title match "Many *"])')).toBe(20)
})

it('checks references: a draft comes with its source', async () => {
  const {article, source} = drafting('Refers', 'https://refers.example/a')()
  await expect(client.create(article)).rejects.toMatchObject({statusCode: 409})
  expect(source?._id).toBe('source-refers-example')
})

describe('requireLake', () => {
  it('is quiet when all is well', async () => {
    await expect(requireLake(client, '')).resolves.toBeUndefined()
  })

  it('says when the token is not the one', async () => {
    const stranger = client.withConfig({token: 'not-a-token'})
    await expect(requireLake(stranger, '')).rejects.toMatchObject({
      code: 'denied',
      message: expect.stringContaining('SANITY_TOKEN'),
    })
  })

  it('says when nothing answers, where, and what to do', async () => {
    const gone = await serveLake({dataDir: join(directory, 'gone')})
    await gone.close()
    await expect(requireLake(client.withConfig({apiHost: gone.url}), 'Run npm start')).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(new RegExp(`${gone.url}: .*ECONNREFUSED.*Run npm start`)),
    })
  })
})

it('cannot write with a token that may only read', async () => {
  const viewer = client.withConfig({token: lake.lake.tokens.viewer})
  const reader = createWriter({client: viewer, concurrency: 1, mutationsPerSecond: 1000})
  await expect(reader.write(drafting('Denied'))).rejects.toMatchObject({code: 'denied'})
})

describe('pictures of a page', () => {
  const withPicture = async (bytes: Uint8Array, text: string) => {
    const url = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
    const result = parsed({body: [paragraph(text), {_type: 'figure', _key: 'f1', url, alt: 'A chart'}]})
    return (choice?: DraftOptions) => draft(scrape(text), result, '1', choice)
  }
  const stored = async (id: string) =>
    client.fetch('*[_id == $id][0]{"figure": body[_type == "figure"][0]{alt, "url": image.asset->url}}', {id})

  it('are assets, which are there before the article and served', async () => {
    const bytes = await sharp({create: {width: 9, height: 7, channels: 3, background: 'red'}})
      .png()
      .toBuffer()
    const drafted = await withPicture(bytes, 'With a picture.')
    expect(await writer.write(drafted)).toMatchObject({outcome: 'created'})
    const {figure} = await stored(drafted().article._id)
    const served = await fetch(figure.url)
    expect([served.headers.get('content-type'), Buffer.from(await served.arrayBuffer())]).toEqual([
      'image/png',
      bytes,
    ])
    expect((await writer.write(drafted)).outcome).toBe('unchanged')
  })

  it('are the same asset in another article', async () => {
    const bytes = await sharp({create: {width: 9, height: 7, channels: 3, background: 'blue'}})
      .png()
      .toBuffer()
    for (const text of ['One more.', 'And another.']) await writer.write(await withPicture(bytes, text))
    expect(
      await client.fetch('count(*[_type == "sanity.imageAsset" && size == $size])', {size: bytes.length}),
    ).toBe(1)
  })

  it('that the lake refuses are a finding, and the article is kept', async () => {
    const bytes = await sharp({create: {width: 90, height: 70, channels: 3, background: 'red'}})
      .png()
      .toBuffer()
    const drafted = await withPicture(bytes.subarray(0, 60), 'With half a picture.')
    expect(await writer.write(drafted)).toMatchObject({outcome: 'created'})
    expect(await stored(drafted().article._id)).toEqual({figure: {alt: 'A chart', url: null}})
    const review = await client.getDocument(drafted().review._id)
    expect(review?.findings).toMatchObject([{code: 'image-dropped'}])
  })
})
