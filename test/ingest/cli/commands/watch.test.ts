import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {type FakeLake, startFakeLake} from '../../store/write/fake-lake.ts'
import {inProcess} from './in-process.ts'

const SAMPLE = new URL('../../../../app/sample/article.txt', import.meta.url)

let cwd: string
let lake: FakeLake
let env: Record<string, string>

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'copydesk-watch-'))
  lake = await startFakeLake()
  env = {
    SANITY_API_HOST: lake.url,
    SANITY_TOKEN: 'token',
    COPYDESK_DATA: join(cwd, 'data'),
    COPYDESK_INBOX: join(cwd, 'inbox'),
  }
})
afterAll(async () => {
  await lake.close()
  await rm(cwd, {recursive: true})
})

it('takes the inbox, shows what was set aside, and tries it again when told to', async () => {
  await mkdir(join(cwd, 'inbox'))
  await writeFile(join(cwd, 'inbox/good.txt'), await readFile(SAMPLE))
  await writeFile(
    join(cwd, 'inbox/binary.html'),
    Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'),
  )
  expect((await inProcess(['watch', '--once'], {env})).status).toBe(0)
  expect(await readdir(join(cwd, 'inbox/done'))).toEqual(['good.txt'])
  expect((await readdir(join(cwd, 'inbox/failed'))).sort()).toEqual(['binary.html', 'binary.html.reason.txt'])
  expect([...lake.documents.values()].filter(({_type}) => _type === 'article')).toHaveLength(1)

  const status = await inProcess(['status', '--json'], {env})
  const {counts, failed} = JSON.parse(status.stdout)
  expect(counts).toMatchObject({done: 1, failed: 1, queued: 0})
  expect(failed).toMatchObject([{origin: 'inbox/binary.html', reason: {code: 'binary'}}])
  expect((await inProcess(['status'], {env})).stdout).toMatch(
    /^0 queued.*1 failed\nfailed {2}[0-9a-f]{12} .*binary: /,
  )

  expect(await inProcess(['retry', failed[0].id.slice(0, 12)], {env})).toMatchObject({
    status: 0,
    stdout: '1 put back\n',
  })
  expect(await inProcess(['retry', 'ffffffffffff'], {env})).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('is not the id of an input that was set aside'),
  })
  const counted = JSON.parse((await inProcess(['status', '--json'], {env})).stdout)
  expect(counted.counts).toMatchObject({queued: 1, failed: 0})
})
