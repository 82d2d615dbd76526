/** The queue in a real browser, on a real lake: what waits, found, chosen and decided about. */
import type {Page} from 'playwright-core'
import {afterEach, expect, test} from 'vitest'
import type {Review} from '../../schemas/sanity.types.ts'
import {settled} from './editing.ts'
import {PATIENCE, seriousFaults, startPlace} from './place.ts'
import {seedArticle, seedDocuments} from './seed.ts'

const place = startPlace()

afterEach(async () => {
  await place.desk.client.delete({query: '*[_type in ["review", "article", "scrape", "source"]]'})
})

const openQueue = () => place.open('/queue')

const titles = (page: Page) =>
  page
    .getByTestId('queue-row')
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.textContent ?? ''))
const shows = (page: Page, ...wanted: string[]) =>
  expect
    .poll(
      async () => (await titles(page)).map((title) => wanted.find((one) => title.includes(one)) ?? title),
      {
        timeout: PATIENCE,
      },
    )
    .toEqual(wanted)

const seedThree = async () => {
  const one = await seedArticle(place.desk.client, {url: 'https://a.example/one', title: 'Ferries are late'})
  const two = await seedArticle(place.desk.client, {
    url: 'https://b.example/two',
    title: 'Errors in this one',
    suggestionSeverity: 'error',
  })
  const three = await seedArticle(place.desk.client, {
    url: 'https://a.example/three',
    title: 'Harbour closed',
  })
  return {one, two, three}
}

test('is the first page, lists articles by urgency, live, and opens one beside its source', async () => {
  await seedThree()
  const page = await place.open()
  await shows(page, 'Errors in this one', 'Ferries are late', 'Harbour closed')
  await page.getByRole('button', {name: 'Needs review 3'}).waitFor()

  await seedArticle(place.desk.client, {url: 'https://a.example/four', title: 'Came in later'})
  await shows(page, 'Errors in this one', 'Ferries are late', 'Harbour closed', 'Came in later')

  await page.getByText('Ferries are late').click()
  await page.getByTestId('field-body').waitFor()
  await page.getByTestId('source-text').waitFor()
})

test('is mounted once, so that an early selection is kept', async () => {
  await seedThree()
  const page = await place.browser.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.addInitScript(() => {
    const seen = new Set<Element>()
    Reflect.set(window, 'queuesSeen', seen)
    new MutationObserver(() => {
      for (const queue of document.querySelectorAll('[data-testid="queue"]')) seen.add(queue)
    }).observe(document, {childList: true, subtree: true})
  })
  await page.goto(`${place.desk.url}/queue`)
  await page.getByTestId('queue-row').first().getByRole('checkbox').click()
  await settled(page, {quiet: 1000})
  expect(await page.evaluate(() => Reflect.get(window, 'queuesSeen').size)).toBe(1)
  expect(await page.getByText('1 selected').count()).toBe(1)
})

test('opens form and source side by side on a small screen, too', async () => {
  await seedThree()
  const page = await openQueue()
  await page.setViewportSize({width: 1280, height: 800})
  await page.getByText('Ferries are late').click()
  await page.getByTestId('field-body').waitFor()
  await page.getByTestId('source-text').waitFor()
  const widths = () =>
    page.getByTestId('document-pane').evaluateAll((panes) => panes.map((pane) => pane.clientWidth > 550))
  await expect.poll(widths, {timeout: PATIENCE}).toEqual([true, true])
})

test('is narrowed by filters and by search, which the address keeps', async () => {
  await seedThree()
  const page = await openQueue()
  await shows(page, 'Errors in this one', 'Ferries are late', 'Harbour closed')
  await page.getByLabel('Severity').selectOption('error')
  await shows(page, 'Errors in this one')
  await expect.poll(() => page.url(), {timeout: PATIENCE}).toMatch(/severity\W*=error/)
  await page.reload()
  await shows(page, 'Errors in this one')
  await page.getByRole('button', {name: 'Clear', exact: true}).click()
  const sources = page.getByTestId('source-bar')
  await sources.getByRole('button', {name: 'b.example 1'}).click()
  await shows(page, 'Errors in this one')
  await sources.getByRole('button', {name: 'a.example 2'}).click()
  await shows(page, 'Ferries are late', 'Harbour closed')
  await sources.getByRole('button', {name: 'a.example 2'}).click()
  await shows(page, 'Errors in this one', 'Ferries are late', 'Harbour closed')
  await page.getByLabel('Search titles and sources').fill('harb')
  await shows(page, 'Harbour closed')
  await page.getByLabel('Search titles and sources').fill('nothing like it')
  await page.getByText('No articles match these filters').waitFor()
})

test('decides about several articles at once, and each keeps its record', async () => {
  const {one, two, three} = await seedThree()
  const page = await openQueue()
  await page.getByLabel('Select “Ferries are late”').check()
  await page.getByLabel('Select “Harbour closed”').check()
  await page.getByRole('button', {name: 'Assign to me'}).click()
  await shows(page, 'Errors in this one')
  for (const {review} of [one, three]) {
    const stored = await place.desk.client.getDocument<Review>(review._id)
    expect(stored).toMatchObject({status: 'inReview', decisions: [{decision: 'assigned'}]})
    expect(stored?.assignee).toBe(stored?.decisions?.[0]?.by)
  }
  await page.getByLabel('Select “Errors in this one”').check()
  await page.getByRole('button', {name: 'Reject…'}).click()
  await page.getByLabel('Reason for rejecting them').fill('Not ours')
  await page.getByRole('button', {name: 'Reject', exact: true}).click()
  await page.getByText('No articles here').waitFor()
  expect(await place.desk.client.getDocument<Review>(two.review._id)).toMatchObject({
    status: 'rejected',
    decisions: [{decision: 'rejected', note: 'Not ours'}],
  })
})

test('skips articles that somebody else has decided about, and says so', async () => {
  const {one, two} = await seedThree()
  const page = await openQueue()
  await page.getByLabel('Select “Ferries are late”').check()
  await page.getByLabel('Select “Errors in this one”').check()
  await place.desk.client.patch(one.review._id).set({status: 'approved'}).commit()
  await shows(page, 'Errors in this one', 'Harbour closed')
  await page.getByRole('button', {name: 'Reject…'}).click()
  await page.getByLabel('Reason for rejecting them').fill('Not ours')
  await page.getByRole('button', {name: 'Reject', exact: true}).click()
  await page.getByText('1 skipped: already decided by somebody else').waitFor()
  expect(await place.desk.client.getDocument<Review>(one.review._id)).toMatchObject({status: 'approved'})
  expect(await place.desk.client.getDocument<Review>(two.review._id)).toMatchObject({status: 'rejected'})
})

test('publishes the clean ones of several, and says why others were skipped', async () => {
  const {one, two, three} = await seedThree()
  await place.desk.client
    .patch(one.review._id)
    .set({findings: [], counts: {error: 0, warning: 0, info: 0}})
    .commit()
  const page = await openQueue()
  await place.desk.client
    .patch(three.review._id)
    .set({findings: [], counts: {error: 0, warning: 0, info: 0}})
    .commit()
  await place.desk.client.patch(three.article._id).set({title: ''}).commit()
  await page.getByLabel('Select “Ferries are late”').check()
  await page.getByLabel('Select “Errors in this one”').check()
  await page.getByLabel('Select “Harbour closed”').check()
  await page.getByRole('button', {name: 'Publish clean ones'}).click()
  await page.getByText('1 skipped: open errors or warnings; 1 skipped: a field needs correcting').waitFor()
  await shows(page, 'Errors in this one', 'Harbour closed')
  expect(await place.desk.client.getDocument(three.articleId)).toBeUndefined()
  expect(await place.desk.client.getDocument(one.articleId)).toMatchObject({title: 'Ferries are late'})
  expect(await place.desk.client.getDocument(`drafts.${one.articleId}`)).toBeUndefined()
  expect(await place.desk.client.getDocument(two.articleId)).toBeUndefined()
  expect(await place.desk.client.getDocument<Review>(one.review._id)).toMatchObject({
    status: 'approved',
    decisions: [{decision: 'published'}],
  })
})

test('works by keyboard, and has no serious accessibility problem', async () => {
  await seedThree()
  const page = await openQueue()
  await shows(page, 'Errors in this one', 'Ferries are late', 'Harbour closed')
  await page.locator('[data-place="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-place')), {timeout: PATIENCE})
    .toBe('2')
  const serious = await seriousFaults(page, 'main, [data-testid="queue"]')
  expect(serious).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByTestId('field-body').waitFor()
})

test('shows ten thousand waiting articles, a screen of them at a time', async () => {
  const {review} = seedDocuments({url: 'https://a.example/many', title: 'Many'})
  const many = 10_000
  for (let at = 0; at < many; at += 500) {
    const transaction = place.desk.client.transaction()
    for (let number = at; number < at + 500; number++) {
      transaction.create({
        ...review,
        _id: `review.many-${number}`,
        article: {_type: 'reference', _ref: `many-${number}`, _weak: true},
        scrape: undefined,
        findings: [],
        base: undefined,
        title: `Article number ${number}`,
        priority: many - number,
      })
    }
    await transaction.commit({visibility: 'async', returnDocuments: false})
  }
  const page = await openQueue()
  await page.getByText('10,000 articles').waitFor()
  await page.getByText('Article number 0', {exact: true}).waitFor()
  expect(await page.getByTestId('queue-row').count()).toBeLessThan(60)
  const queue = page.getByTestId('queue')
  await queue.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await page.getByText('Article number 9999', {exact: true}).waitFor()
  await queue.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2))
  await page.getByText('Article number 5005', {exact: true}).waitFor()
  expect(await page.getByTestId('queue-row').count()).toBeLessThan(60)
})
