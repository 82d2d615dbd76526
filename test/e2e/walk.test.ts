/**
 * The whole walk on the product as `npm start` serves it: the bundled scrape comes in by itself, an editor corrects a word and
 * a cell in a real browser and publishes, and the reference site shows both while nothing else changed.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {correct} from '../browser/editing.ts'
import {type LaunchedBrowser, launchBrowser} from '../browser/launch.ts'
import {copydesk, editorClient, freePort, type Place, type Running, startServer} from './process.ts'

const PATIENCE = 60_000
vi.setConfig({testTimeout: 240_000, hookTimeout: 180_000})

const PERSPECTIVE_QUERY =
  '*[_type == "article"]{_id, title, "tables": body[_type == "table"]{"rows": rows[]{"cells": count(cells)}}}'

let place: Place
let server: Running
let browser: LaunchedBrowser

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-walk-'))
  place = {port: await freePort(), sitePort: await freePort(), data: join(folder, 'data')}
  ;[server, browser] = await Promise.all([startServer(place, []), launchBrowser()])
})

afterAll(async () => {
  await browser?.close()
  server?.child.kill('SIGTERM')
  await server?.ended
  if (place) rmSync(join(place.data, '..'), {recursive: true, force: true})
})

const site = (path: string) => fetch(`http://127.0.0.1:${place.sitePort}${path}`)

test('the sample is there as a draft with two tables of 4 rows by 3 cells, and nowhere else', async () => {
  const drafts = editorClient(place).withConfig({perspective: 'drafts'})
  const articles = await drafts.fetch<{tables: {rows: {cells: number}[]}[]}[]>(PERSPECTIVE_QUERY)
  const fourByThree = {rows: Array.from({length: 4}, () => ({cells: 3}))}
  expect(articles).toMatchObject([{tables: [fourByThree, fourByThree]}])

  const anonymous = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${place.port}`,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
  })
  expect(await anonymous.fetch('*[_type in ["article", "review", "scrape"]]')).toEqual([])
  expect(await (await site('/')).text()).not.toContain('Taliban')
})

test('from the queue to the reader: a word and a cell corrected, published, shown, and nothing else changed', async () => {
  const client = editorClient(place)
  const draft = await client.fetch<Record<string, unknown>>('*[_type == "article"][0]')
  const slug = (draft.slug as {current: string}).current

  const page = await browser.context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`http://localhost:${place.port}/`)
  await page.getByText('Needs review').first().click()
  await page.getByText('China’s Endorsement').first().click()
  const body = page.getByTestId('field-body')
  await body.waitFor()
  await correct(page, body, 'Edukational', 'Educational')
  await correct(page, body.locator('table').nth(1), 'Expanded', 'Growing')
  await page.getByTestId('action-publish').first().click()

  const id = String(draft._id).replace(/^drafts\./, '')
  await expect.poll(() => client.getDocument(id), {timeout: PATIENCE}).toBeTruthy()
  const published = {...(await client.getDocument(id))}
  const expected = JSON.parse(
    JSON.stringify(draft).replace('Edukational', 'Educational').replace('Expanded cross', 'Growing cross'),
  ) as Record<string, unknown>
  for (const stamp of ['_id', '_rev', '_createdAt', '_updatedAt']) {
    delete published[stamp]
    delete expected[stamp]
  }
  expect(published).toEqual(expected)

  const html = await (await site(`/articles/${slug}`)).text()
  expect(html).toContain('Educational Collaborations:')
  expect(html).not.toContain('Edukational')
  expect(html).toContain('Growing cross-border commerce via Afghan routes')
  expect(await (await site('/')).text()).toContain(`/articles/${slug}`)
  const json = (await (await site(`/articles/${slug}.json`)).json()) as {
    version: number
    article: {body: unknown}
  }
  expect(json.version).toBe(1)
  const markdown = await (await site(`/articles/${slug}.md`)).text()
  expect(markdown).toContain('| Uzbekistan | Growing cross-border commerce via Afghan routes |')
  expect(complaints).toEqual([])
})

test('a second start on the same ports says which is taken and what to do', async () => {
  const second = copydesk(place, ['serve'])
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(`Port ${place.port} on 127.0.0.1, for the Studio, is taken`)
  expect(second.output()).toContain('COPYDESK_PORT=')
})

test('a stop is clean, and the next start serves the same data', async () => {
  const before = await editorClient(place).fetch('*[] | order(_id){_id, _rev}')
  server.child.kill('SIGINT')
  expect(await server.ended).toBe(0)
  expect(server.output()).toContain('Stopped.')
  server = await startServer(place, [])
  expect(await editorClient(place).fetch('*[] | order(_id){_id, _rev}')).toEqual(before)
})
