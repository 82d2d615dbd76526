import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import {MAX_PICTURE_BYTES, readDataPicture} from '../../../../ingest/parse/media/data-picture.ts'
import {readPictureHead} from '../../../../ingest/parse/media/picture-head.ts'
import {idempotent, inert, parse} from '../../../invariants/check.ts'

const image = (width = 60, height = 40) =>
  sharp({create: {width, height, channels: 3, background: {r: 200, g: 90, b: 20}}})
const addressOf = (bytes: Uint8Array, type = 'png'): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`

describe('the head of a picture', () => {
  it.each([
    ['png', () => image().png().toBuffer(), {type: 'png', width: 60, height: 40}],
    ['gif', () => image().gif().toBuffer(), {type: 'gif', width: 60, height: 40}],
    ['jpeg', () => image().jpeg().toBuffer(), {type: 'jpeg', width: 60, height: 40}],
    ['jpeg', () => image().jpeg({progressive: true}).toBuffer(), {type: 'jpeg', width: 60, height: 40}],
    [
      'jpeg of a turned camera',
      () => image().withMetadata({orientation: 6}).jpeg().toBuffer(),
      {type: 'jpeg', width: 40, height: 60},
    ],
    ['webp', () => image().webp().toBuffer(), {type: 'webp', width: 60, height: 40}],
    [
      'webp without loss',
      () => image().webp({lossless: true}).toBuffer(),
      {type: 'webp', width: 60, height: 40},
    ],
    [
      'webp with more than an image',
      () => image().withMetadata().webp().toBuffer(),
      {type: 'webp', width: 60, height: 40},
    ],
    ['avif', () => image().avif().toBuffer(), {type: 'avif', width: 60, height: 40}],
  ])('%s', async (_, bytes, head) => {
    expect(readPictureHead(await bytes())).toEqual(head)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('GIF is a format, and this is a sentence.')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>')],
    ['the start of a file', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a JPEG that goes nowhere', Buffer.from('ffd8ffe00000ffe00000', 'hex')],
    ['a side of 0 pixels', Buffer.from('474946383961000005000000', 'hex')],
  ])('none in %s', (_, bytes) => {
    expect(readPictureHead(bytes)).toBeUndefined()
  })
})

describe('a picture in an address', () => {
  it('has the type of its bytes, whatever the address says', async () => {
    const bytes = await image().webp().toBuffer()
    expect(readDataPicture(addressOf(bytes, 'png'))).toMatchObject({
      type: 'webp',
      address: addressOf(bytes, 'webp'),
    })
  })

  it('may be wrapped, and escaped as in an address', async () => {
    const bytes = await image().png().toBuffer()
    const whole = addressOf(bytes)
    const wrapped = ` ${whole.slice(0, 90)}\n${whole.slice(90)} `
    const escaped = whole.replaceAll('+', '%2B').replaceAll('/', '%2F').replace('image%2F', 'image/')
    expect([wrapped, escaped].map((address) => readDataPicture(address)?.address)).toEqual([whole, whole])
  })

  it('is left out above the limit', async () => {
    const bytes = await image().png().toBuffer()
    const most = Buffer.concat([bytes, Buffer.alloc(MAX_PICTURE_BYTES - bytes.length)])
    expect(readDataPicture(addressOf(most))).toBeDefined()
    expect(readDataPicture(addressOf(Buffer.concat([most, Buffer.alloc(1)])))).toBeUndefined()
  })
})

describe('in an article', () => {
  const figures = (html: string) => {
    const result = parse(html)
    return {
      result,
      urls: result.article.body.flatMap((block) => (block._type === 'figure' ? [block.url] : [])),
      lost: result.findings.filter(({code}) => code === 'image-dropped').length,
    }
  }

  it('is kept with its caption', async () => {
    const address = addressOf(await image().png().toBuffer())
    const {result, urls, lost} = figures(
      `<p>Before it.</p><figure><img src="${address}" alt="A chart"><figcaption>By month.</figcaption></figure>`,
    )
    expect([urls, lost]).toEqual([[address], 0])
    expect(result.article.body).toMatchObject([{}, {alt: 'A chart', caption: 'By month.'}])
    expect([...idempotent(result), ...inert(result)]).toEqual([])
  })

  it('is kept under the same key however it is written', async () => {
    const address = addressOf(await image().png().toBuffer())
    const keys = [address, address.replace('image/png', 'image/jpeg;charset=utf-8')].map((each) =>
      parse(`<p>Before it.</p><img src="${each}">`).article.body.map(({_key}) => _key),
    )
    expect(keys[0]).toEqual(keys[1])
  })

  it('is a sign between words, and reported, where it is small', async () => {
    const address = addressOf(await image(16, 16).png().toBuffer())
    expect(figures(`<p>Press <img src="${address}"> to save.</p>`)).toMatchObject({urls: [], lost: 1})
    expect(figures(`<p>Before it.</p><p><img src="${address}"></p>`)).toMatchObject({
      urls: [address],
      lost: 0,
    })
  })

  it('gives way to the address of the whole image', async () => {
    const address = addressOf(await image().png().toBuffer())
    const {urls} = figures(`<p>Before it.</p><img src="${address}" data-src="https://a.example/a.jpg">`)
    expect(urls).toEqual(['https://a.example/a.jpg'])
  })

  it.each([
    [
      'a drawing',
      'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"%3E%3Cpath d="M0 0h9v9"/%3E%3C/svg%3E',
    ],
    [
      'bytes of another kind',
      `data:image/png;base64,${Buffer.from('no picture '.repeat(20)).toString('base64')}`,
    ],
  ])('is a finding where it is %s', (_, address) => {
    expect(figures(`<p>Before it.</p><img src='${address}' alt="A chart">`)).toMatchObject({
      urls: [],
      lost: 1,
    })
  })
})
