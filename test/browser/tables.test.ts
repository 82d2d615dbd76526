/** Tables edited as in a spreadsheet: with the mouse, keys and the clipboard of a real browser, as the stored document says. */
import type {Locator, Page} from 'playwright-core'
import {expect, test} from 'vitest'
import type {Article, Table} from '../../schemas/sanity.types.ts'
import {textOfCell} from '../../studio/editor/table/text.ts'
import {settled} from './editing.ts'
import {PATIENCE, seriousFaults, startPlace} from './place.ts'
import {scrapeArticle} from './scraped.ts'

const place = startPlace()

const CELLS = '<tr><th>City<th>People<tr><td>Bern<td>140,000<tr><td>Basel<td>178,000'
const page = (table: string, after = '') =>
  `<article><h1>Three cities</h1><p>The three cities of the north have grown since the last count of their people.</p><table>${table}</table><p>The next count of their people will be held in the spring of the coming year.</p>${after}</article>`

async function openTable(
  path: string,
  table = CELLS,
): Promise<{studio: Page; form: Locator; articleId: string}> {
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: `https://t.example/${path}`,
    source: page(table),
  })
  const studio = await place.open(`/desk/needsReview;review.${articleId}`)
  const form = studio.getByTestId('field-body')
  await form.locator('table').first().waitFor()
  return {studio, form, articleId}
}

async function tableOf(articleId: string): Promise<Table | undefined> {
  const draft = await place.desk.client.getDocument<Article>(`drafts.${articleId}`)
  return draft?.body.find(({_type}) => _type === 'table') as Table | undefined
}

const gridOf = async (articleId: string) =>
  (await tableOf(articleId))?.rows.map(({cells}) => cells.map(textOfCell))

const becomes = (articleId: string, grid: string[][]) =>
  expect.poll(() => gridOf(articleId), {timeout: PATIENCE}).toEqual(grid)

/** Puts the caret at the end of a cell, and waits until the Studio knows. */
async function goTo(studio: Page, form: Locator, text: string): Promise<void> {
  await form.locator('td').getByText(text, {exact: true}).click()
  await studio.keyboard.press('End')
  await expect
    .poll(() => form.getByRole('button', {name: 'Row', exact: true}).first().isEnabled(), {timeout: PATIENCE})
    .toBe(true)
  await settled(studio)
}

async function choose(studio: Page, form: Locator, menu: 'Row' | 'Column', item: string): Promise<void> {
  await form.getByRole('button', {name: menu, exact: true}).first().click()
  await studio.getByRole('menuitem', {name: item}).click()
}

async function paste(studio: Page, data: {text: string; html?: string}): Promise<void> {
  await studio.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await studio.evaluate(async ({text, html}) => {
    const types: Record<string, Blob> = {'text/plain': new Blob([text], {type: 'text/plain'})}
    if (html) types['text/html'] = new Blob([html], {type: 'text/html'})
    await navigator.clipboard.write([new ClipboardItem(types)])
  }, data)
  await studio.keyboard.press('Control+v')
}

/** What is on the clipboard, as text and as HTML. */
const copiedIn = (studio: Page): Promise<(string | undefined)[]> =>
  studio.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : undefined
    return [await read('text/plain'), await read('text/html')]
  })

test('rows and columns are inserted, moved, aligned and deleted, each reverted by one undo', async () => {
  const {studio, form, articleId} = await openTable('rows')
  const before = await gridOf(articleId)
  await goTo(studio, form, 'Bern')
  await choose(studio, form, 'Row', 'Move the row down')
  await becomes(articleId, [
    ['City', 'People'],
    ['Basel', '178,000'],
    ['Bern', '140,000'],
  ])
  await studio.keyboard.press('Control+z')
  await becomes(articleId, before as string[][])

  await goTo(studio, form, 'Bern')
  await choose(studio, form, 'Column', 'Move the column right')
  await becomes(articleId, [
    ['People', 'City'],
    ['140,000', 'Bern'],
    ['178,000', 'Basel'],
  ])
  await choose(studio, form, 'Column', 'Align right')
  await expect
    .poll(async () => (await tableOf(articleId))?.alignment, {timeout: PATIENCE})
    .toEqual(['none', 'right'])
  await choose(studio, form, 'Column', 'Insert a column to the left')
  await becomes(articleId, [
    ['People', '', 'City'],
    ['140,000', '', 'Bern'],
    ['178,000', '', 'Basel'],
  ])
  expect((await tableOf(articleId))?.alignment).toEqual(['none', 'none', 'right'])
  await choose(studio, form, 'Column', 'Delete the column')
  await goTo(studio, form, 'Basel')
  await choose(studio, form, 'Row', 'Delete the row')
  await becomes(articleId, [
    ['People', 'City'],
    ['140,000', 'Bern'],
  ])
})

test('caption, header row and header column are set above the table', async () => {
  const {studio, form, articleId} = await openTable('caption')
  await form.getByLabel('Caption of the table').fill('People of the cities')
  await studio.keyboard.press('Enter')
  await expect
    .poll(async () => (await tableOf(articleId))?.caption, {timeout: PATIENCE})
    .toBe('People of the cities')
  await form.getByRole('button', {name: 'Header column'}).click()
  await form.getByRole('button', {name: 'Header row'}).click()
  await expect
    .poll(
      async () => {
        const table = await tableOf(articleId)
        return [table?.headerRows, table?.headerColumns]
      },
      {timeout: PATIENCE},
    )
    .toEqual([0, 1])
  expect(await seriousFaults(studio, '[data-testid="table-frame"]')).toEqual([])
})

test('a whole table is selected, copied and deleted from its menu', async () => {
  const {studio, form, articleId} = await openTable('whole')
  const whole = async (item: string) => {
    await form.getByRole('button', {name: 'Table menu'}).click()
    await studio.getByRole('menuitem', {name: item}).click()
    await settled(studio)
  }
  await whole('Select table')
  await studio.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await studio.keyboard.press('Control+c')
  await expect
    .poll(async () => (await copiedIn(studio))[0], {timeout: PATIENCE})
    .toBe('City\tPeople\nBern\t140,000\nBasel\t178,000')
  await whole('Delete table')
  await expect.poll(() => tableOf(articleId), {timeout: PATIENCE}).toBeUndefined()
})

test('a table that is scrolled into view adds no element to the editor, which would move the caret back', async () => {
  const {studio, form} = await openTable('still')
  const frame = form.getByTestId('table-frame')
  const scroll = (block: 'start' | 'center') =>
    frame.evaluate((node, to) => node.scrollIntoView({block: to}), block)
  await studio.setViewportSize({width: 1440, height: 460})
  await frame.evaluate((node) => {
    const put: string[] = []
    Reflect.set(window, 'put', put)
    new MutationObserver((records) => {
      for (const {addedNodes} of records) for (const added of addedNodes) put.push(added.textContent ?? '')
    }).observe(node, {childList: true, subtree: true})
  })
  const editor = form.locator('[contenteditable="true"]').first()
  for (let time = 0; time < 2; time++) {
    await editor.evaluate((node) => node.firstElementChild?.scrollIntoView({block: 'end'}))
    await settled(studio)
    await scroll('center')
    await frame.getByText('Basel').hover()
    await settled(studio)
  }
  expect(await studio.evaluate(() => Reflect.get(window, 'put'))).toEqual([])
})

test('Tab in the last cell adds a row', async () => {
  const {studio, form, articleId} = await openTable('tab')
  await goTo(studio, form, '178,000')
  await studio.keyboard.press('Tab')
  await settled(studio)
  await studio.keyboard.type('Chur', {delay: 25})
  await studio.keyboard.press('Tab')
  await settled(studio)
  await studio.keyboard.type('38,000', {delay: 25})
  await becomes(articleId, [
    ['City', 'People'],
    ['Bern', '140,000'],
    ['Basel', '178,000'],
    ['Chur', '38,000'],
  ])
})

test('a pasted spreadsheet range replaces cells from the current one on, and the table grows', async () => {
  const {studio, form, articleId} = await openTable('paste')
  const before = await gridOf(articleId)
  await goTo(studio, form, '178,000')
  await paste(studio, {text: '179,000\t2026\n38,000\t2025\n'})
  const after = [
    ['City', 'People', ''],
    ['Bern', '140,000', ''],
    ['Basel', '179,000', '2026'],
    ['', '38,000', '2025'],
  ]
  await becomes(articleId, after)
  await studio.keyboard.press('Control+z')
  await becomes(articleId, before as string[][])
})

test('a table pasted into the text becomes a table, and cells are copied as text and as HTML', async () => {
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: 'https://t.example/text',
    source:
      '<article><h1>No table</h1><p>The first paragraph of the text is long enough to be read as prose.</p><p>The second paragraph of the text is long enough to be read as prose.</p></article>',
  })
  const studio = await place.open(`/desk/needsReview;review.${articleId}`)
  const form = studio.getByTestId('field-body')
  await form.getByText('The first paragraph').click()
  await studio.keyboard.press('End')
  await settled(studio)
  await paste(studio, {
    text: 'City People',
    html: '<html><body><!--StartFragment--><table><caption>Cities</caption><thead><tr><th>City</th><th>People</th></tr></thead><tbody><tr><td><b>Bern</b></td><td>140,000</td></tr></tbody></table><!--EndFragment--></body></html>',
  })
  await becomes(articleId, [
    ['City', 'People'],
    ['Bern', '140,000'],
  ])
  const table = await tableOf(articleId)
  expect(table).toMatchObject({caption: 'Cities', headerRows: 1})
  expect(table?.rows[1]?.cells[0]?.value[0]?.children?.[0]?.marks).toEqual(['strong'])
  const draft = await place.desk.client.getDocument<Article>(`drafts.${articleId}`)
  expect(draft?.body.map(({_type}) => _type)).toEqual(['block', 'table', 'block'])

  await form.locator('td').getByText('City', {exact: true}).click()
  await settled(studio)
  await studio.keyboard.down('Shift')
  await form.locator('td').getByText('140,000', {exact: true}).click()
  await studio.keyboard.up('Shift')
  await settled(studio)
  await studio.keyboard.press('Control+c')
  await expect
    .poll(async () => (await copiedIn(studio))[0], {timeout: PATIENCE})
    .toBe('City\tPeople\nBern\t140,000')
  expect((await copiedIn(studio))[1]).toContain('<th>City</th>')
})

test('a table with uneven rows shows where, and is filled up with one click', async () => {
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: 'https://t.example/ragged',
    source: page(CELLS),
  })
  const table = await tableOf(articleId)
  const key = (await place.desk.client.getDocument<Article>(`drafts.${articleId}`))?.body.find(
    ({_type}) => _type === 'table',
  )?._key
  const row = table?.rows[2]
  await place.desk.client
    .patch(`drafts.${articleId}`)
    .unset([`body[_key=="${key}"].rows[_key=="${(row as {_key?: string})._key}"].cells[1]`])
    .commit()
  const studio = await place.open(`/desk/needsReview;review.${articleId}`)
  const notice = studio.getByTestId('ragged')
  await notice.waitFor()
  expect(await notice.textContent()).toContain('Row 3 has 1 cells, the first row has 2')
  await notice.getByRole('button').click()
  await becomes(articleId, [
    ['City', 'People'],
    ['Bern', '140,000'],
    ['Basel', ''],
  ])
  await notice.waitFor({state: 'detached'})
})

test('a long table is edited in a separate grid, and its changes are one step', async () => {
  const lines = Array.from({length: 120}, (_, index) => `<tr><td>Place ${index}<td>${index * 10}`).join('')
  const {articleId} = await scrapeArticle(place.desk.client, {
    url: 'https://t.example/long',
    source: page(`<tr><th>City<th>People${lines}`),
  })
  const before = await gridOf(articleId)
  const studio = await place.open(`/desk/needsReview;review.${articleId}`)
  const large = studio.getByTestId('large-table')
  await large.waitFor()
  await large.getByRole('button', {name: 'Open grid'}).click()
  const dialog = studio.getByRole('dialog')
  const cell = (text: string) => dialog.getByRole('gridcell', {name: text, exact: true})
  await cell('Place 2').dblclick()
  await studio.keyboard.press('Control+a')
  await studio.keyboard.type('Chur')
  await studio.keyboard.press('Enter')
  await cell('Chur').waitFor()
  await cell('30').click()
  await paste(studio, {text: '31\tmany\n41\tmore\n'})
  await cell('more').waitFor()
  // A colleague corrects another cell of the same table meanwhile.
  const draft = await place.desk.client.getDocument<Article>(`drafts.${articleId}`)
  const theirs = draft?.body.find(({_type}) => _type === 'table') as Table & {_key: string}
  const row = theirs.rows[100] as Table['rows'][number] & {_key: string}
  const block = row.cells[0]?.value[0]
  await place.desk.client
    .patch(`drafts.${articleId}`)
    .set({
      [`body[_key=="${theirs._key}"].rows[_key=="${row._key}"].cells[0].value[0].children[0].text`]: 'Theirs',
    })
    .commit()
  expect(block?.children?.[0]?.text).toBe('Place 99')

  // A rectangle of cells, by mouse and by keys.
  await cell('Place 5').click()
  await cell('60').click({modifiers: ['Shift']})
  await studio.keyboard.press('Control+c')
  await expect
    .poll(async () => (await copiedIn(studio))[0], {timeout: PATIENCE})
    .toBe('Place 5\t50\nPlace 6\t60')
  await cell('Place 7').click()
  await studio.keyboard.press('Shift+ArrowDown')
  await studio.keyboard.press('Delete')
  await cell('Place 8').waitFor({state: 'detached'})
  // Escape gives up the rectangle, and not what was done in the grid.
  await studio.keyboard.press('Escape')
  await dialog.getByText('edited', {exact: false}).first().waitFor()
  await cell('Place 9').click()
  await studio.keyboard.press('Delete')
  await cell('Place 9').waitFor({state: 'detached'})

  await cell('Place 0').click()
  await dialog.getByRole('button', {name: 'Row', exact: true}).click()
  await studio.getByRole('menuitem', {name: 'Delete the row'}).click()
  await cell('Place 0').waitFor({state: 'detached'})
  expect(await seriousFaults(studio, '[role="dialog"]')).toEqual([])
  await dialog.getByRole('button', {name: 'Apply to the article'}).click()
  const expected = (before as string[][]).map((row) => [...row, ''])
  expected[3] = ['Chur', '20', '']
  expected[4] = ['Place 3', '31', 'many']
  expected[5] = ['Place 4', '41', 'more']
  expected[8] = ['', '70', '']
  expected[9] = ['', '80', '']
  expected[10] = ['', '90', '']
  expected[100] = ['Theirs', '990', '']
  expected.splice(1, 1)
  await becomes(articleId, expected)

  // One undo takes all of it back, and nothing of the colleague's.
  await studio.getByTestId('field-body').getByText('The next count').click()
  await settled(studio)
  await studio.keyboard.press('Control+z')
  const undone = (before as string[][]).map((row) => [...row])
  undone[100] = ['Theirs', '990']
  await becomes(articleId, undone)

  await studio.getByTestId('large-table').getByRole('button', {name: 'Table menu'}).click()
  await studio.getByRole('menuitem', {name: 'Delete table'}).click()
  await expect.poll(() => tableOf(articleId), {timeout: PATIENCE}).toBeUndefined()
})
