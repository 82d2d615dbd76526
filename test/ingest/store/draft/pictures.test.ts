import {expect, test} from 'vitest'
import {draft} from '../../../../ingest/store/draft/draft.ts'
import {picturesIn, storedBlock} from '../../../../ingest/store/draft/pictures.ts'
import type {Figure} from '../../../../schemas/body.ts'
import {paragraph, parsed, scrape} from './samples.ts'

const GIF = 'data:image/gif;base64,R0lGODlhBQAHAIAAAP///wAAACwAAAAABQAHAAACBYSPqcsFADs='
const figure = (url = GIF): Figure => ({_type: 'figure', _key: 'f1', url, alt: 'A chart'})

test('a picture becomes a reference to its asset', () => {
  const [picture] = picturesIn([figure()])
  expect(picture).toMatchObject({contentType: 'image/gif'})
  const id = picture?.assetId
  expect(id).toMatch(/^image-[0-9a-f]{40}-5x7-gif$/)
  expect(storedBlock(figure())).toEqual({
    _type: 'figure',
    _key: 'f1',
    alt: 'A chart',
    image: {_type: 'image', asset: {_type: 'reference', _ref: id}},
  })
})

test('a picture that is there twice is one asset', () => {
  expect(picturesIn([figure(), {...figure(), _key: 'f2'}])).toHaveLength(1)
})

test('other blocks stay as they are', () => {
  const blocks = [paragraph('A line.'), figure('https://a.example/a.jpg')]
  expect(blocks.map((block) => storedBlock(block))).toEqual(blocks)
  expect(picturesIn(blocks)).toEqual([])
})

test('the documents hold the id that the lake gave, or a finding where it refused', () => {
  const result = parsed({body: [paragraph('A line.'), figure()]})
  const [{assetId} = {assetId: ''}] = picturesIn(result.article.body)
  const drafted = (id: string | undefined) =>
    draft(scrape('bytes'), result, '1', {pictures: new Map([[assetId, id]])})
  expect(drafted('image-other').article.body[1]).toMatchObject({image: {asset: {_ref: 'image-other'}}})
  expect(drafted('image-other').review.base).toContain('image-other')
  const refused = drafted(undefined)
  expect(refused.article.body[1]).toEqual({_type: 'figure', _key: 'f1', alt: 'A chart'})
  expect(refused.review.findings).toMatchObject([{code: 'image-dropped', targets: [{blockKey: 'f1'}]}])
})
