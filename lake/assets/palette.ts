import type {Sharp} from 'sharp'

interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: string
  title: string
  /** Share of the image's pixels, in percent. */
  population: number
}

/** The colours of an image, as `metadata.palette` has them. */
export type Palette = {_type: 'sanity.imagePalette'; dominant: Swatch} & Partial<Record<SwatchName, Swatch>>

/** Target lightness and saturation of each swatch, both 0 to 1, as in Android's Palette, which Sanity follows. */
const TARGETS = {
  vibrant: {lightness: 0.5, saturation: 1},
  lightVibrant: {lightness: 0.74, saturation: 1},
  darkVibrant: {lightness: 0.26, saturation: 1},
  muted: {lightness: 0.5, saturation: 0.3},
  lightMuted: {lightness: 0.74, saturation: 0.3},
  darkMuted: {lightness: 0.26, saturation: 0.3},
} as const

type SwatchName = keyof typeof TARGETS
type Rgb = readonly [number, number, number]
interface Colour {
  rgb: Rgb
  population: number
  lightness: number
  saturation: number
}

const SAMPLE = 64
/** Steps per channel; colours in the same step count as one. */
const STEPS = 8
const FAR = 0.2

/** The main colours of an image: the most frequent one, and the nearest to each target if one is near. */
export async function paletteOf(image: Sharp): Promise<Palette> {
  const {data, info} = await image
    .clone()
    .resize(SAMPLE, SAMPLE, {fit: 'inside'})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const colours = coloursOf(data, info.channels)
  const [first] = colours
  const dominant = first ?? describe([0, 0, 0], 0)
  const named = Object.entries(TARGETS).flatMap(([name, target]) => {
    const nearest = nearestTo(colours, target)
    return nearest ? [[name, swatch(nearest)] as const] : []
  })
  return {_type: 'sanity.imagePalette', dominant: swatch(dominant), ...Object.fromEntries(named)}
}

/** The colours of visible pixels, most frequent first. */
function coloursOf(pixels: Uint8Array, channels: number): Colour[] {
  const buckets = new Map<number, {count: number; sum: [number, number, number]}>()
  let seen = 0
  for (let at = 0; at + 3 < pixels.length; at += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = pixels.subarray(at, at + 4)
    if (alpha < 128) continue
    seen++
    const key = [red, green, blue].reduce(
      (total, part) => total * STEPS + Math.floor((part * STEPS) / 256),
      0,
    )
    const bucket = buckets.get(key) ?? {count: 0, sum: [0, 0, 0]}
    bucket.count++
    bucket.sum = [bucket.sum[0] + red, bucket.sum[1] + green, bucket.sum[2] + blue]
    buckets.set(key, bucket)
  }
  return [...buckets.values()]
    .sort((a, b) => b.count - a.count)
    .map(({count, sum: [red, green, blue]}) =>
      describe([red / count, green / count, blue / count], (100 * count) / seen),
    )
}

function describe(rgb: Rgb, population: number): Colour {
  const [most, least] = [Math.max(...rgb) / 255, Math.min(...rgb) / 255]
  const lightness = (most + least) / 2
  const saturation = most === least ? 0 : (most - least) / (1 - Math.abs(2 * lightness - 1))
  return {rgb, population, lightness, saturation}
}

function nearestTo(
  colours: readonly Colour[],
  target: {lightness: number; saturation: number},
): Colour | undefined {
  const distance = (colour: Colour) =>
    Math.hypot(colour.lightness - target.lightness, (colour.saturation - target.saturation) / 2)
  const [nearest] = colours
    .filter((colour) => distance(colour) < FAR)
    .sort((a, b) => distance(a) - distance(b))
  return nearest
}

function swatch({rgb, population}: Colour): Swatch {
  const [red, green, blue] = rgb
  // Perceived brightness (ITU-R BT.601) decides which text colour is readable on it.
  const isLight = 0.299 * red + 0.587 * green + 0.114 * blue > 150
  const text = isLight ? '#000' : '#fff'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`,
    foreground: text,
    title: text,
    population: Math.round(population * 100) / 100,
  }
}
