import {createHash} from 'node:crypto'
import sharp from 'sharp'
import {afterAll, describe, expect, test} from 'vitest'
import {refusal, type Target} from './target.ts'

/** Assets: uploads by the client, and what their documents say. */
export function assetCases(target: () => Target): void {
  describe('assets', () => {
    const made: string[] = []
    afterAll(async () => {
      for (const id of made) await target().editor.delete(id)
    })
    const red = () =>
      sharp({create: {width: 40, height: 30, channels: 3, background: '#c03020'}})
        .png()
        .toBuffer()

    test('an image is named by its bytes and size, and described', async () => {
      const bytes = await red()
      const sha1 = createHash('sha1').update(bytes).digest('hex')
      const asset = await target().editor.assets.upload('image', bytes, {filename: 'red.png', title: 'Red'})
      made.push(asset._id)
      expect(asset).toMatchObject({
        _id: `image-${sha1}-40x30-png`,
        _type: 'sanity.imageAsset',
        sha1hash: sha1,
        size: bytes.byteLength,
        extension: 'png',
        mimeType: 'image/png',
        originalFilename: 'red.png',
        title: 'Red',
        metadata: {dimensions: {width: 40, height: 30, aspectRatio: 4 / 3}, hasAlpha: false, isOpaque: true},
      })
      expect(asset.url).toContain(`${sha1}-40x30.png`)
      const answer = await fetch(asset.url)
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
      expect(answer.headers.get('content-type')).toBe('image/png')
    })

    test('the same bytes again give the same document', async () => {
      const bytes = await red()
      const first = await target().editor.assets.upload('image', bytes)
      const second = await target().editor.assets.upload('image', bytes)
      expect(second._id).toBe(first._id)
    })

    test('a file is named by its bytes and its name’s extension', async () => {
      const bytes = Buffer.from(`id,name\n1,${target().prefix}\n`)
      const sha1 = createHash('sha1').update(bytes).digest('hex')
      const asset = await target().editor.assets.upload('file', bytes, {
        filename: 'table.csv',
        contentType: 'text/csv',
      })
      made.push(asset._id)
      expect(asset).toMatchObject({
        _id: `file-${sha1}-csv`,
        _type: 'sanity.fileAsset',
        extension: 'csv',
        mimeType: 'text/csv',
      })
      expect(await (await fetch(asset.url)).text()).toBe(bytes.toString())
    })

    test('what is no image is refused as one', async () => {
      const text = Buffer.from('<p>not an image</p>')
      expect(await refusal(target().editor.assets.upload('image', text))).toMatchObject({statusCode: 400})
    })

    test('nobody uploads without a token', async () => {
      const {statusCode} = await refusal(target().anonymous.assets.upload('file', Buffer.from('x')))
      expect([401, 403]).toContain(statusCode)
    })
  })
}
