/** Suggestions applied on a real lake. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type ServedLake, serveLake} from '../../../lake/server.ts'
import type {Block} from '../../../studio/review/decisions/body-window.ts'
import {changeBody} from '../../../studio/review/decisions/change-body.ts'
import {findingActions} from '../../../studio/review/decisions/finding-actions.ts'
import {suggestionOf} from '../../../studio/review/decisions/suggestion.ts'
import type {StoredFinding} from '../../../studio/review/findings.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-apply-'))
let lake: ServedLake
let client: SanityClient

beforeAll(async () => {
  lake = await serveLake({dataDir})
  client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    token: lake.lake.tokens.editor,
    perspective: 'raw',
  })
})
afterAll(async () => {
  await lake.close()
  rmSync(dataDir, {recursive: true, force: true})
})

const block = (_key: string, text: string) => ({
  _type: 'block',
  _key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${_key}s`, text, marks: []}],
})
const finding: StoredFinding = {
  _type: 'finding',
  _key: 'f1',
  code: 'possible-typo',
  severity: 'warning',
  message: 'Probably “Educational”.',
  action: 'suggested',
  suggestion: JSON.stringify({
    title: 'Write “Educational”',
    ops: [
      {op: 'replaceText', key: 'b', path: 'children[_key=="bs"]', from: 'Edukational', to: 'Educational'},
    ],
  }),
}
const decided = {by: 'ann', at: '2026-11-23T10:00:00Z'}

/** An article with a review, as draft or as published document. */
async function stored(
  id: string,
  prefix: '' | 'drafts.',
  text = 'Edukational work',
): Promise<SanityDocument> {
  const article = {
    _id: `${prefix}${id}`,
    _type: 'article',
    title: 'One',
    body: [block('a', 'First.'), block('b', text)],
  }
  await client
    .transaction()
    .create(article)
    .create({_id: `review.${id}`, _type: 'review', findings: [finding]})
    .commit()
  const found = await client.getDocument(article._id)
  if (!found) throw new Error(`Expected ${article._id} to be stored`)
  return found
}
/** Applies the suggestion to an article as the editor sees it. Returns the warnings. */
async function apply(articleId: string, article: SanityDocument): Promise<string[]> {
  const warnings: string[] = []
  const actions = findingActions({
    articleId,
    body: article.body as Block[],
    source: undefined,
    blockSources: [],
    write: async (body, resolutions) => {
      await changeBody(client, {articleId, article, body, resolutions, ...decided})
      return true
    },
    record: () => Promise.resolve(),
    warn: (title) => warnings.push(title),
  })
  await actions.apply([finding])
  return warnings
}

const textOf = (document: SanityDocument | undefined) =>
  (document?.body as {children: {text: string}[]}[] | undefined)?.map(({children}) => children[0]?.text)
const resolutionOf = async (id: string) => (await client.getDocument(`review.${id}`))?.findings[0].resolution

test('changes the draft and records the resolution', async () => {
  const article = await stored('one', 'drafts.')
  expect(await apply('one', article)).toEqual([])
  expect(textOf(await client.getDocument('drafts.one'))).toEqual(['First.', 'Educational work'])
  expect(await resolutionOf('one')).toMatchObject({state: 'applied', ...decided})
})

test('creates a draft of a published article, which stays unchanged', async () => {
  const article = await stored('two', '')
  expect(await apply('two', article)).toEqual([])
  expect(textOf(await client.getDocument('drafts.two'))).toEqual(['First.', 'Educational work'])
  expect(textOf(await client.getDocument('two'))).toEqual(['First.', 'Edukational work'])
})

test('changes nothing if the text was edited since', async () => {
  const article = await stored('three', 'drafts.', 'Educational work')
  expect(await apply('three', article)).toEqual(['A suggestion no longer fits'])
  expect((await client.getDocument('drafts.three'))?._rev).toBe(article._rev)
  expect(await resolutionOf('three')).toBeUndefined()
})

test('changes nothing if somebody has changed the draft meanwhile', async () => {
  const article = await stored('four', 'drafts.')
  await client.patch('drafts.four').set({title: 'Two'}).commit()
  await expect(apply('four', article)).rejects.toMatchObject({statusCode: 409})
  expect(textOf(await client.getDocument('drafts.four'))).toEqual(['First.', 'Edukational work'])
  expect(await resolutionOf('four')).toBeUndefined()
})

test.each([undefined, 'not JSON', '{"title":"no operations"}', 'null'])(
  'a suggestion of %s is not offered',
  (suggestion) => {
    const {suggestion: _, ...without} = finding
    expect(suggestionOf(suggestion === undefined ? without : {...finding, suggestion})).toBeUndefined()
  },
)
