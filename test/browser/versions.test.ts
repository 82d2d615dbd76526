/** A re-scrape that changed, decided block by block, in a real browser on a real lake. */
import {expect, test} from 'vitest'
import {parseScrape} from '../../ingest/parse/parse.ts'
import {draft} from '../../ingest/store/draft/draft.ts'
import {decide} from '../../ingest/store/merge/decide.ts'
import type {Article, Review} from '../../schemas/sanity.types.ts'
import {PATIENCE, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

const place = startPlace()

const pageOf = (paragraphs: string[], title = 'Harbour', byline = 'Ada One') =>
  `<html><head><title>${title}</title><meta name="author" content="${byline}"></head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
const FIRST = [
  'The harbour of the town was closed on Monday after a storm had torn the moorings away.',
  'Two ships were damaged, the master of the port said, and nobody was hurt that night.',
  'Work on the moorings will take a week, and the ferry leaves from the old pier until then.',
]
const url = 'https://v.example/harbour'
const textsOf = (article: Article | undefined) =>
  article?.body.map((block) =>
    block._type === 'block' ? block.children?.map(({text}) => text).join('') : '',
  )

test('uses the newer text of one change, keeps the text of another, and records both', async () => {
  const {articleId, article} = await scrapeArticle(place.desk.client, {url, source: pageOf(FIRST)})
  const second = [
    FIRST[0] ?? '',
    'Three ships were damaged, the master of the port said on Tuesday.',
    FIRST[2] ?? '',
    'The town council meets about the costs on Friday evening in the hall of the guild.',
  ]
  const scrape = {
    bytes: Buffer.from(pageOf(second, 'Harbour shut', 'Ada One and Bo Two')),
    url,
    origin: 'test',
    contentType: 'text/html; charset=utf-8',
  }
  const drafted = draft(scrape, parseScrape(scrape), 'test')
  const review = await place.desk.client.getDocument<Review>(`review.${articleId}`)
  if (!review?.base) throw new Error('Expected a review with a base')
  const decision = decide(drafted, {
    hasArticle: true,
    review: {_rev: review._rev, findings: [], base: review.base, url},
  })
  if (decision.outcome !== 'changed') throw new Error('Expected a changed scrape')
  await place.desk.client.mutate(decision.mutations)
  // The editor changed the second paragraph meanwhile.
  const mine = JSON.parse(JSON.stringify(article.body).replace('Two ships', 'Two boats'))
  await place.desk.client.patch(`drafts.${articleId}`).set({body: mine, byline: 'A. One'}).commit()

  const page = await place.open(`/desk/needsReview;review.${articleId}`)
  await page.getByTestId('field-body').waitFor()
  await page.getByRole('button', {name: 'Newer version'}).first().click()
  const changes = page.getByTestId('versions').getByTestId('change')
  await expect.poll(() => changes.count(), {timeout: PATIENCE}).toBe(2)
  expect(await changes.first().getAttribute('data-state')).toBe('conflict')
  expect(await changes.first().getByTestId('mine').textContent()).toContain('Two boats')
  if (process.env.COPYDESK_TEST_SHOTS)
    await page.screenshot({path: `${process.env.COPYDESK_TEST_SHOTS}/versions.png`})

  await changes.nth(1).getByRole('button', {name: 'Use newer'}).click()
  const draftOf = () => place.desk.client.getDocument<Article>(`drafts.${articleId}`)
  const mineAndNew = [FIRST[0], FIRST[1]?.replace('Two ships', 'Two boats'), FIRST[2], second[3]]
  await expect.poll(async () => textsOf(await draftOf()), {timeout: PATIENCE}).toEqual(mineAndNew)
  await expect.poll(() => changes.count(), {timeout: PATIENCE}).toBe(1)

  const fields = page.getByTestId('versions').getByTestId('field-change')
  const field = (name: string) => page.getByTestId('versions').locator(`[data-field="${name}"]`)
  expect(await field('title').getAttribute('data-state')).toBe('open')
  expect(await field('byline').getAttribute('data-state')).toBe('conflict')
  await field('title').getByRole('button', {name: 'Use newer'}).click()
  await expect.poll(async () => (await draftOf())?.title, {timeout: PATIENCE}).toBe('Harbour shut')
  await field('title').waitFor({state: 'detached'})
  await field('byline').getByRole('button', {name: 'Keep mine'}).click()
  await expect.poll(() => fields.count(), {timeout: PATIENCE}).toBe(0)
  expect((await draftOf())?.byline).toBe('A. One')

  await changes.first().getByRole('button', {name: 'Keep mine'}).click()
  const reviewNow = () => place.desk.client.getDocument<Review>(`review.${articleId}`)
  await expect.poll(async () => (await reviewNow())?.newerBase, {timeout: PATIENCE}).toBeUndefined()
  expect(textsOf(await draftOf())).toEqual(mineAndNew)
  const finding = (await reviewNow())?.findings?.find(({code}) => code === 'source-changed')
  expect(finding?.resolution).toMatchObject({state: 'kept', by: 'local-editor'})
})
