import sharp from 'sharp'
import {Problem} from '../http/problem.ts'
import {type Palette, paletteOf} from './palette.ts'

/** More pixels than any photograph has; a small file can claim to be larger than memory. */
export const MAX_PIXELS = 120_000_000
/** Pixels along the longer side of the preview that stands in while an image loads. */
const PREVIEW = 20

interface ImageMetadata {
  _type: 'sanity.imageMetadata'
  dimensions: {_type: 'sanity.imageDimensions'; width: number; height: number; aspectRatio: number}
  hasAlpha: boolean
  isOpaque: boolean
  lqip: string
  palette: Palette
}

export interface ReadImage {
  extension: string
  mimeType: string
  metadata: ImageMetadata
}

/** Formats taken, by sharp's name for them. */
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
 * What the bytes of a file are as an image; its name and declared type are not believed.
 *
 * @throws Problem 400 when they are no image of a format that is taken
 */
export async function readImage(path: string): Promise<ReadImage> {
  const image = sharp(path, {limitInputPixels: MAX_PIXELS, failOn: 'error'})
  try {
    const {format, autoOrient, hasAlpha} = await image.metadata()
    const kind = FORMATS[format]
    if (!kind) throw new Problem(400, `Images of the format "${format}" are not taken; upload it as a file`)
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
      `The bytes are not an image that can be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
