/**
 * The latency of the Studio for an editor, in a real Chromium on a real lake: from a key to the frame that shows it, in
 * an article of 500 blocks and in a table of 300 rows by 6 (limit: 100 ms at the 95th percentile), and from the click
 * in the queue to form and source with 10,000 articles (limit: 2 s).
 *
 * `npm run bench -- studio` prints milliseconds. Run it on an idle machine.
 */
import type {Page} from 'playwright-core'
import type {Drafted} from '../ingest/store/draft/documents.ts'
import {type Desk, startDesk} from '../test/browser/desk.ts'
import {launchBrowser} from '../test/browser/launch.ts'
import {scrapeArticle} from '../test/browser/scraped.ts'

const ARTICLES = Number(process.argv[2] ?? 10_000)
const KEYS = 60
const BATCH = 20

const sentence = (index: number): string =>
  `Sentence number ${index} of the article is long enough to be read as prose by anyone who reads it.`
const paragraphs = Array.from({length: 500}, (_, index) => `<p>${sentence(index)}</p>`).join('')
const rows = Array.from(
  {length: 300},
  (_, row) => `<tr>${Array.from({length: 6}, (_, column) => `<td>r${row}c${column}`).join('')}`,
).join('')

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const report = (name: string, times: readonly number[]): void =>
  console.log(
    `${name.padEnd(52)}${percentile(times, 0.5).toFixed(0).padStart(6)} median${percentile(times, 0.95).toFixed(0).padStart(6)} p95`,
  )

/** The time from each key to the next frame. */
async function typing(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Reflect.set(window, 'keyTimes', times)
    window.addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)))
      },
      true,
    )
  })
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('abcdefghij'[key % 10] as string)
    await page.waitForTimeout(120)
  }
  return page.evaluate(() => Reflect.get(window, 'keyTimes') as number[])
}

async function open(page: Page, desk: Desk, {articleId}: Drafted): Promise<void> {
  await page.goto(`${desk.url}/desk/needsReview;review.${articleId}`)
  await page.getByTestId('field-body').waitFor()
  await page.getByTestId('source-text').waitFor()
  await page.waitForTimeout(3000)
}

/** Small reviews with their articles: the fields that the queue shows, and those that opening an article needs. */
async function fill(desk: Desk, model: Drafted): Promise<void> {
  for (let from = 0; from < ARTICLES; from += BATCH) {
    const transaction = desk.client.transaction()
    for (let index = from; index < Math.min(ARTICLES, from + BATCH); index++) {
      const articleId = `many-${index}`
      transaction
        .create({...model.article, _id: `drafts.${articleId}`, title: `Article ${index}`} as never)
        .create({
          ...model.review,
          _id: `review.${articleId}`,
          title: `Article ${index}`,
          // Its own story, by a unique fingerprint.
          bands: Array.from({length: 16}, (_, band) => `${band}-of-${index}`),
          article: {...model.review.article, _ref: articleId},
        } as never)
    }
    await transaction.commit({visibility: 'async'})
  }
}

const desk = await startDesk()
const {context, close} = await launchBrowser()
try {
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const long = await scrapeArticle(desk.client, {
    url: 'https://bench.example/long',
    source: `<article><h1>Long</h1>${paragraphs}</article>`,
  })
  await open(page, desk, long)
  await page.getByTestId('field-body').getByText('Sentence number 250 ').click()
  await page.waitForTimeout(1000)
  report('typing in an article of 500 blocks', await typing(page))

  const table = await scrapeArticle(desk.client, {
    url: 'https://bench.example/table',
    source: `<article><h1>Table</h1><p>${sentence(1)}</p><table>${rows}</table><p>${sentence(2)}</p></article>`,
  })
  await open(page, desk, table)
  await page.getByTestId('field-body').getByText('Sentence number 1 ').click()
  await page.waitForTimeout(1000)
  report('typing beside a table of 300 rows by 6', await typing(page))
  await page.getByRole('button', {name: 'Open grid'}).click()
  await page.getByRole('gridcell', {name: 'r3c2', exact: true}).dblclick()
  await page.waitForTimeout(500)
  report('typing in the grid of a table of 300 rows by 6', await typing(page))

  const seed = await scrapeArticle(desk.client, {url: 'https://bench.example/seed'})
  await fill(desk, seed)
  const opened: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    await page.goto(desk.url)
    await page.getByTestId('queue-row').nth(turn).locator('a').waitFor()
    await page.waitForTimeout(2000)
    const start = performance.now()
    await page.getByTestId('queue-row').nth(turn).locator('a').click()
    await page.getByTestId('field-body').locator('[data-pt-path]').first().waitFor()
    await page.getByTestId('source-text').locator('[data-block]').first().waitFor()
    opened.push(performance.now() - start)
  }
  report(`the workbench open, of ${ARTICLES} articles`, opened)
} finally {
  await close()
  await desk.close()
}
process.exit()
