import sharp from 'sharp'
import {expect, it} from 'vitest'
import {getArticle} from '../../../../deliver/articles.ts'
import {imageSource} from '../../../../render/blocks/figure/image-source.ts'
import {readFigure} from '../../../../render/blocks/figure/read.ts'
import {startLake} from '../../../deliver/lake.ts'

const url = 'https://cdn.example/a.jpg'
const cases: [name: string, image: Record<string, unknown>, source: unknown][] = [
  ['no address', {url: 'javascript:x', width: 1, height: 1}, undefined],
  ['no size', {url, width: null, height: null}, {src: url}],
  ['a size that is none', {url, width: Number.NaN, height: 5}, {src: url}],
  [
    'a drawing',
    {url: 'https://cdn.example/a.svg', width: 10, height: 20},
    {src: 'https://cdn.example/a.svg', width: 10, height: 20},
  ],
  [
    'a small image',
    {url, width: 300, height: 150, crop: null},
    {src: `${url}?w=300&auto=format`, srcset: `${url}?w=300&auto=format 300w`, width: 300, height: 150},
  ],
  [
    'a large image',
    {url, width: 5000, height: 2500},
    {
      src: `${url}?w=1200&auto=format`,
      srcset: [400, 800, 1200, 1600, 2400]
        .map((width) => `${url}?w=${width}&auto=format ${width}w`)
        .join(', '),
      width: 5000,
      height: 2500,
    },
  ],
  [
    'a cropped image',
    {url, width: 1000, height: 500, crop: {left: 0.1, right: 0.5, top: 0, bottom: 0.2}},
    {
      src: `${url}?rect=100%2C0%2C400%2C400&w=400&auto=format`,
      srcset: `${url}?rect=100%2C0%2C400%2C400&w=400&auto=format 400w`,
      width: 400,
      height: 400,
    },
  ],
  [
    'a crop that leaves nothing',
    {url, width: 100, height: 50, crop: {left: 0.6, right: 0.6, top: 7, bottom: 'x'}},
    {src: `${url}?w=100&auto=format`, srcset: `${url}?w=100&auto=format 100w`, width: 100, height: 50},
  ],
]

it.each(cases)('%s', (_, image, source) => {
  expect(imageSource(image)).toEqual(source)
})

it('gives what the lake makes of an uploaded image', async () => {
  const lake = await startLake()
  try {
    const png = await sharp({create: {width: 200, height: 100, channels: 3, background: 'red'}})
      .png()
      .toBuffer()
    const {_id} = await lake.editor.assets.upload('image', png, {filename: 'red.png'})
    const crop = {_type: 'sanity.imageCrop', left: 0.25, right: 0.25, top: 0, bottom: 0.5}
    const image = {_type: 'image', asset: {_type: 'reference', _ref: _id}, crop}
    await lake.editor.create({
      _type: 'article',
      _id: 'article-1',
      slug: {current: 'a'},
      leadImage: {_type: 'figure', image},
      body: [],
    })
    const article = await getArticle(lake.site, 'a')
    const source = article?.leadImage ? readFigure(article.leadImage)?.image : undefined
    expect(source).toMatchObject({width: 100, height: 50})
    const answer = await fetch(source?.src ?? '')
    expect(answer.status).toBe(200)
    const {width, height} = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([width, height]).toEqual([100, 50])
  } finally {
    await lake.close()
  }
})
