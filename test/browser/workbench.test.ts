/** Source and article side by side, and findings decided with a click, in a real browser on a real lake. */
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {type PreviewedArticle, previewQuery} from '../../deliver/preview/index.ts'
import {articlePage} from '../../deliver/site/pages/article.ts'
import {applyOperations} from '../../schemas/operations/apply.ts'
import type {Article, Review} from '../../schemas/sanity.types.ts'
import {SITE} from './desk.ts'
import {settled} from './editing.ts'
import {PATIENCE, seriousFaults, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

const place = startPlace()

async function openArticle(articleId: string): Promise<Page> {
  const page = await place.open(`/desk/needsReview;review.${articleId}`)
  await page.getByTestId('field-body').waitFor()
  await page.getByTestId('source-text').waitFor()
  return page
}

async function openFindings(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Findings'}).first().click()
  await page.getByTestId('findings').getByTestId('finding').first().waitFor()
}

const draftOf = (articleId: string) => place.desk.client.getDocument<Article>(`drafts.${articleId}`)
const reviewOf = (articleId: string) => place.desk.client.getDocument<Review>(`review.${articleId}`)
const findingIn = (review: Review | undefined, key: string) =>
  review?.findings?.find(({_key}) => _key === key)
/** A value as JSON has it. */
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

test('a block chosen in the source is chosen in the article, and vice versa', async () => {
  const {articleId, review} = await scrapeArticle(place.desk.client, {url: 'https://a.example/side'})
  const page = await openArticle(articleId)
  const source = page.getByTestId('source-text')
  const beside = page.getByTestId('body-beside-source')
  const last = review.blockSources?.at(-1)?.blockKey ?? ''
  await source.locator(`[data-block="${last}"]`).first().click()
  expect(await beside.getAttribute('data-chosen')).toBe(last)
  const chosen = beside.locator(`[data-pt-path='[_key=="${last}"]']`)
  await expect
    .poll(() => chosen.evaluate((element) => getComputedStyle(element).outlineStyle), {timeout: PATIENCE})
    .toBe('solid')
  await expect
    .poll(() => isInView(page, `[data-pt-path='[_key=="${last}"]']`), {timeout: PATIENCE})
    .toBe(true)

  const first = (await draftOf(articleId))?.body.find(({_type}) => _type === 'block')?._key ?? ''
  const block = beside.locator(`[data-pt-path='[_key=="${first}"]']`)
  await block.scrollIntoViewIfNeeded()
  await block.click()
  await expect
    .poll(() => source.locator(`[data-block="${first}"][data-chosen="true"]`).count(), {timeout: PATIENCE})
    .toBeGreaterThan(0)

  await source.press('ArrowDown')
  await expect.poll(() => beside.getAttribute('data-chosen'), {timeout: PATIENCE}).not.toBe(first)
})

test('form and source stay open when a list appears later', async () => {
  const {articleId} = await scrapeArticle(place.desk.client, {url: 'https://l.example/late'})
  const page = await place.browser.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  let isLate = false
  await page.route(/\/assets\/list-/, async (route) => {
    isLate = true
    await page.getByTestId('source-text').waitFor()
    await route.continue()
  })
  await page.goto(`${place.desk.url}/desk/needsReview;review.${articleId}`)
  await page.getByText('Needs review').first().waitFor()
  await page.getByTestId('field-title').locator('input').first().click()
  await page.getByTestId('source-text').click()
  await settled(page)
  expect(await page.getByTestId('field-body').isVisible()).toBe(true)
  expect(isLate).toBe(true)
})

test('the source is shown as text, as an inert page, and raw', async () => {
  const asked: string[] = []
  const elsewhere = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const {port} = elsewhere.address() as AddressInfo
  const paragraphs = [1, 2, 3, 4].map(
    (number) =>
      `<p>Paragraph ${number} tells at some length, of a harbour &amp; of its ships, what happened.</p>`,
  )
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: 'https://b.example/modes',
    source: `<html><head><title>Harbour</title><script>document.title = 'ran'</script></head><body><article><h1>Harbour</h1>${paragraphs.join('')}</article><aside><img src="http://127.0.0.1:${port}/spy.png"></aside></body></html>`,
  })
  const page = await openArticle(articleId)
  const source = page.getByTestId('source-text')
  const text = (await source.textContent()) ?? ''
  expect(text).toContain('of a harbour & of its ships')
  expect(text).not.toContain('<p>')
  expect(text).not.toContain('document.title')
  await page.getByTestId('source-mode-page').click()
  const frame = page.getByTestId('source-page')
  expect(await frame.getAttribute('sandbox')).toBe('')
  await page.frameLocator('[data-testid="source-page"]').getByText('Paragraph 4').waitFor()
  await page.getByTestId('source-mode-raw').click()
  expect(await source.textContent()).toContain('<p>Paragraph 1')
  expect(asked).toEqual([])
  elsewhere.close()
})

test('removed text is struck through in the source, and repaired blocks are marked in the article', async () => {
  const {articleId, review} = await scrapeArticle(place.desk.client, {url: 'https://c.example/marks'})
  const page = await openArticle(articleId)
  const copy = review.findings?.find(({code}) => code === 'duplicate-dropped')
  const struck = page.getByTestId('source-text').locator('del', {hasText: 'Partner NGOs'}).first()
  expect(await struck.getAttribute('title')).toContain(copy?.message ?? 'a message')
  await page
    .getByTestId('body-beside-source')
    .getByTestId('repaired-text')
    .first()
    .waitFor({state: 'attached'})
  const serious = await seriousFaults(page, '[data-testid="source-text"], [data-testid="body-beside-source"]')
  expect(
    serious.filter((line: string) => line.includes('source-text') || line.includes('data-block')),
  ).toEqual([])
})

test('the suggestions of the seed, applied by one click each, change what they say and nothing else; each can be undone', async () => {
  const {articleId, article, review} = await scrapeArticle(place.desk.client, {
    url: 'https://d.example/apply',
  })
  const suggestions = (review.findings ?? []).filter(({suggestion}) => suggestion)
  const page = await openArticle(articleId)
  await openFindings(page)
  let expected: readonly {_key: string}[] = stored(article.body)
  for (const finding of suggestions.filter(({code}) => code === 'possible-typo')) {
    const applied = applyOperations(expected, JSON.parse(finding.suggestion ?? '').ops)
    if ('error' in applied) throw new Error(applied.error)
    expected = applied.body
  }
  await page.getByTestId('all-possible-typo').click()
  await expect.poll(async () => (await draftOf(articleId))?.body, {timeout: PATIENCE}).toEqual(expected)
  const spelled = JSON.stringify(expected)
  expect(spelled).not.toMatch(/Edukational|Xinjian\b/)

  const move = suggestions.find(({suggestion}) => suggestion?.includes('"move"'))
  if (!move) throw new Error('Expected a suggestion that moves')
  const moved = applyOperations(expected, JSON.parse(move.suggestion ?? '').ops)
  if ('error' in moved) throw new Error(moved.error)
  const card = page.getByTestId('findings').locator(`[data-key="${move._key}"]`)
  await card.getByRole('button', {name: 'Apply', exact: true}).click()
  await expect.poll(async () => (await draftOf(articleId))?.body, {timeout: PATIENCE}).toEqual(moved.body)
  expect(findingIn(await reviewOf(articleId), move._key)?.resolution).toMatchObject({
    state: 'applied',
    by: 'local-editor',
  })

  // A reload in between forgets nothing.
  await page.reload()
  await page.getByTestId('document-pane').first().waitFor()
  await expect
    .poll(
      async () => {
        const isOpen = await page.getByTestId('findings').count()
        if (isOpen === 0) await page.getByRole('button', {name: 'Findings'}).first().click()
        await settled(page, {quiet: 1000})
        return card.isVisible()
      },
      {timeout: PATIENCE},
    )
    .toBe(true)
  await card.getByRole('button', {name: 'Undo', exact: true}).click()
  await expect.poll(async () => (await draftOf(articleId))?.body, {timeout: PATIENCE}).toEqual(expected)
  expect(findingIn(await reviewOf(articleId), move._key)?.resolution).toBeUndefined()
})

test('a repair to check is reverted to the source’s version and back, and a suggestion that no longer fits says so', async () => {
  const {articleId, article, review} = await scrapeArticle(place.desk.client, {
    url: 'https://e.example/revert',
  })
  const split = review.findings?.find(
    ({code, action}) => code === 'heading-split' && action === 'applied-check',
  )
  const typo = review.findings?.find(({before}) => before === 'Edukational')
  if (!split || !typo) throw new Error('Expected a split heading and a misspelling in the seed')
  const page = await openArticle(articleId)
  await openFindings(page)
  const card = page.getByTestId('findings').locator(`[data-key="${split._key}"]`)
  await card.getByRole('button', {name: 'Revert', exact: true}).click()
  const [first, second] = split.targets ?? []
  await expect
    .poll(async () => (await draftOf(articleId))?.body.some(({_key}) => _key === second?.blockKey), {
      timeout: PATIENCE,
    })
    .toBe(false)
  const joined = (await draftOf(articleId))?.body.find(({_key}) => _key === first?.blockKey)
  expect(joined).toMatchObject({style: 'normal'})
  expect(JSON.stringify(joined)).toContain('demands nuanced')
  expect(findingIn(await reviewOf(articleId), split._key)?.resolution).toMatchObject({state: 'reverted'})

  await card.getByRole('button', {name: 'Undo', exact: true}).click()
  await expect
    .poll(async () => (await draftOf(articleId))?.body, {timeout: PATIENCE})
    .toEqual(stored(article.body))

  const changed = JSON.parse(JSON.stringify(article.body).replaceAll('Edukational', 'Schooling'))
  await place.desk.client.patch(`drafts.${articleId}`).set({body: changed}).commit()
  const spelling = page.getByTestId('findings').locator(`[data-key="${typo._key}"]`)
  await spelling.getByTestId('apply-problem').waitFor()
  expect(await spelling.getByRole('button', {name: 'Apply', exact: true}).count()).toBe(0)
})

test('the preview shows the draft as the site will, at two widths, and the live page once published', async () => {
  const {articleId} = await scrapeArticle(place.desk.client, {url: 'https://f.example/preview'})
  const page = await openArticle(articleId)
  await page.getByRole('tab', {name: 'Preview'}).last().click()
  const shown = page.frameLocator('[data-testid="preview-page"]')
  await shown.getByRole('table').first().waitFor()
  await place.desk.client.patch(`drafts.${articleId}`).set({title: 'Retitled in the draft'}).commit()
  await shown.getByRole('heading', {level: 1, name: 'Retitled in the draft'}).waitFor()
  const draft = await place.desk.client.fetch<PreviewedArticle>(
    previewQuery,
    {id: articleId},
    {perspective: 'drafts'},
  )
  const expected = String(articlePage(draft)).replaceAll(/\s+/g, '')
  const main = async () => (await shown.locator('main').innerHTML()).replaceAll(/\s+/g, '')
  // As the browser writes the same elements.
  const parsed = await page.evaluate((html) => {
    const document = new DOMParser().parseFromString(html, 'text/html')
    return document.body.innerHTML
  }, expected)
  expect((await main()).length).toBeGreaterThan(1000)
  expect(
    await page.evaluate(
      (html) => new DOMParser().parseFromString(html, 'text/html').body.innerHTML,
      await main(),
    ),
  ).toBe(parsed)

  const frame = page.getByTestId('preview-page')
  expect(await frame.evaluate((element) => (element as HTMLElement).offsetWidth)).toBe(1280)
  await page.getByTestId('preview-phone').click()
  expect(await frame.evaluate((element) => (element as HTMLElement).offsetWidth)).toBe(390)
  expect(await page.getByTestId('live-link').count()).toBe(0)
  await place.desk.client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${articleId}`,
    publishedId: articleId,
  })
  expect(await page.getByTestId('live-link').getAttribute('href')).toContain(`${SITE}/articles/`)
})

/** Whether an element is seen within all that scrolls around it. */
function isInView(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate(
      (element) =>
        new Promise<boolean>((resolve) => {
          const observer = new IntersectionObserver(([entry]) => {
            observer.disconnect()
            resolve(entry?.isIntersecting ?? false)
          })
          observer.observe(element)
        }),
    )
}
