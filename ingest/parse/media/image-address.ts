/**
 * Choose among the addresses of an image: the widest that it and its `picture` offer; otherwise the one that a script
 * would set; otherwise the one of its `noscript` twin; otherwise its own. A link around it to the same file in full
 * size takes precedence.
 */
import type {Element, ElementContent, Properties} from 'hast'
import {fileName} from './file-name.ts'
import {isPlaceholder} from './placeholders.ts'
import {widestOffer} from './srcset.ts'

/** Attributes from which scripts read the address of an image, the most common first. */
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
/** Pattern of other such attributes. */
const LAZY_NAME = /(?:src|original|lazyload)$/i
const LAZY_SET_NAME = /srcset$/i
/** Attributes with a preview instead of the image. */
const LESSER = /low|thumb|placeholder|fallback|blur|lqip|small|tiny|preview/i

/** What is around an image. */
export interface Surroundings {
  /** The `picture` of the image. */
  picture: Element | undefined
  /** The nodes after the image, or after its `picture`. */
  next: readonly ElementContent[]
  /** Target of the link around it. */
  link: string | undefined
}

/** Set the image’s `src` to the best of its addresses, in place. */
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

/** Whether a link around an image leads to the same file in full size: `rain.jpg` around `rain-300x200.jpg`. */
function isLarger(link: string, image: string): boolean {
  const [large, small] = [fileName(link), fileName(image)]
  if (!isUsable(link) || !/^(?:jpe?g|png|webp|avif|gif)$/.test(large.extension)) return false
  const [size] = small.words.slice(-1)
  const stem = size && /^\d{2,4}x\d{2,4}$/.test(size) ? small.words.slice(0, -1) : small.words
  return stem.length > 0 && stem.join() === large.words.join() && link !== image && !/\/wiki\//i.test(link)
}

/**
 * Choose the widest image of the sets. If an address is known, a set counts only with widths; densities are relative to
 * the address beside them, and those of a `picture` are not comparable with it.
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

/** Whether a script replaces the image, by its classes. */
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

/** List the sets of a `picture`, widely supported formats first. */
function sourcesOf(picture: Element): string[] {
  const sources = picture.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  )
  const isModern = ({properties}: Element): boolean => /webp|avif|jxl/i.test(String(properties.type ?? ''))
  return [...sources.filter((source) => !isModern(source)), ...sources.filter(isModern)].flatMap(
    ({properties}) => setsIn(properties),
  )
}

/** Find the image in a `noscript` that follows, with only white space in between. */
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

/** Whether a value looks like an address, unlike `data-lazy="true"`, JSON or a data URL. */
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' &&
  /[./]/.test(value) &&
  !/[<>{}"]/.test(value) &&
  !/^(?:data|about|blob|javascript):/i.test(value.trim())

const isUsable = (address: string): boolean => isAddress(address) && !isPlaceholder(address)
