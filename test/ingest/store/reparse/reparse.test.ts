import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {applyOperations} from '../../../../schemas/operations/apply.ts'
import {startLake, type TestLake} from '../../../lake/http-support.ts'
import {inProcess} from '../../cli/commands/in-process.ts'

vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

const prose = (topic: string) =>
  `<p>${topic}: it went on raining over the whole of the country for a long time, and nobody knew when it would stop again.</p>`
const page = (name: string) => `<!DOCTYPE html><html lang="en"><head><title>${name} | Daily</title>
<link rel="canonical" href="https://daily.example/2026/${name.toLowerCase()}"></head><body>
<h1>${name}</h1><div class="who">Staff</div>
<div class="story">${prose(`${name} one`)}${prose(`${name} two`)}<div class="box">${prose('Sign up')}</div></div></body></html>`

let lake: TestLake
let folder: string
let env: Record<string, string>

beforeEach(async () => {
  lake = await startLake()
  folder = await mkdtemp(join(tmpdir(), 'copydesk-reparse-'))
  env = {
    SANITY_API_HOST: lake.url,
    SANITY_TOKEN: lake.lake.tokens.editor,
    COPYDESK_DATA: folder,
    COPYDESK_PARSE_THREADS: '1',
  }
  const rows = ['Rain', 'Wind'].map((name) =>
    JSON.stringify({
      url: `https://www.daily.example/2026/${name.toLowerCase()}`,
      contentType: 'text/html',
      body: page(name),
    }),
  )
  const {status, stderr} = await inProcess(['ingest', '--ndjson', '-'], {env, stdin: rows.join('\n')})
  expect([status, stderr]).toEqual([0, ''])
})
afterEach(async () => {
  await lake.close()
  await rm(folder, {recursive: true})
})

const client = () => lake.editor.withConfig({perspective: 'raw'})
interface Stored {
  _id: string
  _rev: string
  title: string
  byline?: string
  body: {_key: string; children: {_key: string; text: string}[]}[]
}
const article = async (name: string): Promise<Stored> =>
  client().fetch('*[_type == "article" && title == $name] | order(_id desc)[0]', {name})
const textOf = ({body}: Stored) =>
  body.map(({children}) => children.map(({text}) => text).join('')).join('\n')
const setProfile = (profile: Record<string, unknown>) =>
  client()
    .patch('source-daily-example')
    .set({profile: {_type: 'sourceProfile', ...profile}})
    .commit()
const reparse = (...args: string[]) => inProcess(['reparse', '--source', 'daily.example', ...args], {env})

describe('copydesk reparse', () => {
  it('changes nothing where nothing would be another', async () => {
    const before = await article('Rain')
    expect(await reparse()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('0 changed, 2 unchanged'),
    })
    expect((await article('Rain'))._rev).toBe(before._rev)
  })

  it('says what a profile would change before it is saved, and writes nothing', async () => {
    const before = await article('Rain')
    const file = join(folder, 'profile.json')
    await writeFile(file, JSON.stringify({remove: ['.box'], byline: '.who'}))
    const {status, stdout} = await reparse('--dry-run', '--profile', file)
    expect(status).toBe(0)
    expect(stdout).toMatch(/- normal: Sign up: it went/)
    expect(stdout).toContain('~ byline: nothing → Staff')
    expect(stdout).toContain('2 would be changed')
    expect(await article('Rain')).toEqual(before)
  })

  it('applies the profile that is saved, and keys stay', async () => {
    const before = await article('Rain')
    await setProfile({keep: ['.story'], remove: ['.box'], byline: '.who'})
    expect(await reparse()).toMatchObject({status: 0, stdout: expect.stringContaining('2 changed')})
    const after = await article('Rain')
    expect(textOf(after)).not.toContain('Sign up')
    expect(after.byline).toBe('Staff')
    expect(after.body.map(({_key}) => _key)).toEqual(
      before.body.map(({_key}) => _key).filter((_, index) => index !== 2),
    )
    const review = await client().fetch<{base: string; findings: {code: string}[]; blockSources: unknown[]}>(
      '*[_type == "review" && title == "Rain"][0]{base, findings, blockSources}',
    )
    expect(JSON.parse(review.base).byline).toBe('Staff')
    expect(review.findings.map(({code}) => code)).toContain('profile-removed')
    expect(review.blockSources).toHaveLength(after.body.length)
    // Once more: it is what it is.
    expect((await reparse()).stdout).toContain('2 unchanged')
  })

  it('never overwrites what an editor changed, and says so', async () => {
    const before = await article('Rain')
    const [first] = before.body
    await client()
      .patch(before._id)
      .set({title: 'Rain!', [`body[_key=="${first?._key}"].children[0].text`]: 'An editor wrote this.'})
      .commit()
    await setProfile({remove: ['.box'], title: '.who', byline: '.who'})
    const {stdout} = await reparse()
    expect(stdout).toMatch(/an editor changed (?:title, body|body, title): not changed/)
    const after = await article('Rain!')
    expect(textOf(after)).toContain('An editor wrote this.')
    expect(textOf(after)).toContain('Sign up')
    // What the editor had not touched follows the profile.
    expect(after.byline).toBe('Staff')
    const findings = await client().fetch<{code: string}[]>('*[_id == $id][0].findings', {
      id: `review.${after._id.replace('drafts.', '')}`,
    })
    expect(findings.map(({code}) => code)).toContain('reparse-kept')
  })

  it('leaves what is published, and puts the change beside it as a draft', async () => {
    const {_id} = await article('Rain')
    const id = _id.replace('drafts.', '')
    await client().action({actionType: 'sanity.action.document.publish', draftId: _id, publishedId: id})
    await client().patch(`review.${id}`).set({status: 'approved'}).commit()
    await setProfile({remove: ['.box']})
    expect((await reparse()).stdout).toContain('2 changed')
    const [draft, published, review] = await Promise.all(
      [`drafts.${id}`, id, `review.${id}`].map((name) => client().getDocument(name)),
    )
    expect(textOf(published as unknown as Stored)).toContain('Sign up')
    expect(textOf(draft as unknown as Stored)).not.toContain('Sign up')
    expect(draft?.slug).toEqual(published?.slug)
    expect(review?.status).toBe('needsReview')
  })

  it('keeps what an editor put back, once, whatever the profile makes of it', async () => {
    const passage = 'Umbrellas are sold at the door of the town hall.'
    const body = page('Hail').replace('<div class="box">', `<div class="promo"><p>${passage}</p></div>$&`)
    const row = {url: 'https://daily.example/2026/hail', contentType: 'text/html', body}
    await inProcess(['ingest', '--ndjson', '-'], {env, stdin: JSON.stringify(row)})
    const before = await article('Hail')
    expect(textOf(before)).not.toContain(passage)
    const review = `review.${before._id.replace('drafts.', '')}`
    const findings = () =>
      client().fetch<{_key: string; suggestion?: string; resolution?: {state: string}}[]>(
        '*[_id == $review][0].findings[defined(suggestion)]',
        {review},
      )
    const [finding] = await findings()
    const applied = applyOperations(before.body, JSON.parse(finding?.suggestion ?? '').ops)
    if ('error' in applied) throw new Error(applied.error)
    await client()
      .transaction()
      .patch(before._id, {set: {body: applied.body}})
      .patch(review, {
        set: {[`findings[_key=="${finding?._key}"].resolution`]: {state: 'applied', by: 'ann'}},
      })
      .commit()

    await setProfile({remove: ['.box']})
    expect((await reparse()).stdout).toContain('3 changed')
    const after = await article('Hail')
    expect(textOf(after)).not.toContain('Sign up')
    expect(textOf(after).split(passage)).toHaveLength(2)
    expect(await findings()).toMatchObject([{resolution: {state: 'applied'}}])
    expect((await reparse()).stdout).toContain('3 unchanged')

    await setProfile({keep: ['.story', '.promo']})
    expect((await reparse()).stdout).toContain('3 changed')
    const kept = await article('Hail')
    expect(textOf(kept).split(passage)).toHaveLength(2)
    expect(textOf(kept)).toContain('Sign up')
    expect(await findings()).toEqual([])
  })

  it('names the selector and the source of a profile that cannot be used', async () => {
    await setProfile({keep: ['a[']})
    const {status, stderr} = await reparse()
    expect(status).toBe(1)
    expect(stderr).toContain('`a[`')
    expect(stderr).toContain('source-daily-example')
  })

  it('goes on after an article that cannot be parsed again', async () => {
    const {_id} = await article('Rain')
    const scrape = await client().fetch<string>('*[_id == $id][0].scrape._ref', {
      id: `review.${_id.replace('drafts.', '')}`,
    })
    await client().patch(scrape).unset(['raw']).commit()
    await setProfile({remove: ['.box']})
    const {status, stdout} = await reparse()
    expect(status).toBe(3)
    expect(stdout).toContain('not-found: The bytes of')
    expect(stdout).toContain('1 changed, 0 unchanged, 0 kept because of edits, 1 failed')
  })

  it.each([
    [['--source', 'nobody.example'], 1, 'No source has the id or domain nobody.example'],
    [['--source', 'daily.example', '--profile', 'x.json'], 2, '--dry-run'],
    [[], 2, '--source'],
  ])('%s', async (args, status, message) => {
    const ended = await inProcess(['reparse', ...args], {env})
    expect(ended.status).toBe(status)
    expect(ended.stderr).toContain(message)
  })
})

describe('a new page of a source with a profile', () => {
  it('is parsed by it', async () => {
    await setProfile({remove: ['.box'], byline: '.who'})
    const row = {url: 'https://daily.example/2026/snow', contentType: 'text/html', body: page('Snow')}
    await inProcess(['ingest', '--ndjson', '-'], {env, stdin: JSON.stringify(row)})
    const snow = await article('Snow')
    expect(snow.byline).toBe('Staff')
    expect(textOf(snow)).not.toContain('Sign up')
  })
  it('is set aside where the profile cannot be used', async () => {
    await setProfile({keep: ['a[']})
    const row = {url: 'https://daily.example/2026/snow', contentType: 'text/html', body: page('Snow')}
    const {status, stderr} = await inProcess(['ingest', '--ndjson', '-'], {env, stdin: JSON.stringify(row)})
    expect(status).toBe(3)
    expect(stderr).toContain('bad-profile')
  })
})
