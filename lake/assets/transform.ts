import PQueue from 'p-queue'
import sharp, {type FitEnum, type FormatEnum, type Sharp} from 'sharp'
import {Problem} from '../http/problem.ts'
import {MAX_PIXELS} from './image.ts'

/** A transformation in an image URL: the part of Sanity's image pipeline that renderers use. */
export interface Transformation {
  width?: number
  height?: number
  fit: keyof FitEnum
  withoutEnlargement: boolean
  /** Left, top, width and height, in pixels of the original. */
  rect?: readonly [number, number, number, number]
  /** 1 to 100. */
  quality: number
  format?: 'jpeg' | 'png' | 'webp' | 'avif'
}

const MAX_SIDE = 4096
const DEFAULT_QUALITY = 75
/** Images to transform at once: each needs a core and up to a few hundred megabytes. */
const AT_ONCE = 2
/** Most requests that may wait; others get 503, which clients retry. */
const WAITING = 200
/** The background if the ratio of the image differs. */
const CLEAR = '#ffffff00'

/** Sanity's fits as sharp's; `max` and `min` never enlarge. */
const FITS: Readonly<Record<string, {fit: keyof FitEnum; withoutEnlargement: boolean}>> = {
  clip: {fit: 'inside', withoutEnlargement: false},
  crop: {fit: 'cover', withoutEnlargement: false},
  fill: {fit: 'contain', withoutEnlargement: false},
  fillmax: {fit: 'contain', withoutEnlargement: true},
  max: {fit: 'inside', withoutEnlargement: true},
  scale: {fit: 'fill', withoutEnlargement: false},
  min: {fit: 'cover', withoutEnlargement: true},
}

const FORMATS: Readonly<Record<string, NonNullable<Transformation['format']>>> = {
  jpg: 'jpeg',
  pjpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
}

const queue = new PQueue({concurrency: AT_ONCE})

/**
 * Read the transformation from the query of an image URL.
 *
 * @param accepts - the Accept header, which `auto=format` depends on
 * @returns undefined if none is requested, so that the original is sent
 * @throws Problem 400 that names the wrong parameter
 */
export function transformationOf(search: URLSearchParams, accepts: string): Transformation | undefined {
  const asked = ['w', 'h', 'rect', 'q', 'fm', 'auto', 'dpr'].some((name) => search.has(name))
  if (!asked) return undefined
  const ratio = numberOf(search, 'dpr', 1, 3) ?? 1
  const width = side(numberOf(search, 'w', 1, MAX_SIDE), ratio)
  const height = side(numberOf(search, 'h', 1, MAX_SIDE), ratio)
  const rect = rectOf(search.get('rect'))
  const format = formatOf(search, accepts)
  return {
    ...(width === undefined ? {} : {width}),
    ...(height === undefined ? {} : {height}),
    ...choice(FITS, 'fit', search.get('fit') ?? 'clip'),
    ...(rect ? {rect} : {}),
    quality: numberOf(search, 'q', 1, 100) ?? DEFAULT_QUALITY,
    ...(format ? {format} : {}),
  }
}

/**
 * Transform an image; returns its bytes and media type.
 *
 * @throws Problem 400 if the image has no such part, 503 if too many requests wait
 */
export async function transform(
  path: string,
  wanted: Transformation,
): Promise<{bytes: Buffer; mimeType: string}> {
  if (queue.size >= WAITING)
    throw new Problem(503, 'Too many images are being transformed; retry in a moment')
  return queue.add(async () => {
    const format = wanted.format ?? (await rasterFormat(path))
    try {
      const bytes = await pipeline(path, wanted)
        .toFormat(format, format === 'png' ? {} : {quality: wanted.quality})
        .toBuffer()
      return {bytes, mimeType: `image/${format}`}
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Problem(400, `The image cannot be transformed like this: ${reason}`)
    }
  })
}

function pipeline(path: string, {rect, width, height, fit, withoutEnlargement}: Transformation): Sharp {
  const image = sharp(path, {limitInputPixels: MAX_PIXELS, failOn: 'error'}).autoOrient()
  if (rect) {
    const [left, top, width, height] = rect
    image.extract({left, top, width, height})
  }
  if (width !== undefined && height !== undefined) {
    image.resize({width, height, fit, withoutEnlargement, background: CLEAR})
  } else if (width !== undefined || height !== undefined) {
    // With one side given the ratio is kept. The other side is limited as well, since a very narrow image could be
    // enlarged beyond memory.
    image.resize({width: width ?? MAX_SIDE, height: height ?? MAX_SIDE, fit: 'inside', withoutEnlargement})
  }
  return image
}

/** The file's own format, or PNG if browsers do not display it as a bitmap. */
async function rasterFormat(path: string): Promise<NonNullable<Transformation['format']> | 'gif'> {
  const {format}: {format: keyof FormatEnum} = await sharp(path).metadata()
  return format === 'jpeg' || format === 'webp' || format === 'gif' ? format : 'png'
}

function formatOf(search: URLSearchParams, accepts: string): Transformation['format'] {
  const asked = search.get('fm')
  if (asked !== null) return choice(FORMATS, 'fm', asked)
  return search.get('auto') === 'format' && accepts.includes('image/webp') ? 'webp' : undefined
}

function choice<T>(table: Readonly<Record<string, T>>, name: string, value: string): T {
  const found = Object.hasOwn(table, value) ? table[value] : undefined
  if (found !== undefined) return found
  throw new Problem(
    400,
    `Expected \`${name}\` to be one of ${Object.keys(table).join(', ')}, got \`${value.slice(0, 50)}\``,
  )
}

function numberOf(search: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const value = search.get(name)
  if (value === null) return undefined
  const number = Number(value)
  if (value !== '' && number >= least && number <= most) return number
  throw new Problem(
    400,
    `Expected \`${name}\` to be a number from ${least} to ${most}, got \`${value.slice(0, 50)}\``,
  )
}

function side(value: number | undefined, ratio: number): number | undefined {
  return value === undefined ? undefined : Math.min(MAX_SIDE, Math.max(1, Math.round(value * ratio)))
}

function rectOf(value: string | null): Transformation['rect'] {
  if (value === null) return undefined
  const [left, top, width, height, ...rest] = value.split(',').map(Number)
  const isWhole = [left, top, width, height].every((part) => Number.isInteger(part))
  if (isWhole && left !== undefined && top !== undefined && width && height && rest.length === 0) {
    return [left, top, width, height]
  }
  throw new Problem(
    400,
    `Expected \`rect\` to be left,top,width,height in whole pixels, got \`${value.slice(0, 50)}\``,
  )
}
