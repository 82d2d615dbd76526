import sharp from 'sharp'
import {Problem} from '../http/problem.ts'
import {type Palette, paletteOf} from './palette.ts'

/**
 * Most pixels of an image: more than any photograph has. Without a limit, a small file could claim a size beyond
 * memory.
 */
export const MAX_PIXELS = 120_000_000
/** Pixels along the longer side of the preview that is displayed while an image loads. */
const PREVIEW = 20

interface ImageMetadata {
  _type: 'sanity.imageMetadata'
  dimensions: {_type: 'sanity.imageDimensions'; width: number; height: number; aspectRatio: number}
  hasAlpha: boolean
  isOpaque: boolean
  lqip: string
  palette: Palette
}

/** The format and metadata of an image. */
export interface ReadImage {
  extension: string
  mimeType: string
  metadata: ImageMetadata
}

/** Accepted formats, by sharp's names. */
const FORMATS: Readonly<Record<string, {extension: string; mimeType: string}>> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

/**
 * Read the format and metadata of an image from its bytes, whatever its name and declared type.
 *
 * @throws Problem 400 if they are not an image of an accepted format
 */
export async function readImage(path: string): Promise<ReadImage> {
  const image = sharp(path, {limitInputPixels: MAX_PIXELS, failOn: 'error'})
  try {
    const {format, autoOrient, hasAlpha} = await image.metadata()
    const kind = FORMATS[format]
    if (!kind)
      throw new Problem(400, `Images of the format "${format}" are not accepted; upload it as a file`)
    const upright = image.autoOrient()
    const [stats, preview, palette] = await Promise.all([
      upright.clone().stats(),
      upright
        .clone()
        .resize(PREVIEW, PREVIEW, {fit: 'inside'})
        .toFormat(hasAlpha ? 'png' : 'jpeg')
        .toBuffer(),
      paletteOf(upright),
    ])
    const {width, height} = autoOrient
    return {
      ...kind,
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
        hasAlpha,
        isOpaque: stats.isOpaque,
        lqip: `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${preview.toString('base64')}`,
        palette,
      },
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(
      400,
      `The image cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
