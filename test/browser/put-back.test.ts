/** Prose that was left out comes back with one click, in a real browser on a real lake. */
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import type {Article, Review} from '../../schemas/sanity.types.ts'
import {textOfBlock} from '../../studio/editor/table/text.ts'
import {PATIENCE, seriousFaults, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

const place = startPlace()

const TEXTS: Readonly<Record<string, string>> = {
  first: 'The first boat in nine years went up to the lake on Friday, with the whole village on the bank.',
  second: 'A crane had lifted new gates of oak into place in March, each of them as heavy as a lorry.',
  third: 'The third flood since the war broke the old gates, and the money for others was long in coming.',
  fourth: 'Boats had to be carried over the meadow, which nobody with a heavy one did more than once.',
  fifth: 'Next year the lower lock will follow if the county keeps what it has promised to the owners.',
}
const prose = (name: string): string => TEXTS[name] ?? ''
const paragraphs = (...names: string[]): string => names.map((name) => `<p>${prose(name)}</p>`).join('\n')
const PASSAGE = 'The lock keeper still lives in the house by the gate.'
const OFFER = 'Sign up for our newsletter and read the news of the canal first.'
const PAGE = `<!doctype html><html lang="en"><head><title>The lock opens</title></head><body><nav><a href="/">Home</a></nav><main><article>
<h1>The lock opens</h1>
${paragraphs('first', 'second')}
<div class="promo"><p>The <b>lock keeper</b> still lives in the house by the gate.</p></div>
${paragraphs('third', 'fourth', 'fifth')}
<p>${OFFER}</p>
</article></main></body></html>`

let count = 0
async function open(): Promise<{page: Page; articleId: string}> {
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: `https://p.example/${++count}`,
    source: PAGE,
  })
  const page = await place.open(`/desk/needsReview;review.${articleId}`)
  await page.getByTestId('field-body').getByText('The first boat').waitFor()
  const first = page.getByTestId('findings').getByTestId('finding').first()
  const isShown = () =>
    first.waitFor({timeout: 15_000}).then(
      () => true,
      () => false,
    )
  // On a slow machine a click is lost while the form is still being drawn; one clicks again.
  await page.getByRole('button', {name: 'Findings'}).first().click()
  if (!(await isShown())) await page.getByRole('button', {name: 'Findings'}).first().click()
  await first.waitFor()
  return {page, articleId}
}

async function linesOf(articleId: string): Promise<string[]> {
  const draft = await place.desk.client.getDocument<Article>(`drafts.${articleId}`)
  return (draft?.body ?? []).map((block) => (block._type === 'block' ? textOfBlock(block) : block._type))
}
const becomes = (articleId: string, lines: string[]) =>
  expect.poll(() => linesOf(articleId), {timeout: PATIENCE}).toEqual(lines)
const decisionsOf = async (articleId: string) =>
  (await place.desk.client.getDocument<Review>(`review.${articleId}`))?.findings?.flatMap(
    ({resolution, severity}) => (severity === 'warning' ? (resolution?.state ?? 'open') : []),
  )
const cardOf = (page: Page, text: string) =>
  page.getByTestId('findings').getByTestId('finding').filter({hasText: text})

const kept = ['first', 'second', 'third', 'fourth', 'fifth'].map(prose)

test('a passage is put back where it was, and taken out again', async () => {
  const {page, articleId} = await open()
  const card = cardOf(page, PASSAGE)
  await card.getByText('Left out, please check').waitFor()
  await card.getByText('Put it back after “…').waitFor()
  expect(await card.getByRole('button', {name: 'Revert', exact: true}).count()).toBe(0)

  await card.getByRole('button', {name: 'Put it back', exact: true}).click()
  await becomes(articleId, [...kept.slice(0, 2), PASSAGE, ...kept.slice(2)])
  await card.getByText('Put back', {exact: true}).waitFor()
  await page.getByTestId('field-body').getByText('lock keeper').first().waitFor()
  expect(await decisionsOf(articleId)).toEqual(['applied', 'open'])
  const struck = page.getByTestId('source-text').locator('del', {hasText: 'still lives in the house'})
  await struck.waitFor({state: 'detached'})

  await card.getByRole('button', {name: 'Undo', exact: true}).click()
  await becomes(articleId, kept)
  expect(await decisionsOf(articleId)).toEqual(['open', 'open'])
  await struck.first().waitFor({state: 'attached'})
  await card.getByRole('button', {name: 'Put it back', exact: true}).click()
  await becomes(articleId, [...kept.slice(0, 2), PASSAGE, ...kept.slice(2)])
})

test('a passage comes back beside the neighbour that is left', async () => {
  const {page, articleId} = await open()
  const draft = await place.desk.client.getDocument<Article>(`drafts.${articleId}`)
  const keys = draft?.body?.map(({_key}) => _key) ?? []
  await place.desk.client
    .patch(`drafts.${articleId}`)
    .unset([`body[_key=="${keys[1]}"]`, `body[_key=="${keys[2]}"]`])
    .commit()
  await page.getByTestId('field-body').getByText('The third flood').waitFor({state: 'detached'})
  await cardOf(page, PASSAGE).getByRole('button', {name: 'Put it back', exact: true}).click()
  await becomes(articleId, [kept[0] ?? '', PASSAGE, ...kept.slice(3)])
})

test('all passages are left out with one click, and nothing changes', async () => {
  const {page, articleId} = await open()
  await page.getByRole('button', {name: 'Leave all 2 out: Part of the page removed'}).click()
  await cardOf(page, PASSAGE).getByText('Left out', {exact: true}).waitFor()
  await cardOf(page, OFFER).getByText('Left out', {exact: true}).waitFor()
  expect(await decisionsOf(articleId)).toEqual(['kept', 'kept'])
  expect(await linesOf(articleId)).toEqual(kept)
  await cardOf(page, OFFER).getByRole('button', {name: 'Reopen', exact: true}).click()
  await cardOf(page, OFFER).getByRole('button', {name: 'Leave it out', exact: true}).click()
  await expect.poll(() => decisionsOf(articleId), {timeout: PATIENCE}).toEqual(['kept', 'kept'])
  expect(await seriousFaults(page, '[data-testid="findings"]')).toEqual([])
})

test('a passage that is there already says so', async () => {
  const {page, articleId} = await open()
  const review = await place.desk.client.getDocument<Review>(`review.${articleId}`)
  const finding = review?.findings?.find(({before}) => before === PASSAGE)
  const [{items}] = JSON.parse(finding?.suggestion ?? '').ops
  const draft = await place.desk.client.getDocument<Article>(`drafts.${articleId}`)
  await place.desk.client
    .patch(`drafts.${articleId}`)
    .set({body: [...(draft?.body ?? []), ...items]})
    .commit()
  const card = cardOf(page, PASSAGE)
  await card.getByText('This text is in the article already.').waitFor()
  await card.getByText('In the article', {exact: true}).waitFor()
  expect(await card.getByRole('button', {name: 'Put it back', exact: true}).count()).toBe(0)
  await card.getByRole('button', {name: 'Done', exact: true}).click()
  await card.getByText('Put back', {exact: true}).waitFor()
  expect(await decisionsOf(articleId)).toEqual(['applied', 'open'])
})
