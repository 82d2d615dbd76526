/**
 * Which of the addresses that an image has is the image: the widest of the sets that it and its `picture` offer; else what a script puts in
 * the place of its own address; else its twin for readers without scripts; else its own. A link round it that leads to the same file in full size goes
 * before all of them.
 */
import type {Element, ElementContent, Properties} from 'hast'
import {fileName} from './file-name.ts'
import {isPlaceholder} from './placeholders.ts'
import {widestOffer} from './srcset.ts'

/** Attributes that scripts read the address of an image from, the most common first. */
const LAZY = [
  'dataSrc',
  'dataLazySrc',
  'dataOriginal',
  'dataLazy',
  'dataLazyload',
  'dataHiRes',
  'dataHiResSrc',
  'dataFullSrc',
  'dataImgSrc',
  'dataActualsrc',
  'dataDelayedUrl',
  'dataEcho',
] as const
/** Others are named like these, by the script that reads them. */
const LAZY_NAME = /(?:src|original|lazyload)$/i
const LAZY_SET_NAME = /srcset$/i
/** Not the image itself but what stands for it. */
const LESSER = /low|thumb|placeholder|fallback|blur|lqip|small|tiny|preview/i

export interface Surroundings {
  /** What it is the image of. */
  picture: Element | undefined
  /** What follows it, or its `picture`. */
  next: readonly ElementContent[]
  /** Where the link round it leads. */
  link: string | undefined
}

/** In place: the image's `src` becomes the best of its addresses, where it has one. */
export function setImageAddress(image: Element, {picture, next, link}: Surroundings): void {
  const {properties} = image
  const late = lateIn(properties)
  const own = isAddress(properties.src) && !isPlaceholder(properties.src) ? properties.src : undefined
  const found =
    offered(properties, picture, late ?? own) ??
    late ??
    (own === undefined || isLate(image) ? twinOf(next) : undefined) ??
    own
  if (found !== undefined) properties.src = link !== undefined && isLarger(link, found) ? link : found
}

/** Whether a link round an image leads to the same file in its full size: `rain.jpg` round `rain-300x200.jpg`. */
function isLarger(link: string, image: string): boolean {
  const [large, small] = [fileName(link), fileName(image)]
  if (!isUsable(link) || !/^(?:jpe?g|png|webp|avif|gif)$/.test(large.extension)) return false
  const [size] = small.words.slice(-1)
  const stem = size && /^\d{2,4}x\d{2,4}$/.test(size) ? small.words.slice(0, -1) : small.words
  return stem.length > 0 && stem.join() === large.words.join() && link !== image && !/\/wiki\//i.test(link)
}

/**
 * The widest of the sets. Beside an address it counts where it says how wide its images are; densities are of the address that they stand
 * beside, and those of a `picture` cannot be compared with it.
 */
function offered(
  properties: Properties,
  picture: Element | undefined,
  known: string | undefined,
): string | undefined {
  const own = setsIn(properties)
  const widestOfAll = widestOffer([...own, ...(picture ? sourcesOf(picture) : [])], isUsable)
  if (!widestOfAll || known === undefined || widestOfAll.isWidth) return widestOfAll?.address
  const densest = widestOffer(own, isUsable)
  return densest && densest.size !== 1 ? densest.address : undefined
}

/** Whether a script changes the image: its classes or its loading say so. */
const isLate = ({properties: {className}}: Element): boolean =>
  Array.isArray(className) && className.some((name) => /lazy/i.test(String(name)))

function lateIn(properties: Properties): string | undefined {
  const known = LAZY.map((name) => properties[name])
  const others = Object.keys(properties)
    .filter((name) => name !== 'src' && LAZY_NAME.test(name) && !LESSER.test(name))
    .map((name) => properties[name])
  return [...known, ...others].find((value) => isAddress(value) && isUsable(value)) as string | undefined
}

function setsIn(properties: Properties): string[] {
  return Object.keys(properties)
    .filter((name) => LAZY_SET_NAME.test(name) && !LESSER.test(name))
    .flatMap((name) => {
      const value = properties[name]
      return Array.isArray(value) ? [value.join(', ')] : typeof value === 'string' ? [value] : []
    })
}

/** The sets of a `picture`, those in the formats that every program reads before the others. */
function sourcesOf(picture: Element): string[] {
  const sources = picture.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  )
  const isModern = ({properties}: Element): boolean => /webp|avif|jxl/i.test(String(properties.type ?? ''))
  return [...sources.filter((source) => !isModern(source)), ...sources.filter(isModern)].flatMap(
    ({properties}) => setsIn(properties),
  )
}

/** The image in a `noscript` that follows, only white space between. */
function twinOf(next: readonly ElementContent[]): string | undefined {
  const follower = next.find((node) => node.type !== 'text' || node.value.trim() !== '')
  if (follower?.type !== 'element' || follower.tagName !== 'noscript') return undefined
  for (const child of follower.children) {
    if (child.type !== 'element' || child.tagName !== 'img') continue
    const {src} = child.properties
    const offer = widestOffer(setsIn(child.properties), isUsable)
    if (offer && offer.size !== 1) return offer.address
    if (isAddress(src) && !isPlaceholder(src)) return src
  }
  return undefined
}

/** Has the look of an address: `data-lazy="true"` has not, nor has data in JSON or a picture in the address itself. */
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' &&
  /[./]/.test(value) &&
  !/[<>{}"]/.test(value) &&
  !/^(?:data|about|blob|javascript):/i.test(value.trim())

const isUsable = (address: string): boolean => isAddress(address) && !isPlaceholder(address)
