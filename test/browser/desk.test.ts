/** The desk in a real browser, on a real lake, with real clicks and keys. */
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {FINDINGS} from '../../schemas/findings.ts'
import type {Review} from '../../schemas/sanity.types.ts'
import {SITE} from './desk.ts'
import {correct, settled} from './editing.ts'
import {PATIENCE, startPlace} from './place.ts'
import {seedArticle, seedDocuments} from './seed.ts'

const place = startPlace()

async function openDesk(path = '/'): Promise<Page> {
  return place.open(path)
}

/** Opens an article as an editor does: from the queue. */
async function openFromQueue(title: string): Promise<Page> {
  const page = await openDesk('/desk/needsReview')
  await page.getByText(title).first().click()
  await page.getByTestId('field-body').waitFor()
  await page.getByTestId('source-text').waitFor()
  return page
}

const raw = <Document extends object>(id: string) => place.desk.client.getDocument<Document>(id)
const reviewOf = (articleId: string) => raw<Review>(`review.${articleId}`)
/** What an editor wrote, without the stamps of the lake. */
const content = ({_id, _rev, _createdAt, _updatedAt, ...rest}: Record<string, unknown>) => rest

test('opens without login, and lists what needs review by priority, live', async () => {
  await seedArticle(place.desk.client, {url: 'https://a.example/one', title: 'Only warnings here'})
  await seedArticle(place.desk.client, {
    url: 'https://a.example/two',
    title: 'Errors in this one',
    suggestionSeverity: 'error',
  })
  const page = await openDesk('/desk')
  await page.getByText('Needs review').first().click()
  const list = page.getByTestId('document-list-pane').first()
  const titles = async () => {
    const text = (await list.textContent()) ?? ''
    const seen = ['Only warnings here', 'Errors in this one', 'Came in later'].filter((title) =>
      text.includes(title),
    )
    return seen.sort((a, b) => text.indexOf(a) - text.indexOf(b))
  }
  await expect.poll(titles, {timeout: PATIENCE}).toEqual(['Errors in this one', 'Only warnings here'])

  await seedArticle(place.desk.client, {
    url: 'https://a.example/three',
    title: 'Came in later',
    suggestionSeverity: 'error',
  })
  await expect
    .poll(titles, {timeout: PATIENCE})
    .toEqual(['Errors in this one', 'Came in later', 'Only warnings here'])
})

test('opens the article from its review, with both tables as grids', async () => {
  await seedArticle(place.desk.client, {url: 'https://b.example/tables', title: 'Tables as grids'})
  const page = await openFromQueue('Tables as grids')
  const tables = page.getByTestId('field-body').locator('table')
  await expect.poll(() => tables.count(), {timeout: PATIENCE}).toBe(2)
  for (const index of [0, 1]) {
    const rows = tables.nth(index).locator('tr')
    expect(await rows.count()).toBe(4)
    expect(await rows.nth(3).locator('td, th').count()).toBe(3)
  }
})

test('a word and a cell corrected by hand are published, and nothing else changes', async () => {
  const {article, articleId} = await seedArticle(place.desk.client, {
    url: 'https://c.example/correct',
    title: 'To be corrected',
  })
  const page = await openFromQueue('To be corrected')
  const body = page.getByTestId('field-body')
  await correct(page, body, 'Edukational', 'Educational')
  await correct(page, body.locator('table').nth(1), 'Expanded', 'Growing')
  await page.getByTestId('action-publish').first().click()
  await expect.poll(() => raw(articleId), {timeout: PATIENCE}).toBeTruthy()
  expect(await raw(`drafts.${articleId}`)).toBeUndefined()

  const expected = JSON.parse(
    JSON.stringify(article).replace('Edukational', 'Educational').replace('Expanded cross', 'Growing cross'),
  )
  const published = await raw<Record<string, unknown>>(articleId)
  expect(content(published ?? {})).toEqual(content(expected))

  await expect.poll(async () => (await reviewOf(articleId))?.status, {timeout: PATIENCE}).toBe('approved')
  const review = await reviewOf(articleId)
  expect(review?.decisions).toMatchObject([
    {decision: 'published', by: 'local-editor', articleRev: published?._rev},
  ])

  const list = await openDesk('/desk/published')
  await list.getByTestId('published-list').getByText('To be corrected').waitFor()
})

test('open errors prevent publishing until they are marked as done', async () => {
  const {articleId} = await seedArticle(place.desk.client, {
    url: 'https://d.example/errors',
    title: 'With one error',
  })
  const [first] = seedDocuments().review.findings ?? []
  const error = {...first, _key: 'e1', severity: 'error', message: 'The text breaks off here.'}
  await place.desk.client
    .patch(`review.${articleId}`)
    .set({findings: [error]})
    .commit()

  const page = await openFromQueue('With one error')
  const title = page.getByTestId('field-title').getByRole('textbox')
  await title.fill('')
  await page.locator('[data-testid="action-publish"][disabled]').first().waitFor()
  await title.fill('With one error')
  await page.locator('[data-testid="action-publish"]:not([disabled])').first().waitFor()
  await page.getByText('1 error', {exact: true}).first().waitFor()
  await page.getByTestId('action-publish').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('The text breaks off here.').waitFor()
  await dialog.getByText('Show findings').click()
  const finding = page.getByTestId('findings').getByTestId('finding')
  await finding.getByText('Dismiss').click()
  await finding.getByText('Dismissed').waitFor()
  expect((await reviewOf(articleId))?.findings?.[0]?.resolution).toMatchObject({
    state: 'dismissed',
    by: 'local-editor',
  })

  await page.getByTestId('action-publish').first().click()
  await expect.poll(() => raw(articleId), {timeout: PATIENCE}).toBeTruthy()
})

test('a rejection asks for a reason, keeps the draft and leaves the queue', async () => {
  const {articleId} = await seedArticle(place.desk.client, {
    url: 'https://e.example/reject',
    title: 'Not for us',
  })
  const page = await openFromQueue('Not for us')
  await page.getByTestId('pane-footer').first().getByTestId('action-menu-button').click()
  await page.getByText('Reject…').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('An advertisement.')
  await dialog.getByRole('button', {name: 'Reject'}).click()
  await expect.poll(async () => (await reviewOf(articleId))?.status, {timeout: PATIENCE}).toBe('rejected')
  expect((await reviewOf(articleId))?.decisions).toMatchObject([
    {decision: 'rejected', note: 'An advertisement.'},
  ])
  expect(await raw(`drafts.${articleId}`)).toBeTruthy()

  const list = await openDesk('/desk/rejected')
  await list.getByText('Not for us').first().waitFor()
})

test('the source is beside the form as plain text, and findings show message, action and snippet', async () => {
  await seedArticle(place.desk.client, {url: 'https://f.example/source', title: 'Beside its source'})
  const page = await openFromQueue('Beside its source')
  const source = page.getByTestId('source-text')
  const text = await source.textContent()
  expect(text).toContain('< / td>< td> ')
  expect(await source.locator('td, b, li, script').count()).toBe(0)
  await source.locator('mark', {hasText: 'Edukational'}).first().click()
  const shown = page.getByTestId('finding')
  await shown.getByText('Probably "Educational"').waitFor()
  await shown.getByText(FINDINGS['possible-typo'].title, {exact: true}).waitFor()
  await shown.getByText('Suggestion', {exact: true}).waitFor()
  await shown.locator('code', {hasText: 'Edukational'}).waitFor()
})

test('a suggestion applied with one click changes the draft and the open form, and nothing else', async () => {
  const {article, articleId} = await seedArticle(place.desk.client, {
    url: 'https://h.example/apply',
    title: 'With a suggestion',
  })
  const block = article.body.find((candidate) => JSON.stringify(candidate).includes('Edukational'))
  if (block?._type !== 'block') throw new Error('Expected a text block with the misspelling')
  const path = `children[_key=="${block.children[0]?._key}"]`
  const ops = [{op: 'replaceText', key: block._key, path, from: 'Edukational', to: 'Educational'}]
  const [first] = seedDocuments().review.findings ?? []
  const suggestion = JSON.stringify({title: 'Write “Educational”', ops})
  const finding = {...first, _key: 's1', message: 'Probably “Educational”.', action: 'suggested', suggestion}
  await place.desk.client
    .patch(`review.${articleId}`)
    .set({findings: [finding]})
    .commit()

  const page = await openFromQueue('With a suggestion')
  await page.getByTestId('field-body').getByText('Edukational').waitFor()
  await page.getByTestId('source-text').locator('mark').first().click()
  await page.getByTestId('finding').getByText('Apply', {exact: true}).click()
  await page.getByTestId('finding').getByText('Applied', {exact: true}).waitFor()
  await page.getByTestId('field-body').getByText('Educational').waitFor()
  const draft = await raw<Record<string, unknown>>(`drafts.${articleId}`)
  expect(content(draft ?? {})).toEqual(
    content(JSON.parse(JSON.stringify(article).replace('Edukational', 'Educational'))),
  )
})

test('an article published by a program says so, can be approved, and goes back to the desk when unpublished', async () => {
  const {articleId} = await seedArticle(place.desk.client, {
    url: 'https://i.example/outside',
    title: 'By a program',
  })
  await place.desk.client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${articleId}`,
    publishedId: articleId,
  })
  const page = await openFromQueue('By a program')
  await page.getByText('Published outside the desk').first().waitFor()
  await page.getByTestId('action-approve').first().click()
  await expect.poll(async () => (await reviewOf(articleId))?.status, {timeout: PATIENCE}).toBe('approved')
  await page.getByText('Published outside the desk').first().waitFor({state: 'detached'})

  await page.getByTestId('document-header-Published-chip').first().click()
  const opened = page.context().waitForEvent('request', (request) => request.url().startsWith(SITE))
  await page.getByTestId('pane-footer').first().getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: 'Open on the site'}).click()
  const slug = (await raw<Record<string, {current?: string}>>(articleId))?.slug?.current
  expect((await opened).url()).toBe(`${SITE}/articles/${slug}`)

  await page.getByTestId('document-header-Published-chip').first().click()
  await page.getByTestId('action-unpublish').first().click()
  await page.getByTestId('confirm-button').click()
  await expect.poll(async () => (await reviewOf(articleId))?.status, {timeout: PATIENCE}).toBe('inReview')
  expect(await raw(articleId)).toBeUndefined()
  expect(await raw(`drafts.${articleId}`)).toBeTruthy()
  const decisions = (await reviewOf(articleId))?.decisions?.map(({decision}) => decision)
  expect(decisions).toEqual(['approved', 'unpublished'])
})

test('a deleted article leaves its review as the record', async () => {
  const {articleId} = await seedArticle(place.desk.client, {
    url: 'https://j.example/delete',
    title: 'To be deleted',
  })
  const page = await openFromQueue('To be deleted')
  await page.getByTestId('pane-footer').first().getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: 'Delete'}).click()
  await page.getByTestId('confirm-button').click()
  await expect.poll(() => raw(`drafts.${articleId}`), {timeout: PATIENCE}).toBeUndefined()
  await expect.poll(async () => (await reviewOf(articleId))?.status, {timeout: PATIENCE}).toBe('rejected')
  expect((await reviewOf(articleId))?.decisions).toMatchObject([{decision: 'deleted', by: 'local-editor'}])
})

test('sources, authors and topics are edited as in any Studio', async () => {
  await seedArticle(place.desk.client, {url: 'https://k.example/source', title: 'From a source'})
  const page = await openDesk('/desk/source')
  await page.getByText('k.example').first().click()
  const name = page.getByTestId('field-name').getByRole('textbox')
  await name.fill('The K Times')
  await expect
    .poll(async () => (await raw<{name: string}>('source-k-example'))?.name, {timeout: PATIENCE})
    .toBe('The K Times')
  await settled(page)

  await page.goto(`${place.desk.url}/intent/create/type=author;template=author/`)
  await page.getByTestId('field-name').getByRole('textbox').fill('Mara Lindqvist')
  await page.getByText('Generate', {exact: true}).click()
  const typed = () => place.desk.client.fetch('*[_type == "author"][0].slug.current')
  await expect.poll(typed, {timeout: PATIENCE}).toBe('mara-lindqvist')
  // A click on Publish counts for nothing while the form still checks what was typed.
  await settled(page)
  await page.getByTestId('action-publish').first().click()
  const author = () =>
    place.desk.client.fetch(
      '*[_type == "author" && !(_id in path("drafts.**"))][0]{name, "slug": slug.current}',
    )
  await expect.poll(author, {timeout: PATIENCE}).toEqual({name: 'Mara Lindqvist', slug: 'mara-lindqvist'})
})

test('two tabs on the same article both load, and see each other’s edits', async () => {
  await seedArticle(place.desk.client, {url: 'https://g.example/tabs', title: 'In two tabs'})
  const one = await openFromQueue('In two tabs')
  const two = await openFromQueue('In two tabs')
  const title = (page: Page) => page.getByTestId('field-title').getByRole('textbox')
  await title(one).fill('In two tabs at once')
  await expect.poll(() => title(two).inputValue(), {timeout: PATIENCE}).toBe('In two tabs at once')
  await title(two).fill('Seen by both')
  await expect.poll(() => title(one).inputValue(), {timeout: PATIENCE}).toBe('Seen by both')
})
