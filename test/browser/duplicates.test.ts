/** Articles of one story found, compared, linked and decided about, in a real browser on a real lake. */
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import type {Review} from '../../schemas/sanity.types.ts'
import {settled} from './editing.ts'
import {PATIENCE, seriousFaults, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

const place = startPlace()

const sentence = (index: number): string =>
  `<p>Sentence number ${index} of the story says what happened in the hills on day ${index} of the rain.</p>`
const story = (title: string, extra = ''): string =>
  `<article><h1>${title}</h1>${Array.from({length: 8}, (_, index) => sentence(index)).join('')}${extra}</article>`

const reviewOf = (articleId: string) => place.desk.client.getDocument<Review>(`review.${articleId}`)

async function openStory(page: Page): Promise<void> {
  const button = page.getByRole('button', {name: /^Same story: \d/}).first()
  await button.waitFor()
  // The form is still being put together when the button is there, and a click on what is replaced goes nowhere.
  await settled(page)
  await button.click()
  await page.getByTestId('similar-article').first().waitFor()
}

test('of three articles about one story, one is linked and one rejected, and the decisions say so', async () => {
  const scrape = (url: string, source: string) => scrapeArticle(place.desk.client, {url, source})
  const own = await scrape('https://one.example/rain', story('Rain in the hills'))
  const same = await scrape('https://two.example/rain', story('Rain on hills'))
  const longer = await scrape(
    'https://three.example/rain',
    story(
      'Hills under water',
      '<p>This paper adds what the mayor of the town said on the morning after the rain.</p>',
    ),
  )
  const unlike = await scrapeArticle(place.desk.client, {url: 'https://four.example/seed'})

  const page = await place.open('/queue')
  const row = (articleId: string) => page.locator(`[data-review="review.${articleId}"]`)
  await row(own.articleId).getByText('Same story: 2').waitFor()
  expect(await row(unlike.articleId).getByTestId('similar').count()).toBe(0)
  await row(own.articleId).locator('a').click()
  await page.getByTestId('field-body').waitFor()
  await openStory(page)
  const cluster = page.getByTestId('same-story')
  const card = (articleId: string) => cluster.locator(`[data-article="${articleId}"]`)
  expect(await cluster.getByTestId('similar-article').count()).toBe(2)
  expect(await card(unlike.articleId).count()).toBe(0)
  await card(same.articleId).getByText('The same text').waitFor()

  await card(longer.articleId).getByRole('button', {name: 'Show differences'}).click()
  const difference = card(longer.articleId).getByTestId('difference')
  expect(await difference.textContent()).toContain('what the mayor of the town said')
  expect(await difference.textContent()).not.toContain('Sentence number 3')
  expect(await seriousFaults(page, '[data-testid="same-story"]')).toEqual([])

  await card(longer.articleId).getByRole('button', {name: 'Link'}).click()
  await card(longer.articleId).getByText('Linked', {exact: true}).waitFor()
  for (const [one, other] of [
    [own, longer],
    [longer, own],
  ] as const) {
    const review = await reviewOf(one.articleId)
    expect(review?.sameStory?.map(({_ref}) => _ref)).toEqual([other.articleId])
    expect(review?.decisions?.map(({decision}) => decision)).toEqual(['linked'])
    expect(review?.status).toBe('needsReview')
  }

  await cluster.getByRole('button', {name: 'Keep this one, reject the other 2'}).click()
  await expect
    .poll(async () => (await reviewOf(same.articleId))?.status, {timeout: PATIENCE})
    .toBe('rejected')
  await expect
    .poll(async () => (await reviewOf(longer.articleId))?.status, {timeout: PATIENCE})
    .toBe('rejected')
  expect((await reviewOf(same.articleId))?.decisions?.at(-1)).toMatchObject({
    decision: 'rejected',
    note: `The same story as “Rain in the hills” (${own.articleId}).`,
  })
  expect((await reviewOf(own.articleId))?.status).toBe('needsReview')
  expect((await reviewOf(unlike.articleId))?.status).toBe('needsReview')
})

test('an article is handed over with one shortcut', async () => {
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: 'https://five.example/hand',
    source: story('Handed over').replaceAll('hills', 'plains'),
  })
  const page = await place.open(`/desk/needsReview;review.${articleId}`)
  await page.getByTestId('field-title').locator('input').first().click()
  await settled(page)
  await page.keyboard.press('Control+Alt+h')
  await page.getByLabel('To whom?').fill('ada')
  await page.getByLabel('Is there anything they should know?').fill('The table is odd.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await reviewOf(articleId))?.assignee, {timeout: PATIENCE}).toBe('ada')
  expect((await reviewOf(articleId))?.decisions).toMatchObject([
    {decision: 'handed', to: 'ada', note: 'The table is odd.'},
  ])
  expect((await reviewOf(articleId))?.status).toBe('inReview')
  // The pane's menu holds what is seldom asked for.
  await page.getByTestId('pane-context-menu-button').first().click()
  await page.getByRole('menuitem', {name: 'Decisions'}).click()
  const entry = page.getByTestId('trail').getByTestId('trail-entry')
  await entry.first().waitFor()
  expect(await entry.first().textContent()).toMatch(/Handed over to ada by .*The table is odd\./)
  expect(await seriousFaults(page, '[data-testid="trail"]')).toEqual([])
})
