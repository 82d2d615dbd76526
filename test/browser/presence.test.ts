/** Two editors on one lake, in two real browsers: they see where the other is, lose no edit, and the second to decide is notified. */
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Article, Review} from '../../schemas/sanity.types.ts'
import {settled} from './editing.ts'
import {type LaunchedBrowser, launchBrowser} from './launch.ts'
import {PATIENCE, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

const place = startPlace()
let other: LaunchedBrowser

beforeAll(async () => {
  other = await launchBrowser()
})
afterAll(() => other?.close())

/** A page of the second editor, who comes with a token of her own. */
async function openAsOther(path: string): Promise<Page> {
  const token = place.desk.client.config().token
  const page = await other.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.addInitScript((value) => {
    localStorage.setItem(
      '__studio_auth_token_local',
      JSON.stringify({token: value, time: new Date().toISOString()}),
    )
  }, token)
  await page.goto(place.desk.url + path)
  return page
}

const sentence = (index: number): string =>
  `<p>Sentence number ${index} of the story says what happened in the hills on day ${index} of the rain.</p>`
const source = `<article><h1>Two at once</h1>${sentence(1)}${sentence(2)}${sentence(3)}</article>`

test('a row and the form show who has the article open; both editors write, and nothing is lost', async () => {
  const {articleId} = await scrapeArticle(place.desk.client, {url: 'https://p.example/two', source})
  const desk = await place.open()
  await desk.getByTestId('queue-row').first().waitFor()
  const hers = await openAsOther(`/desk/needsReview;review.${articleId}`)
  await hers.getByTestId('field-body').waitFor()
  await hers.getByTestId('field-body').getByText('Sentence number 1').click()
  await desk
    .getByTestId('queue-row')
    .first()
    .getByLabel(/has this article open/)
    .waitFor()
  expect(
    await desk
      .getByTestId('queue-row')
      .first()
      .getByLabel(/has this article open/)
      .getAttribute('aria-label'),
  ).toContain('Editor token')

  await desk.getByTestId('queue-row').first().locator('a').click()
  const mine = desk.getByTestId('field-body')
  const typeIn = async (page: Page, text: string, words: string) => {
    const line = page.getByTestId('field-body').getByText(text)
    await expect
      .poll(
        async () => {
          await line.click()
          await settled(page, {quiet: 800})
          return page.evaluate(() => document.activeElement?.hasAttribute('data-pt-editor') ?? false)
        },
        {timeout: PATIENCE},
      )
      .toBe(true)
    await page.keyboard.press('End')
    await page.keyboard.type(words, {delay: 40})
  }
  await mine.waitFor()
  await Promise.all([
    typeIn(desk, 'Sentence number 3', ' Mine.'),
    typeIn(hers, 'Sentence number 1', ' Hers.'),
  ])
  await expect
    .poll(
      async () => {
        const draft = await place.desk.client.getDocument<Article>(`drafts.${articleId}`)
        const text = JSON.stringify(draft?.body)
        return [text.includes(' Mine.'), text.includes(' Hers.')]
      },
      {timeout: PATIENCE},
    )
    .toEqual([true, true])
  await mine.getByText('Hers.').waitFor()
  await hers.getByTestId('field-body').getByText('Mine.').waitFor()
})

test('a decision of one editor is visible to the other', async () => {
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: 'https://p.example/decide',
    source: source.replaceAll('hills', 'plains'),
  })
  const hers = await openAsOther(`/desk/needsReview;review.${articleId}`)
  await hers.getByTestId('field-title').locator('input').first().waitFor()
  const mine = await place.open(`/desk/needsReview;review.${articleId}`)
  await mine.getByTestId('field-title').locator('input').first().click()
  await settled(mine)
  await mine.keyboard.press('Control+Alt+a')
  await hers.getByText('In review').first().waitFor()
  const review = await place.desk.client.getDocument<Review>(`review.${articleId}`)
  expect(review?.decisions).toMatchObject([{decision: 'assigned', by: 'local-editor'}])
})
