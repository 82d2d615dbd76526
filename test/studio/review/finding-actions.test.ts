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
import {decisionTitleOf, isPutBack, placeOfPassage} from '../../../studio/review/decisions/put-back.ts'
import {suggestionOf} from '../../../studio/review/decisions/suggestion.ts'
import type {StoredFinding} from '../../../studio/review/findings.ts'
import {piecesOf} from '../../../studio/workbench/source/pieces.ts'

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

const passage: StoredFinding = {
  _type: 'finding',
  _key: 'f2',
  code: 'region-removed',
  severity: 'warning',
  message: 'A line was left out.',
  action: 'applied-check',
  suggestion: JSON.stringify({
    title: 'Put it back',
    ops: [{op: 'insert', items: [block('x', 'Left out.')], places: [{after: 'a'}]}],
  }),
}

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
    .create({_id: `review.${id}`, _type: 'review', findings: [finding, passage]})
    .commit()
  const found = await client.getDocument(article._id)
  if (!found) throw new Error(`Expected ${article._id} to be stored`)
  return found
}
/** The actions on an article as the editor sees it. Warnings and messages are added to `said`. */
const actionsOn = (articleId: string, article: SanityDocument, said: string[] = []) =>
  findingActions({
    articleId,
    body: article.body as Block[],
    source: undefined,
    blockSources: [],
    write: async (body, resolutions, title) => {
      await changeBody(client, {articleId, article, body, resolutions, ...decided})
      said.push(title)
      return true
    },
    record: () => Promise.resolve(),
    warn: (title) => said.push(title),
  })

/** Applies a suggestion. Returns what the editor reads. */
async function apply(articleId: string, article: SanityDocument, found = finding): Promise<string[]> {
  const said: string[] = []
  await actionsOn(articleId, article, said).apply([found])
  return said
}

const textOf = (document: SanityDocument | undefined) =>
  (document?.body as {children: {text: string}[]}[] | undefined)?.map(({children}) => children[0]?.text)
const resolutionOf = async (id: string) => (await client.getDocument(`review.${id}`))?.findings[0].resolution

test('changes the draft and records the resolution', async () => {
  const article = await stored('one', 'drafts.')
  expect(await apply('one', article)).toEqual(['Applied'])
  expect(textOf(await client.getDocument('drafts.one'))).toEqual(['First.', 'Educational work'])
  expect(await resolutionOf('one')).toMatchObject({state: 'applied', ...decided})
})

test('creates a draft of a published article, which stays unchanged', async () => {
  const article = await stored('two', '')
  expect(await apply('two', article)).toEqual(['Applied'])
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

test('puts a passage back, once, and takes it out again', async () => {
  const article = await stored('five', 'drafts.')
  expect(decisionTitleOf(passage)).toBeUndefined()
  expect(placeOfPassage(passage)).toBe('a')
  expect(await apply('five', article, passage)).toEqual(['Put back'])
  const draft = await client.getDocument('drafts.five')
  expect(textOf(draft)).toEqual(['First.', 'Left out.', 'Edukational work'])
  const [, settled] = (await client.getDocument('review.five'))?.findings ?? []
  expect(settled.resolution).toMatchObject({state: 'applied', ...decided})
  expect([decisionTitleOf(settled), placeOfPassage(settled)]).toEqual(['Put back', 'x'])
  const [piece] = piecesOf(
    'Left out.',
    [{...settled, before: 'Left out.', ranges: [{start: 0, end: 9}]}],
    [{blockKey: 'a', ranges: []}],
    false,
    undefined,
  )
  expect(piece).toMatchObject({block: 'x', removed: false})
  const actions = actionsOn('five', draft as SanityDocument)
  expect(actions.applyProblem(passage)).toBe('This text is in the article already.')
  await actions.undo(settled)
  expect(textOf(await client.getDocument('drafts.five'))).toEqual(['First.', 'Edukational work'])
  expect((await client.getDocument('review.five'))?.findings[1].resolution).toBeUndefined()
})

test('a passage that stays out says so, and only what was left out can be put back', () => {
  const resolution = {_type: 'resolution' as const, state: 'kept' as const, ...decided}
  expect(decisionTitleOf({...passage, resolution})).toBe('Left out')
  expect(decisionTitleOf({...finding, resolution})).toBe('Kept')
  expect([passage, finding, {...passage, action: 'suggested' as const}].map(isPutBack)).toEqual([
    true,
    false,
    false,
  ])
})

test.each([undefined, 'not JSON', '{"title":"no operations"}', 'null'])(
  'a suggestion of %s is not offered',
  (suggestion) => {
    const {suggestion: _, ...without} = finding
    expect(suggestionOf(suggestion === undefined ? without : {...finding, suggestion})).toBeUndefined()
  },
)
