/**
 * The widest image that a `srcset` offers, read in one pass as the HTML standard reads it ("parse a srcset attribute"): commas
 * are part of an address within it, and end an entry after it; an entry with a descriptor that means nothing is dropped.
 */

export interface Offer {
  address: string
  /** Width in pixels or density, as the set says; 1 where it says neither. */
  size: number
  /** Whether the size is a width, which can be compared between sets. */
  isWidth: boolean
}

const SPACES = new Set('\t\n\f\r ')

const isSpace = (character: string | undefined): boolean => character !== undefined && SPACES.has(character)

/** Every address of a set with its size. */
export function* offersIn(srcset: string): Generator<Offer> {
  let at = 0
  while (at < srcset.length) {
    while (isSpace(srcset[at]) || srcset[at] === ',') at++
    const start = at
    while (at < srcset.length && !isSpace(srcset[at])) at++
    let end = at
    while (end > start && srcset[end - 1] === ',') end--
    if (end === start) return
    // A comma right after the address ends the entry.
    const descriptors = end < at ? {list: [], end: at} : descriptorsFrom(srcset, at)
    at = descriptors.end
    const size = sizeOf(descriptors.list)
    if (size) yield {address: srcset.slice(start, end), ...size}
  }
}

/** Descriptors up to the comma that ends the entry; what brackets hold is one, with its commas and spaces. */
function descriptorsFrom(srcset: string, from: number): {list: string[]; end: number} {
  const list: string[] = []
  let start = from
  let isBracketed = false
  let at = from
  const take = (): void => {
    if (at > start) list.push(srcset.slice(start, at))
    start = at + 1
  }
  for (; at < srcset.length; at++) {
    const character = srcset[at]
    if (isBracketed) isBracketed = character !== ')'
    else if (character === '(') isBracketed = true
    else if (character === ',') break
    else if (isSpace(character)) take()
  }
  take()
  return {list, end: at + 1}
}

/** Undefined for an entry that the standard drops: unknown descriptors, two of a kind, widths beside densities. */
function sizeOf(descriptors: readonly string[]): Pick<Offer, 'size' | 'isWidth'> | undefined {
  const found = new Map<string, number>()
  for (const descriptor of descriptors) {
    const unit = descriptor.at(-1) ?? ''
    const number = numberOf(descriptor.slice(0, -1), unit)
    if (number === undefined || found.has(unit)) return undefined
    found.set(unit, number)
  }
  const [width, density] = [found.get('w'), found.get('x')]
  if (
    found.has('h')
      ? width === undefined || density !== undefined
      : width !== undefined && density !== undefined
  )
    return undefined
  return width === undefined ? {size: density ?? 1, isWidth: false} : {size: width, isWidth: true}
}

/** A width or height is a whole number above 0; a density any number that is not negative. */
function numberOf(written: string, unit: string): number | undefined {
  if (unit === 'w' || unit === 'h')
    return /^\d{1,9}$/.test(written) && Number(written) > 0 ? Number(written) : undefined
  const isNumber = unit === 'x' && /^(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(?:e[+-]?\d{1,3})?$/i.test(written)
  return isNumber ? Number(written) : undefined
}

/**
 * The widest of several sets: widths before densities; the first of equals. Undefined for sets without an address.
 *
 * @example
 *   widestOffer(['/a-300.jpg 300w, /a-900.jpg 900w'])?.address // '/a-900.jpg'
 */
export function widestOffer(
  srcsets: readonly string[],
  isUsable: (address: string) => boolean = () => true,
): Offer | undefined {
  let best: Offer | undefined
  for (const srcset of srcsets) {
    for (const offer of offersIn(srcset)) {
      const isBetter =
        !best || (offer.isWidth === best.isWidth ? offer.size > best.size : offer.isWidth && !best.isWidth)
      if (isBetter && isUsable(offer.address)) best = offer
    }
  }
  return best
}
