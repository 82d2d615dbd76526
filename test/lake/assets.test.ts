import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startLake, type TestLake} from './http-support.ts'

const V = '/v2025-02-19/assets'
let dataDir: string
let lake: TestLake
/** Path of an image of 40 by 30 pixels, left half red, right half clear. */
let image: string

interface Asset {
  _id: string
  path: string
  url: string
  mimeType: string
  originalFilename?: string
  metadata: {palette: {dominant: {background: string}}; lqip: string; hasAlpha: boolean; isOpaque: boolean}
}

async function upload(
  kind: 'images' | 'files',
  body: Uint8Array | string,
  query = '',
  contentType = 'application/octet-stream',
): Promise<Asset> {
  const answer = await lake.read(`${V}/${kind}/production${query}`, {
    method: 'POST',
    body: body as BodyInit,
    headers: {'content-type': contentType},
    as: 'editor',
  })
  expect(answer.status).toBe(200)
  return (answer.body as {document: Asset}).document
}

const pathOf = ({path}: Asset) => `/${path}`

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'assets-'))
  lake = await startLake({dataDir})
  const clear = {create: {width: 40, height: 30, channels: 4 as const, background: '#00000000'}}
  const red = {create: {width: 20, height: 30, channels: 4 as const, background: '#c02010'}}
  const bytes = await sharp(clear)
    .composite([{input: red, left: 0, top: 0}])
    .png()
    .toBuffer()
  image = pathOf(await upload('images', bytes, '?filename=half.png'))
})
afterAll(async () => {
  await lake.close()
  rmSync(dataDir, {recursive: true})
})

describe('uploads', () => {
  test('an image is described by what it shows', async () => {
    const bytes = await sharp({create: {width: 8, height: 8, channels: 3, background: '#102030'}})
      .jpeg()
      .toBuffer()
    const {metadata, mimeType} = await upload('images', bytes, '?filename=lies.png', 'text/html')
    expect(mimeType).toBe('image/jpeg')
    expect(metadata).toMatchObject({
      hasAlpha: false,
      isOpaque: true,
      palette: {dominant: {foreground: '#fff', population: 100}},
    })
    expect(metadata.lqip).toMatch(/^data:image\/jpeg;base64,/)
  })

  test('a photograph turned by its camera is as wide as it is seen', async () => {
    const turned = await sharp({create: {width: 60, height: 20, channels: 3, background: '#fff'}})
      .withMetadata({orientation: 6})
      .jpeg()
      .toBuffer()
    expect((await upload('images', turned))._id).toMatch(/-20x60-jpg$/)
  })

  test('names of files lead nowhere', async () => {
    const {_id, originalFilename} = await upload(
      'files',
      'text',
      `?filename=${encodeURIComponent('../../x.p/h')}`,
    )
    expect(_id).toMatch(/^file-[0-9a-f]{40}-bin$/)
    expect(originalFilename).toBe('../../x.p/h')
  })

  test.each([
    ['nothing', ''],
    ['markup', '<svg'],
    ['the beginning of an image', '\x89PNG\r\n\x1a\n'],
  ])('%s is no image, and is not kept', async (_name, body) => {
    const answer = await lake.read(`${V}/images/production`, {method: 'POST', body, as: 'editor'})
    expect(answer).toMatchObject({status: 400, body: {message: expect.any(String)}})
    expect(readdirSync(join(dataDir, 'assets', 'incoming'))).toEqual([])
  })
})

describe('serving', () => {
  test('bytes are what they are said to be, and can do nothing on our origin', async () => {
    const {headers} = await lake.ask(image)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(headers.get('cache-control')).toMatch(/immutable/)
  })

  test('markup is only ever saved, never shown', async () => {
    const page = await upload('files', '<script>alert(1)</script>', '?filename=page.html', 'text/html')
    const {headers} = await lake.ask(pathOf(page))
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('content-security-policy')).toMatch(/sandbox/)
  })

  test('any site may embed it; no site may write by that way', async () => {
    const headers = {origin: 'https://site.example'}
    expect((await lake.ask(image, {headers})).headers.get('access-control-allow-origin')).toBe('*')
    expect((await lake.ask(image, {headers, method: 'POST'})).status).toBe(403)
  })

  test('?dl saves it under a name', async () => {
    const named = await lake.ask(`${image}?dl=${encodeURIComponent('my "photo".png')}`)
    expect(named.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''my%20%22photo%22.png`)
  })

  test.each([
    '/images/local/production/missing.png',
    `/images/local/production/${'0'.repeat(40)}-1x1.png`,
    '/files/local/production/..%2f..%2ftokens.json',
    '/files/local/production/tokens.json',
  ])('%s is not found', async (path) => {
    expect((await lake.ask(path)).status).toBe(404)
  })

  test('tokens are no asset', () => {
    expect(existsSync(join(dataDir, 'tokens.json'))).toBe(true)
  })
})

describe('transformations', () => {
  test.each<[string, {width: number; height: number; format: string}]>([
    ['?w=20', {width: 20, height: 15, format: 'png'}],
    ['?h=15&w=100', {width: 20, height: 15, format: 'png'}],
    ['?w=20&h=20&fit=crop', {width: 20, height: 20, format: 'png'}],
    ['?w=20&h=20&fit=fill', {width: 20, height: 20, format: 'png'}],
    ['?w=20&h=20&fit=scale', {width: 20, height: 20, format: 'png'}],
    ['?w=400&fit=max', {width: 40, height: 30, format: 'png'}],
    ['?w=80', {width: 80, height: 60, format: 'png'}],
    ['?w=20&dpr=2', {width: 40, height: 30, format: 'png'}],
    ['?rect=10,0,20,30', {width: 20, height: 30, format: 'png'}],
    ['?fm=jpg&q=50', {width: 40, height: 30, format: 'jpeg'}],
    ['?fm=webp', {width: 40, height: 30, format: 'webp'}],
  ])('%s', async (query, expected) => {
    const answer = await lake.ask(image + query)
    expect(answer.headers.get('content-type')).toBe(`image/${expected.format}`)
    const {width, height, format} = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect({width, height, format}).toEqual(expected)
  })

  test('auto=format goes by what the browser takes', async () => {
    const of = async (accept: string) =>
      (await lake.ask(`${image}?auto=format`, {headers: {accept}})).headers.get('content-type')
    expect(await of('image/avif,image/webp,*/*')).toBe('image/webp')
    expect(await of('image/png')).toBe('image/png')
  })

  test.each([
    '?w=0',
    '?w=100000',
    '?w=x',
    '?h=-1',
    '?q=101',
    '?dpr=9',
    '?fm=bmp',
    '?w=1&fit=__proto__',
    '?rect=1,2',
    '?rect=1,2,3,4.5',
  ])('%s is refused', async (query) => {
    const answer = await lake.read(image + query)
    expect(answer).toMatchObject({status: 400, body: {message: expect.stringContaining('Expected')}})
  })

  test('a line of pixels is not enlarged beyond memory', async () => {
    const line = await sharp({create: {width: 1, height: 5000, channels: 3, background: '#fff'}})
      .png()
      .toBuffer()
    const answer = await lake.ask(`${pathOf(await upload('images', line))}?w=4000`)
    const {width = 0, height = 0} = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect(Math.max(width, height)).toBeLessThanOrEqual(4096)
  })

  test('a piece that lies outside the image is refused', async () => {
    expect((await lake.ask(`${image}?rect=100,100,10,10`)).status).toBe(400)
  })
})
