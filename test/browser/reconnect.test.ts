/** A desk that is left open while the lake goes away and comes back. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test, vi} from 'vitest'
import {type Desk, startDesk} from './desk.ts'
import {type LaunchedBrowser, launchBrowser} from './launch.ts'
import {seedArticle} from './seed.ts'

vi.setConfig({testTimeout: 240_000, hookTimeout: 60_000})
const PATIENCE = 90_000

const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-reconnect-'))
let desk: Desk | undefined
let browser: LaunchedBrowser | undefined

afterAll(async () => {
  await browser?.close()
  await desk?.close()
  rmSync(dataDir, {recursive: true, force: true})
})

test('an open list and an open form continue when the lake is back', async () => {
  ;[desk, browser] = await Promise.all([startDesk({dataDir}), launchBrowser()])
  const {articleId} = await seedArticle(desk.client, {
    url: 'https://a.example/before',
    title: 'Before the restart',
  })
  const page = await browser.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`${desk.url}/desk/needsReview`)
  await page.getByText('Before the restart').first().click()
  const title = page.getByTestId('field-title').getByRole('textbox')
  await title.waitFor()

  await desk.close()
  await page
    .getByText(/Trying to connect|Connecting|Reconnecting|offline/i)
    .first()
    .waitFor()
  desk = await startDesk({dataDir, port: Number(new URL(desk.url).port)})
  const {client} = desk

  await client.patch(`drafts.${articleId}`).set({title: 'Changed after the restart'}).commit()
  await expect.poll(() => title.inputValue(), {timeout: PATIENCE}).toBe('Changed after the restart')
  await title.fill('Typed after the restart')
  await expect
    .poll(async () => (await client.getDocument(`drafts.${articleId}`))?.title, {timeout: PATIENCE})
    .toBe('Typed after the restart')
})
