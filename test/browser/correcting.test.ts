/** Blocks corrected by keys, in a real browser, as the stored document says. */
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import type {Article} from '../../schemas/sanity.types.ts'
import {textOfBlock, textOfCell} from '../../studio/editor/table/text.ts'
import {selectWord, settled, walk} from './editing.ts'
import {PATIENCE, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

const place = startPlace()

const long = (name: string): string =>
  `${name} paragraph of the text, long enough to be read as prose by anybody.`
const article = (inner: string): string =>
  `<article><h1>An article</h1><p>${long('First')}</p>${inner}<p>${long('Last')}</p></article>`

let count = 0
async function open(inner: string): Promise<{studio: Page; articleId: string}> {
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: `https://c.example/${++count}`,
    source: article(inner),
  })
  const studio = await place.open(`/desk/needsReview;review.${articleId}`)
  await studio.getByTestId('field-body').getByText('First paragraph').waitFor()
  return {studio, articleId}
}

/** A line for each block: its style or list, and its text. */
async function linesOf(articleId: string): Promise<string[]> {
  const draft = await place.desk.client.getDocument<Article>(`drafts.${articleId}`)
  return (draft?.body ?? []).map((block) => {
    if (block._type === 'table')
      return `table ${block.rows.map(({cells}) => cells.map(textOfCell).join(' | ')).join(' / ')}`
    if (block._type !== 'block') return block._type
    return `${block.listItem ?? block.style} ${textOfBlock(block)}`
  })
}

const becomes = (articleId: string, lines: string[]) =>
  expect.poll(() => linesOf(articleId), {timeout: PATIENCE}).toEqual(lines)

async function caretIn(studio: Page, text: string): Promise<void> {
  await studio.getByTestId('field-body').getByText(text).first().click()
  await settled(studio)
}

const first = `normal ${long('First')}`
const last = `normal ${long('Last')}`

test('a block is moved, made a heading and a list item, and each change is undone', async () => {
  const {studio, articleId} = await open(`<p>${long('Second')}</p>`)
  const second = `normal ${long('Second')}`
  await caretIn(studio, 'Second paragraph')
  await studio.keyboard.press('Alt+Shift+ArrowUp')
  await becomes(articleId, [second, first, last])
  await studio.keyboard.press('Alt+Shift+ArrowDown')
  await studio.keyboard.press('Alt+Shift+ArrowDown')
  await becomes(articleId, [first, last, second])
  await studio.keyboard.press('Control+Alt+3')
  await becomes(articleId, [first, last, `h3 ${long('Second')}`])
  await studio.keyboard.press('Control+z')
  await becomes(articleId, [first, last, second])
  await studio.keyboard.press('Control+Shift+8')
  await becomes(articleId, [first, last, `bullet ${long('Second')}`])
  await studio.keyboard.press('Control+Shift+7')
  await becomes(articleId, [first, last, `number ${long('Second')}`])
  await studio.keyboard.press('Control+Alt+2')
  await becomes(articleId, [first, last, `h2 ${long('Second')}`])
  await studio.keyboard.press('Control+Alt+0')
  await becomes(articleId, [first, last, second])
})

test('text typed right after moving the caret is inserted there, even on a busy page', async () => {
  const {studio, articleId} = await open(`<p>${long('Second')}</p>`)
  await caretIn(studio, 'Second paragraph')
  // Keys wait in line while the page has other things to do.
  await studio.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 1500
      while (performance.now() < end);
    })
  })
  await Promise.all([studio.keyboard.press('Home'), studio.keyboard.type('Now ')])
  await becomes(articleId, [first, `normal Now ${long('Second')}`, last])
})

test('a block is dragged by its handle, and one undo reverts it', async () => {
  const {studio, articleId} = await open(`<p>${long('Second')}</p><p>${long('Third')}</p>`)
  const [second, third] = [`normal ${long('Second')}`, `normal ${long('Third')}`]
  const form = studio.getByTestId('field-body')
  await caretIn(studio, 'First paragraph')
  await form.getByText('First paragraph').hover()
  const handle = studio.getByTestId('drag-handle')
  await handle.waitFor()
  await handle.hover()
  await studio.mouse.down()
  const box = await form.getByText('Third paragraph').boundingBox()
  if (!box) throw new Error('Expected the third paragraph on the page')
  await studio.mouse.move(box.x + 40, box.y + box.height + 2, {steps: 8})
  await studio.mouse.up()
  await becomes(articleId, [second, third, first, last])
  await caretIn(studio, 'Second paragraph')
  await studio.keyboard.press('Control+z')
  await becomes(articleId, [first, second, third, last])
})

test('a block is merged with the one above, and split by Enter', async () => {
  const {studio, articleId} = await open(
    '<p>The sentence was bro-</p><p>ken in the middle, and goes on for a while in its own line.</p>',
  )
  await caretIn(studio, 'ken in the middle')
  await studio.keyboard.press('Control+Alt+m')
  await becomes(articleId, [
    first,
    'normal The sentence was broken in the middle, and goes on for a while in its own line.',
    last,
  ])
  await studio.keyboard.press('Control+z')
  await expect.poll(async () => (await linesOf(articleId)).length, {timeout: PATIENCE}).toBe(4)
})

test('lines become a table', async () => {
  const {studio, articleId} = await open(
    '<p>City ~ People ; of 2026</p><p>Bern ; 140,000</p><p>Basel ; 178,000</p>',
  )
  await caretIn(studio, 'Bern ;')
  await walk(studio, 'Home', 'Shift+ArrowDown', 'Shift+End')
  await studio.keyboard.press('Control+Alt+t')
  await becomes(articleId, [
    first,
    'normal City ~ People ; of 2026',
    'table Bern | 140,000 / Basel | 178,000',
    last,
  ])
  await studio.keyboard.press('Control+z')
  await expect.poll(async () => (await linesOf(articleId)).length, {timeout: PATIENCE}).toBe(5)
})

test('a row that was two is split, and text is moved out of the last row', async () => {
  const {studio, articleId} = await open(
    '<table><tr><th>City<th>People<tr><td>Bern Basel<td>140,000<br>178,000<tr><td>Chur<td>38,000<br>The council meets on Monday, and all may come.</table>',
  )
  await caretIn(studio, 'Bern Basel')
  await walk(studio, 'Home', ...Array.from({length: 5}, () => 'ArrowRight'))
  await studio.keyboard.press('Control+Alt+s')
  await becomes(articleId, [
    first,
    'table City | People / Bern | 140,000 / Basel | 178,000 / Chur | 38,000\nThe council meets on Monday, and all may come.',
    last,
  ])
  await selectWord(studio, studio.getByTestId('field-body'), 'council')
  await settled(studio)
  await walk(studio, 'ArrowLeft', 'Home')
  await studio.keyboard.press('Control+Alt+x')
  await becomes(articleId, [
    first,
    'table City | People / Bern | 140,000 / Basel | 178,000 / Chur | 38,000',
    'normal The council meets on Monday, and all may come.',
    last,
  ])
})
