/** Every state of the desk's screens: empty, dark, narrow, right to left, long, deleted while open; and what a screen reader finds. */
import {readFileSync} from 'node:fs'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {settled} from './editing.ts'
import {PATIENCE, seriousFaults, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

const place = startPlace()

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}/input.html`, import.meta.url), 'utf8')

let count = 0
async function open(source?: string): Promise<{page: Page; articleId: string}> {
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: `https://s.example/${++count}`,
    ...(source ? {source} : {}),
  })
  const page = await place.open(`/desk/needsReview;review.${articleId}`)
  await page.getByTestId('field-body').waitFor()
  await page.getByTestId('source-text').waitFor()
  return {page, articleId}
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.COPYDESK_TEST_SHOTS
  if (folder) await page.screenshot({path: `${folder}/state-${name}.png`})
}

test('an empty desk says so', async () => {
  const page = await place.open()
  await page.getByText('No articles here').waitFor()
  expect(await seriousFaults(page, '[data-testid="queue"]')).toEqual([])
  await shot(page, 'empty')
})

test.each(['light', 'dark'] as const)(
  'a screen reader finds no serious fault on any screen, %s',
  async (colorScheme) => {
    const {page} = await open()
    await page.emulateMedia({colorScheme})
    const faults = (selector: string) => seriousFaults(page, selector)
    expect(await faults('[data-testid="table-frame"]')).toEqual([])
    // The editor itself is the Studio's; what it is called is ours.
    expect(await page.locator('[data-pt-editor]').first().getAttribute('aria-label')).toBe(
      'Text of the article',
    )
    for (const mode of ['Page', 'Raw', 'Text']) {
      await page.getByRole('button', {name: mode, exact: true}).first().click()
      await settled(page)
      expect(await faults('[data-testid="source"]')).toEqual([])
    }
    await page.getByRole('button', {name: 'Findings'}).first().click()
    await page.getByTestId('finding').first().waitFor()
    expect(await faults('[data-testid="findings"]')).toEqual([])
    await shot(page, `findings-${colorScheme}`)

    await page.getByTestId('field-title').locator('input').first().click()
    await settled(page)
    for (const [key, title] of [
      ['r', 'Reject this article'],
      ['h', 'Hand over this article'],
    ]) {
      await page.getByTestId('field-title').locator('input').first().click()
      await settled(page)
      await page.keyboard.press(`Control+Alt+${key}`)
      await page
        .getByRole('dialog')
        .getByText(title as string)
        .waitFor()
      expect(await faults('[role="dialog"]')).toEqual([])
      await shot(page, `${key === 'r' ? 'reject' : 'hand-over'}-${colorScheme}`)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count(), {timeout: PATIENCE}).toBe(0)
    }

    await page.goto(place.desk.url)
    await page.getByTestId('queue-row').first().waitFor()
    expect(await faults('#copydesk-desk, [data-testid="queue"]')).toEqual([])
    await shot(page, `queue-${colorScheme}`)
  },
)

test('right-to-left text and text without spaces are displayed correctly', async () => {
  const {page} = await open(fixture('page--arabic'))
  const directionOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction)
  expect(await directionOf('[data-testid="field-body"] [data-pt-block="text"] [data-pt-text]')).toBe('rtl')
  expect(await directionOf('[data-testid="source-text"] [data-block]')).toBe('rtl')
  await shot(page, 'arabic')
  const {page: other} = await open(fixture('page--japanese'))
  await shot(other, 'japanese')
})

test('an article of 500 blocks with a table of 300 rows is shown, and typed in', async () => {
  const sentence = (index: number): string =>
    `<p>Sentence number ${index} of the article is long enough to be read as prose by anyone who reads it.</p>`
  const text = Array.from({length: 499}, (_, index) => sentence(index)).join('')
  const rows = Array.from(
    {length: 300},
    (_, row) => `<tr><td>Place ${row}<td>${row}<td>x<td>y<td>z<td>w`,
  ).join('')
  const {page, articleId} = await open(`<article><h1>Long</h1>${text}<table>${rows}</table></article>`)
  const wanted = page.getByTestId('field-body').getByText('Sentence number 300 ')
  await expect
    .poll(
      async () => {
        await wanted.click()
        await settled(page, {quiet: 1000})
        return page.evaluate(
          () =>
            document.activeElement?.hasAttribute('data-pt-editor') &&
            getSelection()?.anchorNode?.textContent?.includes('Sentence number 300 '),
        )
      },
      {timeout: PATIENCE},
    )
    .toBe(true)
  await page.keyboard.type('Well: ', {delay: 30})
  await expect
    .poll(async () => JSON.stringify((await place.desk.client.getDocument(`drafts.${articleId}`))?.body), {
      timeout: PATIENCE,
    })
    .toContain('Well: ')
  await page.getByTestId('large-table').scrollIntoViewIfNeeded()
  await page.getByText('300 rows by 6 columns').waitFor()
  await shot(page, 'long')
})

test('an article that is deleted while it is open says so, and its source stays readable', async () => {
  const {page, articleId} = await open()
  await place.desk.client.delete(`drafts.${articleId}`)
  await page
    .getByText(/has been deleted/)
    .first()
    .waitFor()
  await page.getByTestId('source-text').waitFor()
  await shot(page, 'deleted')
})

test('an article without a scrape has no source and no findings, and says so', async () => {
  await place.desk.client.create({_id: 'drafts.own', _type: 'article', title: 'Written here'})
  const page = await place.open('/intent/edit/id=own;type=article/')
  await page.getByText('It was not made from a scrape.').waitFor()
  await page.getByRole('button', {name: 'Findings'}).first().click()
  await page.getByText('This article was written here, so there is nothing to check.').waitFor()
  await shot(page, 'written-here')
})

test('a narrow window shows the source above the form, and both work by keyboard', async () => {
  const {articleId} = await scrapeArticle(place.desk.client, {url: 'https://s.example/narrow'})
  const page = await place.open()
  await page.setViewportSize({width: 1024, height: 768})
  await page.goto(`${place.desk.url}/desk/needsReview;review.${articleId}`)
  const source = page.getByTestId('stacked-source').getByTestId('source-text')
  await source.locator('[data-block]').first().waitFor()
  expect(await page.getByTestId('document-pane').count()).toBe(1)
  expect(await seriousFaults(page, '[data-testid="stacked-source"]')).toEqual([])
  await shot(page, 'narrow')

  const hasFocus = (selector: string) =>
    expect.poll(() => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector), {
      timeout: PATIENCE,
    })
  await page.keyboard.press('Control+Alt+o')
  await hasFocus('[data-testid="source-text"]').toBe(true)
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(() => page.getByTestId('body-beside-source').getAttribute('data-chosen'), {timeout: PATIENCE})
    .toBeTruthy()
  await page.keyboard.press('Control+Alt+o')
  await hasFocus('[data-pt-editor]').toBe(true)
  await page.getByRole('button', {name: 'Hide the source'}).click()
  await source.waitFor({state: 'detached'})
})
