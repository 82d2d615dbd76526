/**
 * The minute: an editor clears the seed article, from the queue to publishing, and every click, key or run of typing on the way is
 * counted.
 */

import {expect, test} from 'vitest'
import {applyOperations} from '../../schemas/operations/apply.ts'
import type {Review} from '../../schemas/sanity.types.ts'
import {selectWord, settled} from './editing.ts'
import {PATIENCE, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

/** Most interactions that clearing the seed may take. */
const MAX_ACTIONS = 12

const place = startPlace()

test('the seed is cleared with few clicks and keys, and what is published is what the suggestions and the editor say', async () => {
  const {articleId, article, review} = await scrapeArticle(place.desk.client, {
    url: 'https://d.example/minute',
  })
  const page = await place.open()
  const done: string[] = []
  const does = async (what: string, act: () => Promise<unknown>) => {
    done.push(what)
    await act()
  }
  const body = async () =>
    (await place.desk.client.getDocument<{body: readonly {_key: string}[]}>(`drafts.${articleId}`))?.body
  const suggestions = (review.findings ?? []).filter(({suggestion}) => suggestion)
  let expected: readonly {_key: string}[] = JSON.parse(JSON.stringify(article.body))
  const applied = (fits: (code: string) => boolean) => {
    for (const {suggestion, code} of suggestions) {
      if (!suggestion || !fits(code)) continue
      const result = applyOperations(expected, JSON.parse(suggestion).ops)
      if ('error' in result) throw new Error(result.error)
      expected = result.body
    }
    return expected
  }
  const move = suggestions.find(({code}) => code === 'reading-order')

  await does('open from the queue', () => page.getByTestId('queue-row').first().locator('a').click())
  await page.getByTestId('field-body').waitFor()
  await does('show the findings', () => page.getByRole('button', {name: 'Findings'}).first().click())
  await does('apply the spelling', () => page.getByTestId('all-possible-typo').click())
  await expect.poll(body, {timeout: PATIENCE}).toEqual(applied((code) => code === 'possible-typo'))
  const card = page.getByTestId('findings').locator(`[data-key="${move?._key}"]`)
  await does('apply the order', () => card.getByRole('button', {name: 'Apply', exact: true}).click())
  await expect.poll(body, {timeout: PATIENCE}).toEqual(applied((code) => code === 'reading-order'))

  const form = page.getByTestId('field-body')
  await does('select a word of a cell', () => selectWord(page, form.locator('table').nth(1), 'Expanded'))
  await page.waitForFunction(() => getSelection()?.toString().trim() === 'Expanded')
  // The Studio carries the selection through its form state before keys find it.
  await settled(page)
  await does('type another', () => page.keyboard.type('Growing', {delay: 25}))
  const wanted = JSON.parse(JSON.stringify(expected).replace('Expanded cross', 'Growing cross'))
  await expect.poll(body, {timeout: PATIENCE}).toEqual(wanted)
  await does('publish', () => page.keyboard.press('Control+Alt+p'))

  await expect
    .poll(async () => (await place.desk.client.getDocument(articleId))?.body, {timeout: PATIENCE})
    .toEqual(wanted)
  await expect
    .poll(async () => (await place.desk.client.getDocument<Review>(review._id))?.status, {timeout: PATIENCE})
    .toBe('approved')
  const record = await place.desk.client.getDocument<Review>(review._id)
  expect(record?.decisions?.map(({decision}) => decision)).toContain('published')
  expect(record?.findings?.filter(({resolution}) => resolution?.state === 'applied')).toHaveLength(
    suggestions.filter(({code}) => code === 'possible-typo' || code === 'reading-order').length,
  )
  console.log(`${done.length} interactions: ${done.join(', ')}`)
  expect(done.length).toBeLessThanOrEqual(MAX_ACTIONS)
})
