/**
 * An editor corrects the extraction profile of a source and has its articles parsed again, in a real browser on the product as it is served: what changes
 * is shown first, and no page is fetched.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {settled} from '../browser/editing.ts'
import {type LaunchedBrowser, launchBrowser} from '../browser/launch.ts'
import {seriousFaults} from '../browser/place.ts'
import {copydesk, editorClient, freePort, type Place, type Running, startServer} from './process.ts'

const PATIENCE = 60_000
vi.setConfig({testTimeout: 240_000, hookTimeout: 180_000})

const prose = (topic: string) =>
  `<p>${topic}: it went on raining over the whole of the country for a long time, and nobody knew when it would stop again.</p>`
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Rain</title></head><body><h1>Rain</h1>
<div class="story">${prose('One')}${prose('Two')}<div class="box">${prose('Sign up')}</div></div></body></html>`

let folder: string
let place: Place
let server: Running
let browser: LaunchedBrowser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-reparse-e2e-'))
  place = {port: await freePort(), sitePort: await freePort(), data: join(folder, 'data')}
  ;[server, browser] = await Promise.all([startServer(place), launchBrowser()])
  const rows = join(folder, 'rows.ndjson')
  writeFileSync(
    rows,
    `${JSON.stringify({url: 'https://daily.example/rain', contentType: 'text/html', body: PAGE})}\n`,
  )
  const ingest = copydesk(place, ['ingest', rows])
  expect([await ingest.ended, ingest.output()]).toEqual([0, expect.stringContaining('1 created')])
})

afterAll(async () => {
  await browser?.close()
  server?.child.kill('SIGTERM')
  await server?.ended
  if (folder) rmSync(folder, {recursive: true, force: true})
})

const bodyOf = async (): Promise<string> =>
  JSON.stringify(await editorClient(place).fetch('*[_type == "article"][0].body'))

test('a corrected profile is tried, then applied to the articles that are there', async () => {
  expect(await bodyOf()).toContain('Sign up')
  await editorClient(place)
    .patch('source-daily-example')
    .set({profile: {_type: 'sourceProfile', keep: [], remove: ['.box']}})
    .commit()

  const page = await browser.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`http://localhost:${place.port}/intent/edit/id=source-daily-example;type=source/`)
  const footer = page.getByTestId('pane-footer').last()
  await footer.getByTestId('action-menu-button').click()
  await page.getByText('Re-parse articles…').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 of 1 article would change').waitFor()
  await dialog.getByText('1 block removed').waitFor()
  expect(await bodyOf()).toContain('Sign up')

  await dialog.getByRole('button', {name: 'Re-parse', exact: true}).click()
  await dialog.getByText('1 of 1 article changed').waitFor()
  expect(await bodyOf()).not.toContain('Sign up')
})

const setProfile = (remove: string[]) =>
  editorClient(place)
    .patch('source-daily-example')
    .set({profile: {_type: 'sourceProfile', keep: [], remove}})
    .commit()

test('articles chosen on the desk are parsed again, each with the profile of its source', async () => {
  await setProfile([])
  const page = await browser.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`http://localhost:${place.port}/`)
  await page.getByTestId('queue-row').first().getByRole('checkbox').click()
  await page.getByRole('button', {name: 'Re-parse…'}).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 of 1 article would change').waitFor()
  expect(await bodyOf()).not.toContain('Sign up')
  await dialog.getByRole('button', {name: 'Re-parse', exact: true}).click()
  await dialog.getByText('1 of 1 article changed').waitFor()
  expect(await bodyOf()).toContain('Sign up')
})

test('the page of a source shows what came of it, its profile in words, and what it would change', async () => {
  await setProfile([])
  const page = await browser.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`http://localhost:${place.port}/intent/edit/id=source-daily-example;type=source/`)
  const overview = page.getByTestId('source-overview')
  await overview.getByText('1 article', {exact: true}).waitFor()
  await overview.getByText('By the general rules.').waitFor()
  expect(await seriousFaults(page, '[data-testid="source-overview"]')).toEqual([])

  await setProfile(['.box'])
  await overview.getByText('Text inside “.box” is removed.').waitFor()
  await overview.getByRole('button', {name: 'Re-parse articles with this profile…'}).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 of 1 article would change').waitFor()
  expect(await bodyOf()).toContain('Sign up')
  const shots = process.env.COPYDESK_TEST_SHOTS
  if (shots) await page.screenshot({path: `${shots}/source-reparse.png`})
  await dialog.getByRole('button', {name: 'Cancel'}).click()
  if (shots) await page.screenshot({path: `${shots}/source-overview.png`})

  await overview.getByText('Rain', {exact: true}).click()
  await page.getByTestId('field-body').waitFor()
})

test('a piece of a page pasted into the text is repaired like a scrape, and one undo takes it back', async () => {
  const page = await browser.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const id = String(await editorClient(place).fetch('*[_type == "article"][0]._id')).replace('drafts.', '')
  await page.goto(`http://localhost:${place.port}/intent/edit/id=${id};type=article/`)
  const text = page.getByTestId('field-body').getByText('One: it went on raining')
  await text.waitFor()
  const before = await bodyOf()
  const isIn = () =>
    page.evaluate(
      () =>
        document.activeElement?.hasAttribute('data-pt-editor') &&
        getSelection()?.anchorNode?.textContent?.includes('One: it'),
    )
  await expect
    .poll(
      async () => {
        await text.click()
        await settled(page, {quiet: 800})
        return isIn()
      },
      {timeout: PATIENCE},
    )
    .toBe(true)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const html =
    '<h2>Snow</h2><p>It snowed &amp;amp; snowed in the hills, and nobody knew when it would stop.</p><p>- first thing to do<br>- second thing to do<br>- third thing to do</p><script>alert(1)</script>'
  await page.evaluate(async (piece) => {
    const types = {
      'text/html': new Blob([piece], {type: 'text/html'}),
      'text/plain': new Blob(['plain'], {type: 'text/plain'}),
    }
    await navigator.clipboard.write([new ClipboardItem(types)])
  }, html)
  await page.keyboard.press('Control+v')
  const linesOf = async () =>
    (
      (await editorClient(place).fetch('*[_type == "article"][0].body')) as {
        style: string
        listItem?: string
        children: {text: string}[]
      }[]
    ).map(({style, listItem, children}) => `${listItem ?? style} ${children.map(({text}) => text).join('')}`)
  await expect
    .poll(async () => (await linesOf()).slice(1, 6), {timeout: PATIENCE})
    .toEqual([
      'h2 Snow',
      'normal It snowed & snowed in the hills, and nobody knew when it would stop.',
      'bullet first thing to do',
      'bullet second thing to do',
      'bullet third thing to do',
    ])
  await page.keyboard.press('Control+z')
  await expect.poll(bodyOf, {timeout: PATIENCE}).toBe(before)
})

test('a stranger on the network cannot ask for it', async () => {
  const address = `http://127.0.0.1:${place.port}/ingest/reparse`
  const ask = (headers: Record<string, string>) =>
    fetch(address, {method: 'POST', headers, body: JSON.stringify({source: 'daily.example', dryRun: true})})
  expect((await ask({})).status).toBe(401)
  expect((await ask({origin: 'https://evil.example'})).status).toBe(403)
})
