/** The widest image that a `srcset` offers (HTML, section 4.8.4.2.1), read in one pass. */

export interface Offer {
  address: string
  /** Width in pixels or density, as the set says; 1 where it says neither. */
  size: number
  /** Whether the size is a width, which can be compared between sets. */
  isWidth: boolean
}

/** Every address of a set with its size. */
function* offersIn(srcset: string): Generator<Offer> {
  const words = srcset.trim().split(/\s+/)
  for (let at = 0; at < words.length; ) {
    // A comma at the end of an address ends its entry; one within it is a part of it.
    const word = words[at++] ?? ''
    const address = word.replace(/^,/, '').replace(/,$/, '')
    let [size, isWidth] = [1, false]
    if (!word.endsWith(',')) {
      while (at < words.length) {
        const descriptor = words[at++] ?? ''
        if (/^[\d.]+[wx],?$/i.test(descriptor)) {
          size = Number.parseFloat(descriptor)
          isWidth = /w,?$/i.test(descriptor)
        }
        if (descriptor.endsWith(',')) break
      }
    }
    if (address !== '') yield {address, size, isWidth}
  }
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
