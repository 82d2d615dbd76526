/** Pictures whose bytes are in the page itself: in documents they are assets. */
import type {BodyBlock, DraftedBlock} from '../../../schemas/body.ts'
import {isDataPicture} from '../../../schemas/data-picture.ts'
import {type DataPicture, readDataPicture} from '../../parse/media/data-picture.ts'
import type {Finding, ParseResult} from '../../parse/types.ts'

/** A picture to upload before the documents that refer to it are written. */
export interface Picture {
  /** Id of its asset, as the Content Lake makes it of the bytes. */
  assetId: string
  contentType: string
  bytes: Uint8Array
}

/** The ids that pictures have in the lake, by those that were expected; undefined for one that the lake refused. */
export type StoredPictures = ReadonlyMap<string, string | undefined>

const EXTENSIONS: Partial<Record<DataPicture['type'], string>> = {jpeg: 'jpg'}

/** https://www.sanity.io/docs/assets: `image-<SHA-1>-<width>x<height>-<extension>`. */
const assetIdOf = ({sha1, width, height, type}: DataPicture): string =>
  `image-${sha1}-${width}x${height}-${EXTENSIONS[type] ?? type}`

const pictureOf = (block: BodyBlock): DataPicture | undefined =>
  block._type === 'figure' && isDataPicture(block.url) ? readDataPicture(block.url) : undefined

/** The pictures of a body, each once. */
export function picturesIn(body: readonly BodyBlock[]): Picture[] {
  const pictures = new Map<string, Picture>()
  for (const block of body) {
    const picture = pictureOf(block)
    if (!picture) continue
    const assetId = assetIdOf(picture)
    pictures.set(assetId, {assetId, contentType: `image/${picture.type}`, bytes: picture.bytes})
  }
  return [...pictures.values()]
}

/** A block as it is stored: a picture of the page itself is a reference to its asset. */
export function storedBlock(block: BodyBlock, stored?: StoredPictures): DraftedBlock {
  const picture = pictureOf(block)
  if (!picture || block._type !== 'figure') return block
  const {url: _, ...figure} = block
  const expected = assetIdOf(picture)
  const assetId = stored?.has(expected) ? stored.get(expected) : expected
  if (assetId === undefined) return figure
  return {...figure, image: {_type: 'image', asset: {_type: 'reference', _ref: assetId}}}
}

/** A result with a finding for each picture that the lake refused. */
export function withRefusals(result: ParseResult, stored: StoredPictures | undefined): ParseResult {
  if (!stored) return result
  const refused = result.article.body.flatMap((block): Finding[] => {
    const picture = pictureOf(block)
    const id = picture && assetIdOf(picture)
    if (id === undefined || !stored.has(id) || stored.get(id) !== undefined) return []
    return [
      {
        _key: `image-dropped-${block._key}`,
        code: 'image-dropped',
        severity: 'warning',
        message:
          'An image was left out. Its bytes are in the page itself, and the Content Lake does not accept them as an image. Save it from the source and add it.',
        action: 'applied-check',
        targets: [{blockKey: block._key}],
        ranges: [],
      },
    ]
  })
  return refused.length > 0 ? {...result, findings: [...result.findings, ...refused]} : result
}
