/** Deciding by keys alone, in a real browser on a real lake. */
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import type {Review} from '../../schemas/sanity.types.ts'
import {settled} from './editing.ts'
import {PATIENCE, seriousFaults, startPlace} from './place.ts'
import {seedArticle} from './seed.ts'

const place = startPlace()

async function openFirst(): Promise<Page> {
  const page = await place.open()
  await page.getByTestId('queue-row').first().locator('a').click()
  await page.getByTestId('field-body').waitFor()
  return page
}

const titleOf = (page: Page) => page.getByTestId('field-title').locator('input').first()
const statusOf = async (id: string) => (await place.desk.client.getDocument<Review>(id))?.status

test('starts a review, sends back, rejects and opens the next article with one shortcut each, with the focus in the form', async () => {
  const first = await seedArticle(place.desk.client, {
    url: 'https://a.example/one',
    title: 'First of all',
    suggestionSeverity: 'error',
  })
  const second = await seedArticle(place.desk.client, {url: 'https://a.example/two', title: 'Second to that'})
  const page = await openFirst()
  const input = titleOf(page)
  await expect.poll(() => input.inputValue(), {timeout: PATIENCE}).toBe('First of all')
  await input.click()

  await page.keyboard.press('Control+Alt+a')
  await expect.poll(() => statusOf(first.review._id), {timeout: PATIENCE}).toBe('inReview')
  await input.click()
  // What an action can do is known once the review has come back.
  await page.getByText('In review').first().waitFor()
  await page.keyboard.press('Control+Alt+b')
  await expect.poll(() => statusOf(first.review._id), {timeout: PATIENCE}).toBe('needsReview')
  await page.getByText('Needs review').first().waitFor()

  await input.click()
  // The buttons of a decision come with the review, which the one before has just changed.
  await settled(page)
  await page.keyboard.press('Control+Alt+r')
  await page.getByLabel('Why? Your colleagues see the reason').fill('Not ours')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => statusOf(first.review._id), {timeout: PATIENCE}).toBe('rejected')

  await input.click()
  await page.keyboard.press('Control+Alt+n')
  await expect.poll(() => titleOf(page).inputValue(), {timeout: PATIENCE}).toBe('Second to that')
  const stored = await place.desk.client.getDocument<Review>(first.review._id)
  expect(stored?.decisions?.map(({decision, note}) => [decision, note ?? ''])).toEqual([
    ['assigned', ''],
    ['reopened', ''],
    ['rejected', 'Not ours'],
  ])
  expect(await statusOf(second.review._id)).toBe('needsReview')
})

test('a letter typed with AltGr is not a shortcut', async () => {
  const {review} = await seedArticle(place.desk.client, {
    url: 'https://a.example/polish',
    title: 'Zażółć gęślą jaźń',
    suggestionSeverity: 'error',
  })
  const page = await openFirst()
  const input = titleOf(page)
  await expect.poll(() => input.inputValue(), {timeout: PATIENCE}).toBe('Zażółć gęślą jaźń')
  const press = (modifierAltGraph: boolean) =>
    input.evaluate(
      (element, isAltGr) =>
        element.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: isAltGr ? 'ą' : 'a',
            code: 'KeyA',
            keyCode: 65,
            ctrlKey: true,
            altKey: true,
            modifierAltGraph: isAltGr,
            bubbles: true,
          }),
        ),
      modifierAltGraph,
    )
  await press(true)
  await press(true)
  expect(await statusOf(review._id)).toBe('needsReview')
  // The same key without it is one, so the test would see it.
  await press(false)
  await expect.poll(() => statusOf(review._id), {timeout: PATIENCE}).toBe('inReview')
  const stored = await place.desk.client.getDocument<Review>(review._id)
  expect(stored?.decisions).toHaveLength(1)
})

test('a question mark shows the shortcuts, but not while typing', async () => {
  const page = await openFirst()
  const input = titleOf(page)
  await input.click()
  await input.press('End')
  await page.keyboard.type('?')
  await expect.poll(() => input.inputValue(), {timeout: PATIENCE}).toMatch(/\?$/)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await input.press('Backspace')

  await page.goto(place.desk.url)
  await page.getByTestId('queue-row').first().waitFor()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Open the next article in the queue').waitFor()
  const serious = await seriousFaults(page, '#shortcuts')
  expect(serious).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.count(), {timeout: PATIENCE}).toBe(0)
})
